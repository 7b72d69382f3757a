import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import type { OrderRow, OrderSortBy } from '../../../../shared/contract/order.ts';
import { type Fen, formatFen } from '../../../../shared/money.ts';
import type { Ppm } from '../../../../shared/rate.ts';
import { COMMISSION_STATUS } from '../../../../shared/status.ts';
import { dayOf, formatInstant, type Unix } from '../../../../shared/time.ts';
import { readableName } from '../../../parts/party-name.ts';
import { Thumb } from '../../../parts/Thumb.tsx';
import type { Column, PlainValue } from '../../../parts/table/columns.ts';
import {
  ABSENT,
  count,
  idText,
  instant,
  money,
  plainCount,
  plainInstant,
  plainMoney,
  plainRate,
  plainText,
  rate,
  text,
  two,
} from './cells.tsx';
import { channelTag, commissionTag, orderTag, reviewTag } from './row-tags.tsx';
import type { RowWords } from './use-row-words.ts';

type ColumnKey = keyof ReturnType<typeof titleKeys>;
const titleKeys = (t: TFunction<'orders'>) => t('column', { returnObjects: true });

/** A name in one line, or its id where there is no readable name; both in the title. */
function party(name: string | null, id: string | null): ReactNode {
  const readable = readableName(name);
  if (!readable && !id) return ABSENT;
  return (
    <span className={`ld-ellipsis${readable ? '' : ' ld-faint'}`} title={[readable, id].filter(Boolean).join(' · ')}>
      {readable ?? id}
    </span>
  );
}

/** Who sold it: the promoter where there is one, else the talent. */
const seller = (row: OrderRow) =>
  row.promoter_appid ? party(row.promoter_name, row.promoter_appid) : party(row.talent_name, row.talent_appid);
const sellerName = (row: OrderRow) => readableName(row.promoter_appid ? row.promoter_name : row.talent_name);

/** Why staff or a rule decided so; nothing where nobody gave a reason. */
function reason(row: OrderRow, words: RowWords): ReactNode {
  const given = words.reason(row);
  return given && text(given);
}

/** When it was paid: only the time where that is the day it was made, which is nearly always; else only the day. */
function paidOn(row: OrderRow): string | null {
  if (row.paid_at === null) return null;
  const paid = formatInstant(row.paid_at);
  const sameDay = row.created_at !== null && dayOf(row.created_at) === dayOf(row.paid_at);
  return sameDay ? paid.slice(11, 16) : paid.slice(5, 10);
}

/** The day above, the times of making and paying below: the year never has to be guessed. */
function createdAndPaid(row: OrderRow, t: TFunction<'orders'>): ReactNode {
  if (row.created_at === null) return ABSENT;
  const made = formatInstant(row.created_at);
  const paid = row.paid_at === null ? t('unpaid') : t('paid_on', { time: paidOn(row) });
  const title = row.paid_at === null ? made : `${made}\n${t('paid_on', { time: formatInstant(row.paid_at) })}`;
  return (
    <span className="ld-two" title={title}>
      <span className="ld-two__first">{made.slice(0, 10)}</span>
      <span className="ld-two__second ld-orders-times">
        <b>{made.slice(11, 16)}</b>
        {paid}
      </span>
    </span>
  );
}

/**
 * Every field of a commission order as a column; those shown unasked fit a window 1280 wide. The identity is pinned,
 * amounts stand right, and each column knows its plain values for copying.
 */
