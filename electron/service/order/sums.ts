import { type OrderState, REVIEW_STATES, type ReviewState } from '../../../shared/contract/order.ts';
import type { Unix } from '../../../shared/time.ts';
import type { Store } from '../store/store.ts';
import { dayStart, monthStart } from './spans.ts';

/** Columns of commission_order that its sums are made of. */
export const SUMMED_COLUMNS = [
  'created_at',
  'paid_at',
  'updated_at',
  'settled_at',
  'first_seen_at',
  'shop_appid',
  'promoter_appid',
  'source',
  'role',
  'plan_type',
  'channel',
  'order_status',
  'commission_status',
  'refunded',
  'self_purchase',
  'review_state',
  'shared_order',
  'actual_payment_fen',
  'service_total_fen',
  'platform_amount_fen',
  'service_amount_fen',
  'promoter_amount_fen',
  'owed_fen',
  'net_fen',
  'difference_fen',
] as const;

export type SummedRow = Pick<OrderState, Exclude<(typeof SUMMED_COLUMNS)[number], 'shared_order' | 'review_state'>> & {
  shared_order: number;
  review_state: ReviewState;
};

/** The words of order_sum's key. */
export const SUM_AXIS = { created: 0, paid: 1, updated: 2, settled: 3, known: 4 } as const;
export const SUM_GRAIN = { day: 0, month: 1, never: -1 } as const;
export const SUM_DIM = { all: 0, shop_appid: 1, promoter_appid: 2, source: 3, role: 4, plan_type: 5 } as const;
export const SUM_FLAG = { differs: 1, refunded: 2, self_purchase: 4 } as const;
/** The place of the review state in its list stands in the flags above the others, by this factor. */
export const REVIEW_FLAG = 8;
/** Stands for an absent status: below every code a filter can name. */
export const NO_STATUS = -1_000_001;

export type SumDim = Exclude<keyof typeof SUM_DIM, 'all'>;

const AXES = [
  { axis: SUM_AXIS.created, column: 'created_at' },
  { axis: SUM_AXIS.paid, column: 'paid_at' },
  { axis: SUM_AXIS.updated, column: 'updated_at' },
  { axis: SUM_AXIS.settled, column: 'settled_at' },
  { axis: SUM_AXIS.known, column: 'first_seen_at' },
] as const;

const BY_CREATION: readonly SumDim[] = ['shop_appid', 'promoter_appid', 'source', 'role', 'plan_type'];
const BY_MONEY: readonly SumDim[] = ['shop_appid', 'source', 'role', 'plan_type'];

/**
 * Which dimensions are summed by month on which axis. Each row of a batch falls into a cell of its own where values are
 * many, so promoters are summed by creation only, and products and talents not at all.
 */
export function summedDims(axis: number): readonly SumDim[] {
  if (axis === SUM_AXIS.created) return BY_CREATION;
  return axis === SUM_AXIS.paid || axis === SUM_AXIS.settled ? BY_MONEY : [];
}

const AMOUNTS = [
  'actual_payment_fen',
  'service_total_fen',
  'platform_amount_fen',
  'service_amount_fen',
  'promoter_amount_fen',
  'owed_fen',
  'net_fen',
  'difference_fen',
] as const;

/** The measures of order_sum in the order of the table. */
export const SUM_MEASURES = ['rows', 'shared_rows', 'paid_rows', 'differing_rows', ...AMOUNTS] as const;
const KEY = ['axis', 'grain', 'dim', 'span', 'value', 'channel', 'order_status', 'commission_status', 'flags'] as const;

/** Collects what rows add to or take from the sums; `flush` writes it. Both in the transaction that writes the rows. */
export interface OrderSums {
  add(row: SummedRow): void;
  take(row: SummedRow): void;
  flush(): void;
}

