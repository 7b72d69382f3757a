import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { startService } from '../../electron/service/service.ts';
import { contains } from '../../electron/service/store/keyset.ts';
import { type Sql, sql, where } from '../../electron/service/store/sql.ts';
import { STORE_FILE } from '../../electron/service/store/store.ts';
import type { Client } from '../../shared/contract/client.ts';
import type { RouteInput } from '../../shared/contract/routes.ts';
import { type AskedTable, bestStatement } from './measure/best-statement.ts';
import { type Figure, figure } from './measure/figure.ts';
import { fillProducts } from './measure/many-products.ts';
import { turns } from './measure/turns.ts';

const PRODUCTS = Number(process.argv.find((one) => one.startsWith('--products='))?.slice(11) ?? 100_000);
const ROWS = 100;
/** How far down the rows a deep page lies. */
const DEPTH = 0.4;
const TABLE: AskedTable = { name: 'product', as: 'p', key: 'p.number' };
const KEYS = 'p.shop_appid, p.product_id, p.plan_type, p.head_supplier_appid';

type Sort = NonNullable<RouteInput<'product.list'>['sort']>;
const SORTS: Record<Sort, string> = {
  service_fee: 'p.service_fee_fen',
  price: 'p.price_min_fen',
  service_ratio: 'p.service_ratio_ppm',
  stock: 'p.stock',
  plan_end: 'p.plan_end_at',
  title: 'p.title_key',
};

interface Catalogue {
  client: Client;
  bare: Database.Database;
  /** Writes something elsewhere, so that nothing that was counted or found is still known. */
  disturb(): void;
}

/** The catalogue of so many products: pages by every sort, and searches, each beside the best bare statement for it. */
export async function bench(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'league-desk-products-'));
  const seconds = await fillProducts(folder, PRODUCTS);
  const service = await startService({
    dataDir: folder,
    institution: { id: 'bench', name: '', demo: false },
    credentials: null,
    version: '0',
  });
  const bare = new Database(join(folder, STORE_FILE), { readonly: true });
  const beside = new Database(join(folder, STORE_FILE));
  const write = beside.prepare("insert or replace into setting (key, value) values ('bench', random())");
  const catalogue: Catalogue = { client: service.client(), bare, disturb: () => write.run() };
  const figures: Figure[] = [
    figure({
      name: `product.record_${PRODUCTS}`,
      ours: seconds,
      reference: 'a minute for 100,000 replies through the pipeline of the sync',
      reference_value: (60 * PRODUCTS) / 100_000,
      unit: 's',
      goal: { of: 'ratio', is: '<=', than: 1 },
    }),
  ];
  try {
    for (const sort of Object.keys(SORTS) as Sort[])
      for (const direction of ['desc', 'asc'] as const)
        for (const deep of [false, true]) figures.push(...(await page(catalogue, sort, direction, deep)));
    for (const [name, text] of words(bare)) figures.push(...(await search(catalogue, name, text)));
  } finally {
    await service.close();
    bare.close();
    beside.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return figures;
}

const raw = (text: string): Sql => ({ text, values: [] });

/** The rows of a page as bare as they can be: the product's own columns, its shop's name, and whether it is listed. */
function rowsOf(by: Sql, conditions: readonly Sql[], sort: Sort, direction: 'asc' | 'desc'): Sql {
  const order = [SORTS[sort], ...KEYS.split(', ')].map((column) => `${column} ${direction}`).join(', ');
  return sql`select p.*, s.shop_name, l.shop_appid is not null as listed from product p${by}
    left join shop s on s.shop_appid = p.shop_appid
    left join listing l on l.shop_appid = p.shop_appid and l.product_id = p.product_id and l.plan_type = p.plan_type
      and l.head_supplier_appid = p.head_supplier_appid
    ${where(conditions)} order by ${raw(order)} limit ${ROWS}`;
}

