import fc from 'fast-check';
import type { FundsState } from '../../../shared/contract/funds.ts';
import { DAY_SECONDS, type Period, periodOf, periodRange, type Unix } from '../../../shared/time.ts';

/** A small world in which everything happens to few orders, so that all sides meet. */
export interface MatchWorld {
  orders: { order: number; sku: number; status: number; fen: number | null; settled: Unix | null }[];
  flows: { order: number | null; type: number | null; fen: number | null; booked: Unix | null; seen: Unix }[];
  files: {
    kind: 'orders' | 'flows';
    withdrawn: boolean;
    period: Period;
    rows: { order: number; flow: number; fen: number | null; at: Unix | null }[];
  }[];
  accepted: { order: number; kind: 'funds' | 'file'; fen: number; withdrawn: boolean }[];
}

export const MONTHS = ['2026-09', '2026-10', '2026-11'] as const;
const FROM = periodRange(MONTHS[0])!.from;
const TO = periodRange(MONTHS[2])!.to;
/** Up to when everything was read. */
export const KNOWN = TO + 3 * DAY_SECONDS;

/** Whole days, and the two seconds around the turn of a month. */
const instant = fc.oneof(
  fc.integer({ min: 0, max: 90 }).map((day) => FROM + day * DAY_SECONDS),
  fc.constantFrom(...MONTHS.flatMap((month) => [periodRange(month)!.from, periodRange(month)!.to - 1])),
);
const order = fc.integer({ min: 0, max: 7 });
const fen = fc.integer({ min: -3, max: 6 });
const sometimes = <T>(value: fc.Arbitrary<T>, freq = 6) => fc.option(value, { nil: null, freq });

export const matchWorld: fc.Arbitrary<MatchWorld> = fc.record({
  orders: fc.uniqueArray(
    fc.record({
      order,
      sku: fc.integer({ min: 0, max: 2 }),
      status: fc.constantFrom(100, 100, 100, 20, 200),
      fen: sometimes(fen),
      settled: sometimes(instant, 8),
    }),
    { maxLength: 14, selector: ({ order: id, sku }) => `${id}/${sku}` },
  ),
  flows: fc.array(
    fc.record({
      order: sometimes(order),
      type: fc.constantFrom(2, 2, 2, 3, 1, 9, null),
      fen: sometimes(fen, 8),
      booked: sometimes(instant, 8),
      seen: instant,
    }),
    { maxLength: 14 },
  ),
  files: fc.array(
    fc.record({
      kind: fc.constantFrom('orders' as const, 'flows' as const),
      withdrawn: fc.boolean(),
      period: fc.constantFrom(...MONTHS),
      rows: fc.uniqueArray(
        fc.record({ order, flow: fc.integer({ min: 0, max: 9 }), fen: sometimes(fen, 8), at: sometimes(instant) }),
        { maxLength: 6, selector: ({ flow }) => flow },
      ),
    }),
    { maxLength: 3 },
  ),
  accepted: fc.array(
    fc.record({ order, kind: fc.constantFrom('funds' as const, 'file' as const), fen, withdrawn: fc.boolean() }),
    { maxLength: 5 },
  ),
});

export function orderId(order: number): string {
  return `370123456789012345${order}`;
}

export interface PlainRow {
  key: string;
  state: FundsState;
  books_fen: number | null;
  flows_fen: number | null;
  fee_fen: number;
  file_fen: number | null;
  difference_fen: number;
  file_difference_fen: number | null;
  settled_at: number | null;
  booked_at: number | null;
  age_days: number | null;
}

const sum = (amounts: readonly (number | null)[]) => amounts.reduce<number>((total, one) => total + (one ?? 0), 0);
const latest = (times: readonly (number | null)[]) =>
  times.reduce<number | null>((max, one) => (one !== null && (max === null || one > max) ? one : max), null);

