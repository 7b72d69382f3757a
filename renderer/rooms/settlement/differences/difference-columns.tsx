import type { TFunction } from 'i18next';
import { Link } from 'wouter';
import type { Because, DifferenceRow } from '../../../../shared/contract/difference.ts';
import { formatFen } from '../../../../shared/money.ts';
import { Absent, type Column, EllipsisText, IdText, Instant, Money, PromoterName, Tag } from '../../../parts/index.ts';
import { orderAddress } from '../../orders/open-order.ts';
import { REASON_TONE } from './reason-tone.ts';

type T = TFunction<'difference'>;
type FenKey = 'ours_fen' | 'platform_fen' | 'difference_fen';

/** The order, both figures, how far they are apart, and why. */
export function differenceColumns(t: T, because: (because: Because) => string): Column<DifferenceRow>[] {
  const money = (id: FenKey, title: string, hint?: string): Column<DifferenceRow> => ({
    id,
    title,
    ...(hint ? { hint } : {}),
    width: 92,
    align: 'end',
    plain: [{ heading: title, value: (row) => ({ figure: formatFen(row[id]).replaceAll(',', '') }) }],
    render: (row) => <Money fen={row[id]} />,
  });
  const text = (title: string, value: (row: DifferenceRow) => string | null) => [
    {
      heading: title,
      value: (row: DifferenceRow) => {
        const found = value(row);
        return found === null ? null : { text: found };
      },
    },
  ];
  return [
    {
      id: 'order',
      title: t('column.order'),
      width: 190,
      pinned: 'start',
      plain: [...text(t('column.order'), (row) => row.order_id), ...text('SKU', (row) => row.sku_id)],
      render: (row) => (
        <Link href={orderAddress(row)} title={t('open_order')} onClick={(event) => event.stopPropagation()}>
          <IdText id={row.order_id} />
        </Link>
      ),
    },
    {
      id: 'product',
      title: t('column.product'),
      width: 132,
      grow: 1,
      plain: text(t('column.product'), (row) => row.product_title),
      render: (row) => (
        <span className="ld-products-two">
          <EllipsisText text={row.product_title ?? ''} />
          <small>{row.shop_name}</small>
        </span>
      ),
    },
    {
      id: 'promoter',
      title: t('column.promoter'),
      width: 100,
      plain: text(t('column.promoter'), (row) => row.promoter_name ?? row.promoter_appid),
      render: (row) =>
        row.promoter_appid === null ? <Absent /> : <PromoterName name={row.promoter_name} id={row.promoter_appid} />,
    },
    {
      id: 'settled',
      title: t('column.settled'),
      width: 100,
      render: (row) => <Instant at={row.settled_at} as="day" />,
    },
    money('platform_fen', t('column.platform')),
    money('ours_fen', t('column.ours')),
    money('difference_fen', t('column.difference'), t('column.difference_hint')),
    {
      id: 'reason',
      title: t('column.reason'),
      width: 92,
      plain: text(t('column.reason'), (row) => t(`reason.${row.reason}`)),
      render: (row) => (
        <Tag tone={REASON_TONE[row.reason]} title={t(`reason_hint.${row.reason}`)}>
          {t(`reason.${row.reason}`)}
        </Tag>
      ),
    },
    {
      id: 'because',
      title: t('column.because'),
      width: 190,
      grow: 2,
      plain: text(t('column.because'), (row) => because(row.because)),
      render: (row) => <EllipsisText text={because(row.because)} />,
    },
    {
      id: 'accepted',
      title: t('column.accepted'),
      width: 150,
      plain: text(t('column.accepted'), (row) => row.accepted?.by ?? null),
      render: (row) => <Accepted row={row} t={t} />,
    },
  ];
}

function Accepted({ row: { accepted }, t }: { row: DifferenceRow; t: T }) {
  if (accepted === null) return <span className="ld-faint">{t('state.open')}</span>;
  const { reason, note, by, at } = accepted;
  return (
    <span className="ld-products-two">
      <Tag tone="ok" title={note}>
        {t(`accept.reasons.${reason}`)}
      </Tag>
      <small>
        {by} · <Instant at={at} as="day" />
      </small>
    </span>
  );
}