export function orderSums(store: Store): OrderSums {
  const columns = [...KEY, ...SUM_MEASURES];
  const upsert = store.prepare(
    `insert into order_sum (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})
     on conflict (${KEY.join(', ')}) do update set ${SUM_MEASURES.map((name) => `${name} = ${name} + excluded.${name}`).join(', ')}`,
  );
  // A cell without rows has no sums either.
  const clear = store.prepare(
    `delete from order_sum where ${KEY.map((name) => `${name} = ?`).join(' and ')} and rows = 0`,
  );
  /** Cells of one axis, grain, dimension, span and tail, by value. */
  type Cells = Map<string, number[]>;
  interface Tail {
    key: [channel: string, order_status: number, commission_status: number, flags: number];
    place: number;
  }
  // Thousands of rows a second come by here: keys are numbers, texts are taken as they are.
  const tails = new Map<string, Tail>();
  let slots = new Map<number, { key: [number, number, number, Unix]; tail: Tail; cells: Cells }>();

  const tailOf = (row: SummedRow): Tail => {
    const status = row.order_status ?? NO_STATUS;
    const commission = row.commission_status ?? NO_STATUS;
    const flags = flagsOf(row);
    const name = `${row.channel}/${status}/${commission}/${flags}`;
    let tail = tails.get(name);
    if (!tail) {
      tail = { key: [row.channel, status, commission, flags], place: tails.size };
      tails.set(name, tail);
    }
    return tail;
  };

  const put = (row: SummedRow, sign: 1 | -1): void => {
    const measures = measuresOf(row, sign);
    const tail = tailOf(row);
    const into = (axis: number, grain: number, dim: number, span: Unix, value: string): void => {
      const day = Math.floor((span + 28_800) / 86_400);
      const slot = ((axis * 24 + (grain + 1) * 8 + dim) * 2 ** 22 + day) * 2 ** 20 + tail.place;
      let found = slots.get(slot);
      if (!found) {
        found = { key: [axis, grain, dim, span], tail, cells: new Map() };
        slots.set(slot, found);
      }
      const cell = found.cells.get(value);
      if (cell) for (let index = 0; index < measures.length; index += 1) cell[index]! += measures[index]!;
      else found.cells.set(value, [...measures]);
    };
    for (const { axis, column } of AXES) {
      const at = row[column];
      if (at === null && axis !== SUM_AXIS.created) continue;
      const grain = at === null ? SUM_GRAIN.never : SUM_GRAIN.month;
      const span = at === null ? 0 : monthStart(at);
      if (at !== null) into(axis, SUM_GRAIN.day, SUM_DIM.all, dayStart(at), '');
      into(axis, grain, SUM_DIM.all, span, '');
      for (const dim of summedDims(axis)) into(axis, grain, SUM_DIM[dim], span, String(row[dim] ?? ''));
    }
  };

  return {
    add: (row) => put(row, 1),
    take: (row) => put(row, -1),
    flush() {
      const changed = slots;
      slots = new Map();
      for (const { key, tail, cells } of changed.values())
        for (const [value, measures] of cells) {
          if (measures.every((measure) => measure === 0)) continue;
          upsert.run(...key, value, ...tail.key, ...measures);
          if (measures[0]! < 0) clear.run(...key, value, ...tail.key);
        }
    },
  };
}

function measuresOf(row: SummedRow, sign: 1 | -1): number[] {
  return [
    sign,
    row.shared_order ? sign : 0,
    row.paid_at === null ? 0 : sign,
    row.difference_fen ? sign : 0,
    sign * (row.actual_payment_fen ?? 0),
    // Where the gross is not stated apart, the platform took nothing from it.
    sign * (row.service_total_fen ?? row.service_amount_fen ?? 0),
    sign * (row.platform_amount_fen ?? 0),
    sign * (row.service_amount_fen ?? 0),
    sign * (row.promoter_amount_fen ?? 0),
    sign * (row.owed_fen ?? 0),
    sign * (row.net_fen ?? 0),
    sign * (row.difference_fen ?? 0),
  ];
}