export function orderColumns(words: RowWords): Column<OrderRow>[] {
  const { t } = words;
  const title = (key: ColumnKey): string => t(`column.${key}`);
  const estimatedHint = t('estimated');
  const estimated = (row: OrderRow) => (row.commission_status === COMMISSION_STATUS.unsettled ? estimatedHint : null);
  const plain = (key: ColumnKey, value: (row: OrderRow) => PlainValue) => ({ heading: title(key), value });
  type Own = Partial<Column<OrderRow>>;

  const amount = (id: ColumnKey & keyof OrderRow, sort: OrderSortBy | null, own: Own = {}): Column<OrderRow> => ({
    id,
    title: title(id),
    width: 104,
    align: 'end',
    hidden: true,
    ...(sort ? { sort } : {}),
    plain: [plain(id, (row) => plainMoney(row[id] as Fen | null))],
    render: (row) => money(row[id] as Fen | null, id === 'actual_payment_fen' ? null : estimated(row)),
    ...own,
  });
  const ratio = (id: ColumnKey & keyof OrderRow, sort: OrderSortBy, own: Own = {}): Column<OrderRow> => ({
    id,
    title: title(id),
    width: 84,
    align: 'end',
    hidden: true,
    sort,
    plain: [plain(id, (row) => plainRate(row[id] as Ppm | null))],
    render: (row) => rate(row[id] as Ppm | null),
    ...own,
  });
  const time = (id: ColumnKey & keyof OrderRow, sort: OrderSortBy | null): Column<OrderRow> => ({
    id,
    title: title(id),
    width: 132,
    hidden: true,
    ...(sort ? { sort } : {}),
    plain: [plain(id, (row) => plainInstant(row[id] as Unix | null))],
    render: (row) => instant(row[id] as Unix | null),
  });
  const words1 = (
    id: ColumnKey,
    sort: OrderSortBy | null,
    value: (row: OrderRow) => string | null,
    own: Own = {},
  ): Column<OrderRow> => ({
    id,
    title: title(id),
    width: 120,
    hidden: true,
    ...(sort ? { sort } : {}),
    plain: [plain(id, (row) => plainText(value(row)))],
    render: (row) => text(value(row)),
    ...own,
  });
  const identity = (
    id: ColumnKey & keyof OrderRow,
    width = 172,
    sort: OrderSortBy | null = null,
  ): Column<OrderRow> => ({
    id,
    title: title(id),
    width,
    hidden: true,
    ...(sort ? { sort } : {}),
    plain: [plain(id, (row) => plainText(row[id] as string | null))],
    render: (row) => idText(row[id] as string | null),
  });
  const flag = (id: ColumnKey, value: (row: OrderRow) => boolean): Column<OrderRow> => ({
    id,
    title: title(id),
    width: 84,
    align: 'center',
    hidden: true,
    plain: [plain(id, (row) => plainText(value(row) ? t('yes') : null))],
    render: (row) => (value(row) ? t('yes') : ABSENT),
  });

  return [
    {
      id: 'order',
      cutInParts: true,
      title: title('order'),
      heads: [{ title: title('order_id'), sort: 'order_id' }],
      width: 154,
      pinned: 'start',
      plain: [plain('order_id', (row) => plainText(row.order_id)), plain('sku_id', (row) => plainText(row.sku_id))],
      render: (row) => two(idText(row.order_id), idText(row.sku_id)),
    },
    {
      id: 'created',
      title: title('created_paid'),
      heads: [
        { title: title('created_short'), sort: 'created_at' },
        { title: title('paid_short'), sort: 'paid_at' },
      ],
      width: 100,
      plain: [
        plain('created_at', (row) => plainInstant(row.created_at)),
        plain('paid_at', (row) => plainInstant(row.paid_at)),
      ],
      render: (row) => createdAndPaid(row, t),
    },
    {
      id: 'product',
      cutInParts: true,
      title: title('product_shop'),
      heads: [
        { title: title('product_title'), sort: 'product_title' },
        { title: title('shop_name'), sort: 'shop_name' },
      ],
      width: 176,
      grow: 3,
      plain: [
        plain('product_title', (row) => plainText(row.product_title)),
        plain('shop_name', (row) => plainText(row.shop_name)),
      ],
      render: (row) => (
        <span className="ld-orders-product">
          <Thumb url={row.thumb_url} size={28} />
          {two(text(row.product_title), party(row.shop_name, row.shop_appid))}
        </span>
      ),
    },
    {
      id: 'channel',
      cutInParts: true,
      title: title('channel_seller'),
      heads: [
        { title: title('channel_short'), sort: 'channel' },
        { title: title('seller'), sort: 'promoter_name' },
      ],
      width: 104,
      grow: 1,
      plain: [
        plain('channel', (row) => plainText(words.channel(row))),
        plain('seller', (row) => plainText(sellerName(row))),
      ],
      render: (row) => two(channelTag(row, words), seller(row)),
    },
    amount('actual_payment_fen', 'actual_payment_fen', { hidden: false, width: 88 }),
    ratio('service_ratio_ppm', 'service_ratio_ppm', { hidden: false, width: 76 }),
    amount('service_amount_fen', 'service_amount_fen', { hidden: false, width: 80 }),
    amount('difference_fen', 'difference_fen', {
      hidden: false,
      width: 62,
      render: (row) =>
        row.difference_fen === 0 ? <span className="ld-faint">{formatFen(0)}</span> : money(row.difference_fen),
    }),
    {
      id: 'status',
      cutInParts: true,
      title: title('status'),
      heads: [
        { title: title('commission_short'), sort: 'commission_status' },
        { title: title('order_short'), sort: 'order_status' },
      ],
      width: 88,
      plain: [
        plain('commission_status', (row) => plainText(words.commissionStatus(row))),
        plain('order_status', (row) => plainText(words.orderStatus(row))),
      ],
      render: (row) => two(commissionTag(row, words), text(words.orderStatus(row))),
    },
    {
      id: 'review',
      cutInParts: true,
      title: title('review_tags'),
      heads: [{ title: title('review_short') }, { title: title('tags') }],
      width: 96,
      grow: 1,
      plain: [
        plain('review_state', (row) => plainText(words.review(row))),
        plain('review_reason', (row) => plainText(words.reason(row))),
        plain('tags', (row) => plainText(row.tags.join(' '))),
      ],
      render: (row) =>
        two(
          <>
            {reviewTag(row, words)}
            {row.notes > 0 ? (
              <span className="ld-orders-noted" title={t('notes', { count: row.notes })}>
                ✎{row.notes}
              </span>
            ) : null}
          </>,
          row.tags.length > 0 ? text(row.tags.join(' · ')) : reason(row, words),
        ),
    },
    time('created_at', 'created_at'),
    time('paid_at', 'paid_at'),
    time('updated_at', 'updated_at'),
    time('settled_at', 'settled_at'),
    time('first_seen_at', 'first_seen_at'),
    time('last_read_at', null),
    identity('order_id', 172, 'order_id'),
    identity('sku_id', 124),
    words1('shop_name', 'shop_name', (row) => row.shop_name, { width: 160 }),
    identity('shop_appid'),
    words1('product_title', 'product_title', (row) => row.product_title, { width: 240 }),
    identity('product_id'),
    {
      id: 'product_count',
      title: title('product_count'),
      width: 64,
      align: 'end',
      hidden: true,
      sort: 'product_count',
      plain: [plain('product_count', (row) => plainCount(row.product_count))],
      render: (row) => count(row.product_count),
    },
    words1('plan_type', 'plan_type', words.planType, { width: 96 }),
    {
      ...words1('channel_only', 'channel', words.channel, { width: 100 }),
      plain: [plain('channel', (row) => plainText(words.channel(row)))],
      render: (row) => channelTag(row, words),
    },
    words1('source', 'source', (row) => words.source(row.source), { width: 108 }),
    words1('source_name', null, (row) => readableName(row.source_name), { width: 140 }),
    {
      id: 'promotion_type',
      title: title('promotion_type'),
      width: 84,
      align: 'end',
      hidden: true,
      plain: [plain('promotion_type', (row) => plainCount(row.promotion_type))],
      render: (row) => count(row.promotion_type),
    },
    words1('promoter_name', 'promoter_name', (row) => readableName(row.promoter_name), { width: 140 }),
    identity('promoter_appid'),
    ratio('promoter_ratio_ppm', 'promoter_ratio_ppm'),
    amount('promoter_amount_fen', 'promoter_amount_fen'),
    words1('talent_name', 'talent_name', (row) => readableName(row.talent_name), { width: 140 }),
    identity('talent_appid'),
    words1('talent_key', null, (row) => row.talent_key, { width: 172 }),
    amount('talent_amount_fen', null),
    words1('role', 'role', (row) => t(`role.${row.role}`)),
    identity('agency_appid'),
    amount('agency_amount_fen', null),
    identity('sub_agency_appid'),
    amount('sub_agency_amount_fen', null),
    {
      ...words1('order_status', 'order_status', words.orderStatus, { width: 96 }),
      render: (row) => orderTag(row, words),
    },
    {
      ...words1('commission_status', 'commission_status', words.commissionStatus, { width: 96 }),
      render: (row) => commissionTag(row, words),
    },
    amount('peak_payment_fen', null, { render: (row) => money(row.peak_payment_fen) }),
    amount('service_total_fen', 'service_total_fen'),
    amount('platform_amount_fen', 'platform_amount_fen'),
    amount('expected_fen', 'expected_fen'),
    amount('owed_fen', 'owed_fen'),
    amount('net_fen', 'net_fen'),
    flag('refunded', (row) => row.refunded === 1),
    time('refunded_at', null),
    flag('self_purchase', (row) => row.self_purchase === 1),
    identity('buyer_id', 172),
    {
      ...words1('review_state', null, words.review, { width: 92 }),
      render: (row) => reviewTag(row, words),
    },
    words1('review_reason', null, words.reason),
    words1('tags', null, (row) => row.tags.join(' · ') || null, { width: 140 }),
    {
      id: 'notes',
      title: title('notes'),
      width: 64,
      align: 'end',
      hidden: true,
      plain: [plain('notes', (row) => plainCount(row.notes))],
      render: (row) => (row.notes > 0 ? String(row.notes) : ABSENT),
    },
    {
      id: 'versions',
      title: title('versions'),
      width: 72,
      align: 'end',
      hidden: true,
      sort: 'versions',
      plain: [plain('versions', (row) => plainCount(row.versions))],
      render: (row) => count(row.versions),
    },
  ];
}
