import type { TFunction } from 'i18next';
import {
  ChannelTag,
  type Column,
  CommissionStatusTag,
  EllipsisText,
  IdText,
  Money,
  OrderStatusTag,
  PromoterName,
  ShopName,
  Tag,
} from '../../../parts/index.ts';
import { HuntAction, type SyncStart } from './HuntAction.tsx';
import { HuntReason } from './HuntReason.tsx';
import { type HuntLine, VERDICT_TONES } from './verdicts.ts';

export function huntColumns(t: TFunction<'hunt'>, sync: SyncStart): Column<HuntLine>[] {
  return [
    {
      id: 'verdict',
      title: t('column.verdict'),
      width: 116,
      render: ({ answer, first }) =>
        first ? <Tag tone={VERDICT_TONES[answer.verdict]}>{t(`verdict.${answer.verdict}`)}</Tag> : null,
    },
    {
      id: 'order',
      title: t('column.order'),
      width: 174,
      render: ({ answer, row, first }) => (
        <div className="ld-two-lines">
          {first ? <IdText id={answer.order_id || answer.given} /> : null}
          {row ? (
            <span className="ld-faint ld-two-lines__small" title={t('column.sku')}>
              {row.sku_id}
            </span>
          ) : null}
        </div>
      ),
    },
    {
      id: 'reason',
      title: t('column.reason'),
      width: 200,
      grow: 2,
      render: ({ answer, first }) => (first ? <HuntReason answer={answer} /> : null),
    },
    {
      id: 'product',
      title: t('column.product'),
      width: 120,
      grow: 1,
      render: ({ row }) =>
        row ? (
          <div className="ld-two-lines">
            <EllipsisText text={row.product_title} />
            <span className="ld-faint ld-two-lines__small">
              <ShopName name={row.shop_name} id={null} />
            </span>
          </div>
        ) : null,
    },
    {
      id: 'channel',
      title: t('column.channel'),
      width: 100,
      render: ({ row }) =>
        row ? (
          <div className="ld-two-lines">
            <span>
              <ChannelTag channel={row.channel} />
            </span>
            <span className="ld-faint ld-two-lines__small">
              <PromoterName name={row.promoter_name} id={null} />
            </span>
          </div>
        ) : null,
    },
    {
      id: 'status',
      title: t('column.status'),
      width: 100,
      render: ({ row }) =>
        row ? (
          <div className="ld-two-lines">
            <span>
              <OrderStatusTag code={row.order_status} />
            </span>
            <span>
              <CommissionStatusTag code={row.commission_status} />
            </span>
          </div>
        ) : null,
    },
    {
      id: 'amounts',
      title: t('column.amounts'),
      width: 100,
      align: 'end',
      render: ({ row }) =>
        row ? (
          <div className="ld-two-lines ld-two-lines--end">
            <Money fen={row.actual_payment_fen} />
            <Money fen={row.service_amount_fen} estimated={row.commission_status === 20} />
          </div>
        ) : null,
    },
    {
      id: 'action',
      title: '',
      width: 154,
      align: 'end',
      render: ({ answer, row, first }) => (first ? <HuntAction answer={answer} row={row} sync={sync} /> : null),
    },
  ];
}