function flagsOf(row: SummedRow): number {
  return (
    (row.difference_fen ? SUM_FLAG.differs : 0) |
    (row.refunded ? SUM_FLAG.refunded : 0) |
    (row.self_purchase ? SUM_FLAG.self_purchase : 0) |
    (REVIEW_STATES.indexOf(row.review_state) * REVIEW_FLAG)
  );
}

/** The measures of SUM_MEASURES over commission_order itself, for questions that no sum answers. */
export const ROW_MEASURES: Readonly<Record<(typeof SUM_MEASURES)[number], string>> = {
  rows: 'count(*)',
  shared_rows: 'coalesce(sum(shared_order), 0)',
  paid_rows: 'count(paid_at)',
  differing_rows: 'count(nullif(difference_fen, 0))',
  actual_payment_fen: 'coalesce(sum(actual_payment_fen), 0)',
  service_total_fen: 'coalesce(sum(coalesce(service_total_fen, service_amount_fen)), 0)',
  platform_amount_fen: 'coalesce(sum(platform_amount_fen), 0)',
  service_amount_fen: 'coalesce(sum(service_amount_fen), 0)',
  promoter_amount_fen: 'coalesce(sum(promoter_amount_fen), 0)',
  owed_fen: 'coalesce(sum(owed_fen), 0)',
  net_fen: 'coalesce(sum(net_fen), 0)',
  difference_fen: 'coalesce(sum(difference_fen), 0)',
};

const DAY_OF = (column: string) => `${column} - (${column} + 28800) % 86400`;
const MONTH_OF = (column: string) =>
  `cast(strftime('%s', ${column} + 28800, 'unixepoch', 'start of month') as integer) - 28800`;

/** Makes all sums anew from the rows: for books that have none yet. Seconds for each million rows. */
export function rebuildSums(store: Store): void {
  store.transaction(() => {
    store.db.exec('delete from order_sum');
    for (const { axis, column } of AXES) {
      const some = `${column} is not null`;
      fill(store, { axis, grain: SUM_GRAIN.day, dim: SUM_DIM.all, value: "''", span: DAY_OF(column), where: some });
      fill(store, { axis, grain: SUM_GRAIN.month, dim: SUM_DIM.all, value: "''", span: MONTH_OF(column), where: some });
      for (const dim of summedDims(axis))
        fill(store, {
          axis,
          grain: SUM_GRAIN.month,
          dim: SUM_DIM[dim],
          value: `coalesce(${dim}, '')`,
          span: MONTH_OF(column),
          where: some,
        });
    }
    for (const dim of ['all', ...summedDims(SUM_AXIS.created)] as const)
      fill(store, {
        axis: SUM_AXIS.created,
        grain: SUM_GRAIN.never,
        dim: SUM_DIM[dim],
        value: dim === 'all' ? "''" : `coalesce(${dim}, '')`,
        span: '0',
        where: 'created_at is null',
      });
  });
}

function fill(
  store: Store,
  part: { axis: number; grain: number; dim: number; value: string; span: string; where: string },
): void {
  const { differs, refunded, self_purchase } = SUM_FLAG;
  store.db.exec(
    `insert into order_sum (${[...KEY, ...SUM_MEASURES].join(', ')})
     select ${part.axis}, ${part.grain}, ${part.dim}, ${part.span}, ${part.value}, channel,
       coalesce(order_status, ${NO_STATUS}), coalesce(commission_status, ${NO_STATUS}),
       (coalesce(difference_fen, 0) <> 0) * ${differs} + refunded * ${refunded} + self_purchase * ${self_purchase}
         + case review_state ${REVIEW_STATES.map((state, at) => `when '${state}' then ${at * REVIEW_FLAG}`).join(' ')} end,
       ${SUM_MEASURES.map((name) => ROW_MEASURES[name]).join(', ')}
     from commission_order where ${part.where} group by 4, 5, 6, 7, 8, 9`,
  );
}
