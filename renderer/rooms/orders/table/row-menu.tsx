import type { Axis, OrderFilter, OrderRow } from '../../../../shared/contract/order.ts';
import { dayOf } from '../../../../shared/time.ts';
import { cellText, type TablePoint } from '../../../parts/index.ts';
import { readableName } from '../../../parts/party-name.ts';
import type { RowWords } from './use-row-words.ts';

/** A condition a row offers: the field as the filter calls it, and the value as staff read it. */
export interface Offer {
  key: string;
  field: string;
  value: string;
  condition: Partial<OrderFilter>;
}

/** Columns whose cells stand for a condition; others offer none of their own. */
const OFFERS_OF: Record<string, string[]> = {
  order: ['order_id'],
  order_id: ['order_id'],
  created: ['day_created'],
  created_at: ['day_created'],
  paid_at: ['day_paid'],
  updated_at: ['day_updated'],
  settled_at: ['day_settled'],
  first_seen_at: ['day_known'],
  product: ['product_id', 'shop_appid'],
  product_title: ['product_id'],
  product_id: ['product_id'],
  shop_name: ['shop_appid'],
  shop_appid: ['shop_appid'],
  channel: ['channel', 'promoter_appid', 'talent_key'],
  channel_only: ['channel'],
  promoter_name: ['promoter_appid'],
  promoter_appid: ['promoter_appid'],
  talent_name: ['talent_key'],
  talent_key: ['talent_key'],
  talent_appid: ['talent_key'],
  source: ['source'],
  plan_type: ['plan_type'],
  role: ['role'],
  status: ['commission_status', 'order_status'],
  order_status: ['order_status'],
  commission_status: ['commission_status'],
  review: ['review_state'],
  review_state: ['review_state'],
};

const AXIS_OF = [
  ['created', 'created_at'],
  ['paid', 'paid_at'],
  ['updated', 'updated_at'],
  ['settled', 'settled_at'],
  ['known', 'first_seen_at'],
] as const satisfies [Axis, keyof OrderRow][];

/** Every condition the row could be filtered by, those of the cell first. */
export function rowOffers(row: OrderRow, column: string | null, words: RowWords): { own: Offer[]; others: Offer[] } {
  const { t } = words;
  const offers: Offer[] = [];
  const add = (key: string, field: string, value: string | null, condition: Partial<OrderFilter>) => {
    if (value) offers.push({ key, field, value, condition });
  };
  const name = (of: string | null, id: string | null) => readableName(of) ?? id;
  add('shop_appid', t('column.shop_name'), name(row.shop_name, row.shop_appid), { shop_appid: [row.shop_appid] });
  add('product_id', t('column.product_title'), name(row.product_title, row.product_id), {
    product_id: [row.product_id],
  });
  if (row.promoter_appid) {
    add('promoter_appid', t('column.promoter_name'), name(row.promoter_name, row.promoter_appid), {
      promoter_appid: [row.promoter_appid],
    });
  }
  if (row.talent_key) {
    add('talent_key', t('column.talent_name'), name(row.talent_name, row.talent_key), {
      talent_key: [row.talent_key],
    });
  }
  add('channel', t('column.channel_only'), words.channel(row), { channel: [row.channel] });
  add('source', t('column.source'), words.source(row.source), { source: [row.source] });
  add('plan_type', t('column.plan_type'), words.planType(row), { plan_type: [row.plan_type] });
  add('role', t('column.role'), t(`role.${row.role}`), { role: [row.role] });
  add('commission_status', t('column.commission_status'), words.commissionStatus(row), {
    commission_status: [row.commission_status],
  });
  add('order_status', t('column.order_status'), words.orderStatus(row), { order_status: [row.order_status] });
  add('review_state', t('column.review_state'), words.review(row), { review_state: [row.review_state] });
  for (const [axis, key] of AXIS_OF) {
    const at = row[key];
    if (at === null) continue;
    const day = dayOf(at);
    add(`day_${axis}`, t(`column.${key}`), day, { axis, from: day, to: day });
  }
  add('order_id', t('column.order_id'), row.order_id, { order_id: row.order_id });
  const wanted = OFFERS_OF[column ?? ''] ?? [];
  return {
    own: wanted.flatMap((key) => offers.filter((offer) => offer.key === key)),
    others: offers.filter(({ key }) => !wanted.includes(key) && key !== 'order_id'),
  };
}

interface Acts {
  open: (row: OrderRow) => void;
  filter: (condition: Partial<OrderFilter>) => void;
  /** All there is of a condition, whatever else is filtered. */
  only: (condition: Partial<OrderFilter>) => void;
  copyText: (text: string) => void;
  copyRows: (rows: OrderRow[], headings: boolean) => void;
}

const cut = (value: string) => (value.length > 24 ? `${value.slice(0, 23)}…` : value);

/** The menu of a row: opening, copying, and asking on from what stands in it. */
export function rowMenu({ row, rows, column }: TablePoint<OrderRow>, words: RowWords, acts: Acts) {
  const { t } = words;
  const { own, others } = rowOffers(row, column?.id ?? null, words);
  const cell = column ? cellText(row, column) : '';
  const asked = ({ key, field, value, condition }: Offer) => ({
    key: `filter:${key}`,
    label: t('menu.filter', { field, value: cut(value) }),
    onClick: () => acts.filter(condition),
  });
  const all = (key: string, label: string, condition: Partial<OrderFilter>) => ({
    key,
    label,
    onClick: () => acts.only(condition),
  });
  return [
    { key: 'open', label: t('menu.open'), extra: 'Enter', onClick: () => acts.open(row) },
    { type: 'divider' as const },
    ...(cell
      ? [{ key: 'copy_cell', label: t('menu.copy_cell', { value: cut(cell) }), onClick: () => acts.copyText(cell) }]
      : []),
    { key: 'copy_order', label: t('menu.copy_order_id'), onClick: () => acts.copyText(row.order_id) },
    {
      key: 'copy_rows',
      label: t('menu.copy_rows', { count: rows.length }),
      extra: 'Ctrl+C',
      onClick: () => acts.copyRows(rows, true),
    },
    {
      key: 'copy_bare',
      label: t('menu.copy_bare', { count: rows.length }),
      onClick: () => acts.copyRows(rows, false),
    },
    { type: 'divider' as const },
    ...own.map(asked),
    { key: 'filter_more', label: t('menu.filter_more'), children: others.map(asked) },
    { type: 'divider' as const },
    all('all_order', t('menu.all_of_order'), { order_id: row.order_id }),
    ...(row.promoter_appid
      ? [all('all_promoter', t('menu.all_of_promoter'), { promoter_appid: [row.promoter_appid] })]
      : []),
    ...(row.talent_key ? [all('all_talent', t('menu.all_of_talent'), { talent_key: [row.talent_key] })] : []),
    ...(row.shop_appid ? [all('all_shop', t('menu.all_of_shop'), { shop_appid: [row.shop_appid] })] : []),
    ...(row.product_id ? [all('all_product', t('menu.all_of_product'), { product_id: [row.product_id] })] : []),
  ];
}
