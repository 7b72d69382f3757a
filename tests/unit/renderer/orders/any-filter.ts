import fc from 'fast-check';
import {
  AXES,
  ORDER_SORTS,
  type OrderFilter,
  type OrderSort,
  orderFilter,
  REVIEW_STATES,
  ROLES,
} from '../../../../shared/contract/order.ts';
import { addDays } from '../../../../shared/time.ts';

const text = (most: number) =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: most })
    .map((any) =>
      any
        .trim()
        .slice(0, most)
        .replace(/\p{Surrogate}/gu, '?'),
    )
    .filter((any) => any.trim() === any && any !== '');
const listOf = <Value>(value: fc.Arbitrary<Value>, most = 6) =>
  fc.uniqueArray(value, { minLength: 1, maxLength: most }) as fc.Arbitrary<Value[]>;
const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.oneof({ weight: 5, arbitrary: value }, fc.constant(null));
const code = fc.integer({ min: -1_000_000, max: 1_000_000 });
const idText = fc.oneof(text(60), fc.constantFrom('-', '--', '---'));

/** Bounds in their order, either or both. */
const range = (name: string, number: fc.Arbitrary<number>) =>
  fc.tuple(number, number, fc.constantFrom('both', 'min', 'max')).map(([one, other, which]) => ({
    ...(which === 'max' ? {} : { [`${name}_min`]: Math.min(one, other) }),
    ...(which === 'min' ? {} : { [`${name}_max`]: Math.max(one, other) }),
  }));
const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2020-01-01', days));
const days = fc
  .tuple(day, day)
  .map(([one, other]) => (one < other ? { from: one, to: other } : { from: other, to: one }));

const lists = fc.record(
  {
    channel: listOf(
      fc.oneof(
        fc.constantFrom('promoter', 'talent'),
        code.map((one) => `unknown:${one}`),
      ),
    ),
    source: listOf(orNull(idText)),
    order_status: listOf(orNull(code)),
    commission_status: listOf(orNull(code)),
    plan_type: listOf(orNull(code)),
    shop_appid: listOf(orNull(idText)),
    product_id: listOf(orNull(idText)),
    promoter_appid: listOf(orNull(idText)),
    talent_key: listOf(orNull(idText)),
    role: listOf(fc.constantFrom(...ROLES), ROLES.length),
    review_state: listOf(fc.constantFrom(...REVIEW_STATES), REVIEW_STATES.length),
    tag: listOf(text(40)),
    has_difference: fc.boolean(),
    has_refund: fc.boolean(),
    self_purchase: fc.boolean(),
    has_note: fc.boolean(),
    undated: fc.boolean(),
    order_id: text(100).filter((any) => [...any].length >= 4),
    order_ids: listOf(text(64), 40),
    text: text(200),
  },
  { requiredKeys: [] },
);
const fen = fc.maxSafeInteger();
const ranges = fc
  .record(
    {
      payment: range('payment', fen),
      service: range('service', fen),
      ratio: range('ratio', fc.integer({ min: 0, max: 1_000_000 })),
      settle_delay: range('settle_delay', fc.integer({ min: 0, max: 40_000_000 })),
      days,
    },
    { requiredKeys: [] },
  )
  .map((parts) => Object.assign({}, ...Object.values(parts)) as object);

/** Any filter the contract takes, as it takes it. */
export const filters: fc.Arbitrary<OrderFilter> = fc
  .tuple(lists, ranges, fc.constantFrom(...AXES))
  .map(([some, others, axis]) => orderFilter.parse({ ...some, ...others, axis }));

export const sorts: fc.Arbitrary<OrderSort> = fc.record({
  by: fc.constantFrom(...ORDER_SORTS),
  direction: fc.constantFrom('asc' as const, 'desc' as const),
});
