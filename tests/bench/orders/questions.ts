import { setImmediate as turn } from 'node:timers/promises';
import { orderConditions } from '../../../electron/service/order/filter.ts';
import { type Sql, sql, where } from '../../../electron/service/store/sql.ts';
import { FACETS, type FacetName, type OrderFilter, type OrderTotals } from '../../../shared/contract/order.ts';
import { bestStatement } from '../measure/best-statement.ts';
import { type Figure, figure } from '../measure/figure.ts';
import { inWords, type Times, timesOf, turns } from '../measure/turns.ts';
import { type Named, oddFilters, staffQuestions } from './filters.ts';
import type { BenchWorld } from './world.ts';

/** The totals of the contract in one statement, which SQLite and DuckDB both understand. */
const TOTALS: Sql = {
  text: `count(*) as rows, count(distinct order_id) as orders, count(paid_at) as paid_rows,
    count(nullif(difference_fen, 0)) as differing_rows,
    coalesce(sum(actual_payment_fen), 0) as actual_payment_fen,
    coalesce(sum(coalesce(service_total_fen, service_amount_fen)), 0) as service_total_fen,
    coalesce(sum(platform_amount_fen), 0) as platform_amount_fen,
    coalesce(sum(service_amount_fen), 0) as service_amount_fen,
    coalesce(sum(promoter_amount_fen), 0) as promoter_amount_fen,
    coalesce(sum(owed_fen), 0) as owed_fen, coalesce(sum(net_fen), 0) as net_fen,
    coalesce(sum(difference_fen), 0) as difference_fen`,
  values: [],
};

function totalsQuery(filter: OrderFilter, by: Sql = { text: '', values: [] }, counting: readonly Sql[] = []): Sql {
  return sql`select ${TOTALS} from commission_order${by} ${where([...counting, ...orderConditions(filter)])}`;
}

const VALUE: Partial<Record<FacetName, string>> = {
  has_difference: 'coalesce(difference_fen, 0) <> 0',
  has_refund: 'refunded = 1',
  self_purchase: 'self_purchase = 1',
};

function facetQuery(facet: FacetName, filter: OrderFilter): Sql {
  const { [facet]: _own, ...rest } = filter;
  const conditions = where(orderConditions(rest as OrderFilter));
  if (facet === 'tag')
    return sql`select t.tag as value, count(*) as rows from order_tag t join (select * from commission_order ${conditions}) o
      on o.order_id = t.order_id and o.sku_id = t.sku_id group by 1`;
  if (facet === 'review_state')
    return sql`select coalesce(r.state, 'open') as value, count(*) as rows from (select * from commission_order ${conditions}) o
      left join order_review r on r.order_id = o.order_id and r.sku_id = o.sku_id group by 1`;
  return sql`select ${{ text: VALUE[facet] ?? facet, values: [] }} as value, count(*) as rows from commission_order ${conditions} group by 1`;
}

/** Totals and the counts of all facets of what staff ask most, against DuckDB answering the same numbers. */
export async function questions(world: BenchWorld): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [name, filter] of staffQuestions(world)) figures.push(...(await question(world, name, filter)));
  return figures;
}

async function question({ client, duck, unindexed }: BenchWorld, name: string, filter: OrderFilter): Promise<Figure[]> {
  const query = totalsQuery(filter);
  const duckTotals = (await duck.ask(query))!;
  const duckFacets = await Promise.all(
    FACETS.map(async (facet) => [facet, (await duck.ask(facetQuery(facet, filter)))!] as const),
  );
  const askTotals = () => client.call('order.totals', { filter });
  const askFacets = () => client.call('order.facets', { filter, of: [...FACETS] });

  sameTotals(name, await askTotals(), (await duckTotals())[0]!);
  const facets = await askFacets();
  for (const [facet, ask] of duckFacets) sameCounts(`${name}.${facet}`, facets[facet]!.values, await ask());

  const slow = unindexed.prepare(query.text);
  const totals = await turns({ ours: askTotals, duck: duckTotals });
  const counts = await turns({
    ours: askFacets,
    duck: async () => {
      for (const [, ask] of duckFacets) await ask();
    },
  });
  const beside = await turns({ unindexed: () => slow.all(...query.values) }, { rounds: 5, budgetMs: 500 });
  return [
    ...both(
      `order.totals.${name}`,
      totals.ours!,
      totals.duck!,
      1,
      `DuckDB, 2 threads, one statement; SQLite without indexes ${inWords(beside.unindexed)}`,
    ),
    ...both(
      `order.facets.${name}`,
      counts.ours!,
      counts.duck!,
      1,
      `DuckDB, 2 threads, a statement for each of the ${FACETS.length} facets`,
    ),
  ];
}