/** The match of a month worked out order by order, the way a person would with three lists on paper. */
export function plainMatch(world: MatchWorld, month: Period): PlainRow[] {
  const flows = world.flows.map((flow, number) => ({ ...flow, number, when: flow.booked ?? flow.seen }));
  const commission = flows.filter(({ type, fen: amount }) => (type === 2 || type === 3) && amount !== null);
  const brought = ({ type, fen: amount }: { type: number | null; fen: number | null }) =>
    type === 3 ? -Math.abs(amount!) || 0 : amount!;
  const fee = ({ type, fen: amount }: { type: number | null; fen: number | null }) =>
    type === 3 ? Math.abs(amount!) : 0;
  const rows: PlainRow[] = [];
  for (let id = 0; id < 8; id++) {
    const settled = world.orders.filter(({ order: one, status }) => one === id && status === 100);
    const mine = commission.filter(({ order: one }) => one === id);
    const file = fileOf(world, id);
    const settledAt = latest(settled.map(({ settled: at }) => at));
    const bookedAt = latest(mine.map(({ when }) => when));
    const home =
      settledAt !== null ? periodOf(settledAt) : bookedAt !== null ? periodOf(bookedAt) : (file?.period ?? null);
    if (home !== month) continue;
    rows.push(
      judged(world, {
        key: orderId(id),
        order: id,
        books: settled.length > 0 ? sum(settled.map(({ fen: amount }) => amount)) : null,
        flows: mine.length > 0 ? sum(mine.map(brought)) : null,
        fee: sum(mine.map(fee)),
        file: file?.fen ?? null,
        settledAt,
        bookedAt,
        filedAt: file?.at ?? null,
      }),
    );
  }
  for (const flow of commission.filter(({ order: one, when }) => one === null && periodOf(when) === month))
    rows.push(
      judged(world, {
        key: `flow:f${flow.number}`,
        order: null,
        books: null,
        flows: brought(flow),
        fee: fee(flow),
        file: null,
        settledAt: null,
        bookedAt: flow.when,
        filedAt: null,
      }),
    );
  return rows.sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Of lists of commission the newest that names the order, else every flow as its newest list has it. */
function fileOf(world: MatchWorld, order: number): { fen: number; at: number | null; period: Period } | null {
  const counted = world.files.flatMap(({ kind, withdrawn, period, rows }, file) =>
    withdrawn ? [] : rows.map((row) => ({ ...row, kind, file, period: row.at === null ? period : periodOf(row.at) })),
  );
  const naming = counted.filter(({ order: one, fen: amount }) => one === order && amount !== null);
  const lists = naming.filter(({ kind }) => kind === 'orders');
  const newest = Math.max(...lists.map(({ file }) => file));
  const taken =
    lists.length > 0
      ? lists.filter(({ file }) => file === newest)
      : naming.filter(
          ({ flow, file }) =>
            !counted.some((other) => other.kind === 'flows' && other.flow === flow && other.file > file),
        );
  if (taken.length === 0) return null;
  return {
    fen: sum(taken.map(({ fen: amount }) => amount)),
    at: latest(taken.map(({ at }) => at)),
    period: taken
      .map(({ period }) => period)
      .sort()
      .at(-1)!,
  };
}

interface Sides {
  key: string;
  order: number | null;
  books: number | null;
  flows: number | null;
  fee: number;
  file: number | null;
  settledAt: number | null;
  bookedAt: number | null;
  filedAt: number | null;
}

function judged(world: MatchWorld, sides: Sides): PlainRow {
  const difference = (sides.flows ?? 0) - (sides.books ?? 0);
  const fileDifference = sides.file === null ? null : sides.file - (sides.books ?? 0);
  const accepted = (kind: 'funds' | 'file', amount: number) =>
    amount === 0 ||
    world.accepted.some(
      (one) => one.order === sides.order && one.kind === kind && one.fen === amount && !one.withdrawn,
    );
  const state: FundsState =
    difference === 0 && (fileDifference ?? 0) === 0
      ? 'matched'
      : accepted('funds', difference) && accepted('file', fileDifference ?? 0)
        ? 'accepted'
        : sides.books === null
          ? 'order_missing'
          : sides.flows === null && sides.books !== 0
            ? 'flow_missing'
            : 'differs';
  const since =
    state === 'flow_missing' ? sides.settledAt : state === 'order_missing' ? (sides.bookedAt ?? sides.filedAt) : null;
  return {
    key: sides.key,
    state,
    books_fen: sides.books,
    flows_fen: sides.flows,
    fee_fen: sides.fee,
    file_fen: sides.file,
    difference_fen: difference,
    file_difference_fen: fileDifference,
    settled_at: sides.settledAt,
    booked_at: sides.bookedAt,
    age_days: since === null ? null : Math.max(0, Math.floor((KNOWN - since) / DAY_SECONDS)),
  };
}
