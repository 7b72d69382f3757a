import { orderConditions } from '../../../electron/service/order/filter.ts';
import { ORDER_COLUMNS } from '../../../electron/service/order/row.ts';
import { type Sql, sql, where } from '../../../electron/service/store/sql.ts';
import type { OrderFilter } from '../../../shared/contract/order.ts';
import { bestStatement } from '../measure/best-statement.ts';
import { type Figure, figure } from '../measure/figure.ts';
import { inWords, turns } from '../measure/turns.ts';
import { doubleFilters, singleFilters } from './filters.ts';
import type { BenchWorld } from './world.ts';

/** How far down the rows a deep page lies. */
const DEPTH = 0.4;
const ROWS = 50;

interface Place {
  created_at: number;
  id: number;
}

/** The first and a deep page of every single filter and of usual pairs, newest first. */
export async function pages(world: BenchWorld): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [name, filter] of [...singleFilters(world), ...doubleFilters(world)])
    for (const place of [null, deepPlace(world, filter)])
      if (place !== undefined)
        figures.push(...(await page(world, `${name}.${place ? 'deep' : 'first'}`, filter, place)));
  return figures;
}

function deepPlace({ bare }: BenchWorld, filter: OrderFilter): Place | undefined {
  const conditions = [...orderConditions(filter), sql`created_at is not null`];
  const count = sql`select count(*) from commission_order ${where(conditions)}`;
  const rows = bare
    .prepare(count.text)
    .pluck()
    .get(...count.values) as number;
  if (rows < 3 * ROWS) return undefined;
  const at = sql`select created_at, id from commission_order ${where(conditions)}
    order by created_at desc, id desc limit 1 offset cast(${Math.floor(rows * DEPTH)} as integer)`;
  return bare.prepare(at.text).get(...at.values) as Place;
}

async function page(world: BenchWorld, name: string, filter: OrderFilter, place: Place | null): Promise<Figure[]> {
  const { client, bare, unindexed, duck } = world;
  const write = (
    by: Sql,
    counting: readonly Sql[] = [],
  ) => sql`select ${{ text: ORDER_COLUMNS.join(', '), values: [] }} from commission_order${by}
    ${where([...counting, ...orderConditions(filter), ...beyond(place)])} order by created_at desc, id desc limit ${ROWS}`;
  const best = bestStatement(bare, write);
  const plain = write({ text: '', values: [] });
  const slow = unindexed.prepare(plain.text);
  // The cursor is the sort's value and the row's number.
  const cursor = place === null ? {} : { cursor: JSON.stringify([place.created_at, place.id]) };
  const ask = () => client.call('order.page', { filter, limit: ROWS, ...cursor });
  const same = await ask();
  const theirs = best.run() as { order_id: string; sku_id: string }[];
  if (same.rows.some((row, index) => theirs[index] && row.order_id !== theirs[index].order_id))
    throw new Error(`order.page.${name}: other rows than the bare statement`);
  const answers = await duck.ask(plain);
  const times = await turns({ ours: ask, bare: best.run });
  const beside = await turns(
    { unindexed: () => slow.all(...plain.values), duck: answers },
    { rounds: 5, budgetMs: 500 },
  );
  const reference = `bare statement for the same ${theirs.length} rows, ${best.by}; without indexes ${inWords(beside.unindexed)}, DuckDB ${inWords(beside.duck)}`;
  return (['median', 'p95'] as const).map((of) =>
    figure({
      name: `order.page.${name}${of === 'p95' ? '.p95' : ''}`,
      ours: times.ours![of],
      reference,
      reference_value: times.bare![of],
      unit: 'ms',
      goal: { of: 'ratio', is: '<=', than: 3 },
    }),
  );
}

function beyond(place: Place | null): Sql[] {
  if (place === null) return [sql`created_at is not null`];
  const { created_at: at, id } = place;
  return [sql`created_at <= ${at} and (created_at < ${at} or id < ${id})`];
}