function both(name: string, ours: Times, theirs: Times, than: number, reference: string): Figure[] {
  return (['median', 'p95'] as const).map((of) =>
    figure({
      name: of === 'p95' ? `${name}.p95` : name,
      ours: ours[of],
      reference,
      reference_value: theirs[of],
      unit: 'ms',
      goal: { of: 'ratio', is: '<=', than },
    }),
  );
}

function sameTotals(name: string, { deriving: _, ...ours }: OrderTotals, theirs: Record<string, unknown>): void {
  for (const [measure, value] of Object.entries(ours))
    if (Number(theirs[measure]) !== value) throw new Error(`${name}: ${measure} ${value}, not ${theirs[measure]}`);
}

function sameCounts(
  name: string,
  ours: readonly { value: unknown; rows: number }[],
  theirs: readonly Record<string, unknown>[],
): void {
  const counts = new Map(theirs.map(({ value, rows }) => [String(value), Number(rows)]));
  for (const { value, rows } of ours)
    if (counts.get(String(value)) !== rows)
      throw new Error(`${name}: ${String(value)} ${rows}, not ${counts.get(String(value))}`);
}

/** Totals of other filters against the best single statement, and rows asked while such totals are worked out. */
export async function oddTotals(world: BenchWorld): Promise<Figure[]> {
  const { client, bare, duck, unindexed } = world;
  const figures: Figure[] = [];
  const filters = oddFilters(world);
  for (const [name, filter] of filters) {
    const best = bestStatement(bare, (by, counting) => totalsQuery(filter, by, counting));
    const ask = () => client.call('order.totals', { filter });
    sameTotals(name, await ask(), best.run()[0] as Record<string, unknown>);
    const query = totalsQuery(filter);
    const slow = unindexed.prepare(query.text);
    const times = await turns({ ours: ask, bare: best.run });
    const beside = await turns(
      { unindexed: () => slow.all(...query.values), duck: await duck.ask(query) },
      { rounds: 5, budgetMs: 500 },
    );
    const words = `best single statement, ${best.by}; without indexes ${inWords(beside.unindexed)}, DuckDB ${inWords(beside.duck)}`;
    figures.push(...both(`order.totals_other.${name}`, times.ours!, times.bare!, 1.3, words));
  }
  return [...figures, await rowsMeanwhile(world, filters)];
}

/** First pages while slow totals run beside them, again and again. */
async function rowsMeanwhile({ client }: BenchWorld, filters: readonly Named[]): Promise<Figure> {
  const { filter } = { filter: filters.find(([name]) => name === 'ratio')![1] };
  const page = async () => {
    const started = performance.now();
    await client.call('order.page', { filter: filters[1]![1] });
    return performance.now() - started;
  };
  const alone: number[] = [];
  for (let round = 0; round < 60; round += 1) alone.push(await page());
  const beside: number[] = [];
  while (beside.length < 60) {
    let running = true;
    const totals = client.call('order.totals', { filter }).finally(() => {
      running = false;
    });
    while (running) {
      beside.push(await page());
      // The service answers at once here: without a turn the totals' thread would never be heard.
      await turn();
    }
    await totals;
  }
  return figure({
    name: 'order.page_while_totals_run.p95',
    ours: timesOf(beside).p95,
    reference:
      'the same page with nothing else asked, p95; ours while totals of a filter no sum answers are worked out',
    reference_value: timesOf(alone).p95,
    unit: 'ms',
    goal: { of: 'ours', is: '<=', than: 16 },
  });
}
