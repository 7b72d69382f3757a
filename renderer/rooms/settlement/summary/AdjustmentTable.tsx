import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { AdjustmentRow } from '../../../../shared/contract/settlement.ts';
import { usePages } from '../../../app/client/index.ts';
import {
  type Column,
  EllipsisText,
  EmptyState,
  IdText,
  Instant,
  Money,
  PromoterName,
  ShopName,
  Tag,
  type Tone,
  VirtualTable,
} from '../../../parts/index.ts';
import { ordersAddress } from '../../orders/address.ts';

const PAGE_ROWS = 100;
const TONES: Record<AdjustmentRow['reason'], Tone> = { refund: 'bad', late: 'info', changed: 'warn', restored: 'ok' };
/** An order that changed hands has two lines. */
const keyOf = (row: AdjustmentRow) => `${row.order_id}/${row.sku_id}/${row.promoter_appid}/${row.shop_appid}`;

/** What became known of closed months and is booked in this one; a closed line itself is never changed. */
export function AdjustmentTable({ period }: { period: string }) {
  const { t } = useTranslation('settlement');
  const pages = usePages('settlement.adjustments', { period, limit: PAGE_ROWS });
  const columns = useMemo(() => adjustmentColumns(t), [t]);
  return (
    <VirtualTable
      label={t('tab.adjustments')}
      source={pages}
      columns={columns}
      rowKey={keyOf}
      rowHeight={44}
      empty={<EmptyState title={t('adjustment.none')} text={t('adjustment.none_hint')} />}
    />
  );
}

function adjustmentColumns(t: TFunction<'settlement'>): Column<AdjustmentRow>[] {
  return [
    { id: 'adjusts_period', title: t('adjustment.of'), width: 78, render: (row) => row.adjusts_period },
    {
      id: 'reason',
      title: t('adjustment.reason'),
      width: 92,
      render: (row) => <Tag tone={TONES[row.reason]}>{t(`adjustment.reasons.${row.reason}`)}</Tag>,
    },
    {
      id: 'order_id',
      title: t('adjustment.order'),
      width: 190,
      render: (row) => (
        <Link href={ordersAddress({ order_id: row.order_id })}>
          <IdText id={row.order_id} />
        </Link>
      ),
    },
    {
      id: 'product_title',
      title: t('adjustment.product'),
      width: 124,
      grow: 1,
      render: (row) => (
        <span className="ld-products-two">
          <EllipsisText text={row.product_title ?? ''} />
          <small>
            <ShopName name={row.shop_name} id={row.shop_appid} />
          </small>
        </span>
      ),
    },
    {
      id: 'promoter',
      title: t('column.promoter'),
      width: 104,
      render: (row) =>
        row.promoter_appid === null ? (
          <span className="ld-faint">{t('no_promoter')}</span>
        ) : (
          <PromoterName name={row.promoter_name} id={row.promoter_appid} />
        ),
    },
    // What moves first: a refund behind the settlement leaves the platform's own amounts as they were.
    ...(['promoter_owed_fen', 'net_fen', 'service_amount_fen', 'actual_payment_fen'] as const).map(
      (key): Column<AdjustmentRow> => ({
        id: key,
        title: t(`adjustment.${key}`),
        width: 104,
        align: 'end',
        render: (row) => <Money fen={row[key]} />,
      }),
    ),
    { id: 'known_at', title: t('adjustment.known_at'), width: 132, render: (row) => <Instant at={row.known_at} /> },
  ];
}
