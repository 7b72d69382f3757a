import { type OrderFilter, orderFilter } from '../../../shared/contract/order.ts';
import type { BenchWorld } from './world.ts';

export type Named = [name: string, filter: OrderFilter];
type Part = Partial<OrderFilter>;

/** One of every condition; where rows of its values differ much in number, a common and a rare one. */
export function singleFilters({ common, bare }: BenchWorld): Named[] {
  const ids = bare
    .prepare('select order_id from commission_order where id % 9973 = 5 limit 100')
    .pluck()
    .all() as string[];
  const parts: Record<string, Part> = {
    none: {},
    channel: { channel: ['promoter'] },
    channel_rare: { channel: ['unknown:7'] },
    source: { source: ['official_account'] },
    order_status: { order_status: [100] },
    order_status_rare: { order_status: [999] },
    commission_status: { commission_status: [20] },
    shop: { shop_appid: [common('shop_appid', 0)] },
    shop_small: { shop_appid: [common('shop_appid', 35)] },
    product: { product_id: [common('product_id', 3)] },
    product_rare: { product_id: [common('product_id', 4000)] },
    plan_type: { plan_type: [3] },
    promoter: { promoter_appid: [common('promoter_appid', 2)] },
    promoter_rare: { promoter_appid: [common('promoter_appid', 1500)] },
    talent: { talent_key: [common('talent_key', 5)] },
    role: { role: ['both'] },
    review_state: { review_state: ['held'] },
    tag: { tag: ['vip'] },
    payment: { payment_min: 40_000, payment_max: 45_000 },
    service: { service_min: 3000 },
    ratio: { ratio_min: 150_000 },
    has_difference: { has_difference: true },
    has_refund: { has_refund: true },
    self_purchase: { self_purchase: true },
    has_note: { has_note: true },
    order_id_beginning: { order_id: ids[40]!.slice(0, 10) },
    order_id_end: { order_id: ids[40]!.slice(-6) },
    order_ids_100: { order_ids: ids },
    created_month: { from: '2026-09-01', to: '2026-09-30' },
    paid_week: { axis: 'paid', from: '2026-10-05', to: '2026-10-11' },
    updated_day: { axis: 'updated', from: '2026-10-05', to: '2026-10-05' },
    settled_month: { axis: 'settled', from: '2026-08-01', to: '2026-08-31' },
    known_month: { axis: 'known', from: '2026-08-01', to: '2026-08-31' },
  };
  return named(parts);
}

export function doubleFilters({ common }: BenchWorld): Named[] {
  const promoter = common('promoter_appid', 2);
  const shop = common('shop_appid', 1);
  const month = { from: '2026-09-01', to: '2026-09-30' };
  return named({
    'channel+month': { channel: ['promoter'], ...month },
    'channel+commission_status': { channel: ['talent'], commission_status: [20] },
    'shop+month': { shop_appid: [shop], ...month },
    'shop+commission_status': { shop_appid: [shop], commission_status: [20] },
    'shop+has_difference': { shop_appid: [shop], has_difference: true },
    'promoter+month': { promoter_appid: [promoter], ...month },
    'promoter+shop': { promoter_appid: [promoter], shop_appid: [shop] },
    'promoter+commission_status': { promoter_appid: [promoter], commission_status: [20] },
    'commission_status+paid_month': { commission_status: [100], axis: 'paid', ...month },
    'order_status+has_refund': { order_status: [100], has_refund: true },
    'has_difference+month': { has_difference: true, ...month },
    'product+channel': { product_id: [common('product_id', 10)], channel: ['talent'] },
    'talent+month': { talent_key: [common('talent_key', 5)], ...month },
    'role+month': { role: ['reseller'], ...month },
    'payment+channel': { payment_min: 40_000, channel: ['promoter'] },
    'source+shop': { source: ['official_account'], shop_appid: [shop] },
  });
}

/** What staff ask most: totals and facet counts of these come from sums. */
export function staffQuestions({ common }: BenchWorld): Named[] {
  return named({
    month_by_channel: { channel: ['promoter'], from: '2026-09-01', to: '2026-09-30' },
    promoters_month: { promoter_appid: [common('promoter_appid', 2)], from: '2026-09-01', to: '2026-09-30' },
    shops_quarter: { shop_appid: [common('shop_appid', 1)], from: '2026-07-01', to: '2026-09-30' },
    unsettled_by_age: { commission_status: [20], to: '2026-10-31' },
    differences: { has_difference: true },
  });
}

/** Questions no sum answers. */
export function oddFilters({ common }: BenchWorld): Named[] {
  const shop = common('shop_appid', 1);
  return named({
    product_days: { product_id: [common('product_id', 3)], from: '2026-03-05', to: '2026-09-17' },
    talent: { talent_key: [common('talent_key', 5)] },
    payment: { payment_min: 40_000, payment_max: 45_000 },
    ratio: { ratio_min: 150_000 },
    shop_days: { shop_appid: [shop], from: '2026-03-05', to: '2026-09-17' },
    'shop+promoter': { shop_appid: [shop], promoter_appid: [common('promoter_appid', 2)] },
    'source+role': { source: ['official_account'], role: ['both'] },
    review_state: { review_state: ['held'] },
    tag: { tag: ['vip'] },
    'channel+service': { channel: ['talent'], service_min: 2000 },
    'updated+promoter': {
      axis: 'updated',
      from: '2026-08-10',
      to: '2026-10-20',
      promoter_appid: [common('promoter_appid', 5)],
    },
  });
}

function named(parts: Readonly<Record<string, Part>>): Named[] {
  return Object.entries(parts).map(([name, part]) => [name, orderFilter.parse(part)]);
}