async function page(
  { client, bare }: Catalogue,
  sort: Sort,
  direction: 'asc' | 'desc',
  deep: boolean,
): Promise<Figure[]> {
  const place = deep ? placeAt(bare, sort, direction) : null;
  const beyond = place
    ? sql`(${raw(SORTS[sort])}, ${raw(KEYS)}) ${raw(direction === 'asc' ? '>' : '<')} (${place[0]!}, ${place[1]!}, ${place[2]!}, ${place[3]!}, ${place[4]!})`
    : sql`${raw(SORTS[sort])} is not null`;
  const best = bestStatement(bare, (by, counting) => rowsOf(by, [...counting, beyond], sort, direction), TABLE);
  const ask = () =>
    client.call('product.list', { sort, direction, limit: ROWS, ...(place ? { cursor: JSON.stringify(place) } : {}) });
  sameRows((await ask()).rows, best.run());
  return compared(`product.page.${sort}.${direction}.${deep ? 'deep' : 'first'}`, ask, best.run, best.by);
}

function placeAt(bare: Database.Database, sort: Sort, direction: 'asc' | 'desc'): (string | number)[] {
  const order = [SORTS[sort], ...KEYS.split(', ')].map((column) => `${column} ${direction}`).join(', ');
  const valued = `from product p where ${SORTS[sort]} is not null`;
  const rows = bare.prepare(`select count(*) ${valued}`).pluck().get() as number;
  return bare
    .prepare(`select ${SORTS[sort]}, ${KEYS} ${valued} order by ${order} limit 1 offset ${Math.floor(rows * DEPTH)}`)
    .raw()
    .get() as (string | number)[];
}

/** A search is asked as if for the first time: found and counted anew. Its reference are a bare page and a bare count. */
async function search({ client, bare, disturb }: Catalogue, name: string, text: string): Promise<Figure[]> {
  const found = sql`(${contains([sql`p.title`, sql`p.product_id`], text)}
    or p.shop_appid in (select s.shop_appid from shop s where ${contains([sql`s.shop_name`], text)}))`;
  const best = bestStatement(
    bare,
    (by, counting) => rowsOf(by, [...counting, found, sql`p.service_fee_fen is not null`], 'service_fee', 'desc'),
    TABLE,
  );
  const count = bestStatement(
    bare,
    (by, counting) => sql`select count(*) from product p${by} ${where([...counting, found])}`,
    TABLE,
  );
  const ask = () => {
    disturb();
    return client.call('product.list', { search: text, limit: ROWS });
  };
  sameRows((await ask()).rows, best.run());
  return compared(
    `product.search.${name}`,
    ask,
    () => [best.run(), count.run()],
    `${best.by}, and the bare count, ${count.by}`,
  );
}

function words(bare: Database.Database): [string, string][] {
  const id = bare.prepare('select product_id from product order by product_id limit 1 offset 40000').pluck().get();
  return [
    ['one_character', '茶'],
    ['two_characters', '围巾'],
    ['common_word', '桂花乌龙茶'],
    ['rare_word', '茶 77777'],
    ['nothing', '没有这个词'],
    ['emoji', '🎁'],
    ['shop_name', '山茶115'],
    ['product_id', String(id)],
    ['id_end', String(id).slice(-5)],
  ];
}

function sameRows(ours: readonly { product_id: string }[], theirs: readonly unknown[]): void {
  if (
    ours.length !== theirs.length ||
    ours.some((row, n) => (theirs[n] as { product_id: string }).product_id !== row.product_id)
  )
    throw new Error('other rows than the bare statement');
}

async function compared(name: string, ours: () => unknown, bare: () => unknown, by: string): Promise<Figure[]> {
  const times = await turns({ ours, bare }, { rounds: 40, budgetMs: 2000 });
  return (['median', 'p95'] as const).map((of) =>
    figure({
      name: of === 'p95' ? `${name}.p95` : name,
      ours: times.ours![of],
      reference: `bare statement, ${by}`,
      reference_value: times.bare![of],
      unit: 'ms',
      goal: { of: 'ratio', is: '<=', than: 3 },
    }),
  );
}
