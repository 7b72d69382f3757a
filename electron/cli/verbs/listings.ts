import type { Client } from '../../../shared/contract/client.ts';
import type { ListingRow } from '../../../shared/contract/listing.ts';
import type { ProductKey, ProductRow } from '../../../shared/contract/product.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import { parsePpm } from '../../../shared/rate.ts';
import { type Arguments, readArguments } from '../arguments.ts';
import { print, printJson, tell } from '../output.ts';
import { UsageError } from '../usage.ts';
import { withService } from '../with-service.ts';

/** Lists or changes the shelf. */
export async function listings(argv: string[]): Promise<number> {
  const args = readArguments(argv, { default: { type: 'string' }, split: { type: 'string', multiple: true } });
  const [deed, ...products] = args.words;
  if (deed === undefined) return withService(args, 'read', (client) => listAll(client, args.json));
  if ((deed !== 'add' && deed !== 'remove') || products.length === 0)
    throw new UsageError('listings: add PRODUCT … or remove PRODUCT …');
  return withService(args, 'write', async (client) => {
    const keys = await Promise.all(products.map((text) => findProduct(client, text, deed === 'remove')));
    return deed === 'add' ? add(client, args, keys) : remove(client, args, keys);
  });
}

async function listAll(client: Client, json: boolean): Promise<number> {
  let cursor: string | undefined;
  do {
    const page = await client.call('listing.list', { limit: 500, ...(cursor ? { cursor } : {}) });
    for (const row of page.rows) printListing(row, json);
    cursor = page.next_cursor ?? undefined;
  } while (cursor);
  return 0;
}

function printListing(row: ListingRow, json: boolean): void {
  const { shop_appid, product_id, plan_type, head_supplier_appid, listed_at } = row;
  // What the platform refused is no split; the window shows it with its reason.
  const splits = row.splits
    .filter((split) => split.state !== 'failed')
    .map(({ promoter_appid, ratio_ppm }) => ({ promoter_appid, ratio_ppm }));
  if (json) printJson({ shop_appid, product_id, plan_type, head_supplier_appid, listed_at, splits });
  else print(`${shop_appid}\t${product_id}\t${plan_type}\t${row.title}\t${splits.length}`);
}

async function add(client: Client, args: Arguments, products: ProductKey[]): Promise<number> {
  const splits = args.texts('split').map((text) => {
    const [promoter, percent] = text.split('=');
    if (!promoter || percent === undefined) throw new UsageError(`--split: PROMOTER_APPID=PERCENT, not ${text}`);
    return { promoter_appid: promoter, ratio_ppm: ratio('split', percent) };
  });
  const standard = args.text('default');
  const default_ratio_ppm = standard === undefined ? null : ratio('default', standard);
  const done = await client.call('listing.add', { products, default_ratio_ppm, splits });
  if (args.json) printJson(done);
  else print(`已上架 ${done.listed}`);
  for (const split of done.splits.filter((one) => !one.ok))
    tell(`${split.error_code}: 分佣未设置 ${split.promoter_appid} ${split.product_id}`);
  if (done.feed_error) tell(`${done.feed_error}: 货架数据没有写出`);
  return done.splits.every((one) => one.ok) && !done.feed_error ? 0 : 1;
}

async function remove(client: Client, args: Arguments, products: ProductKey[]): Promise<number> {
  const done = await client.call('listing.remove', { products });
  if (args.json) printJson(done);
  else print(`已下架 ${done.removed}`);
  if (done.feed_error) tell(`${done.feed_error}: 货架数据没有写出`);
  return done.feed_error ? 1 : 0;
}

function ratio(option: string, text: string): number {
  const ppm = parsePpm(text);
  if (ppm === null) throw new UsageError(`--${option}: not a percentage: ${text}`);
  if (ppm < 100_000 || ppm > 1_000_000) throw new DeskError('listing.split_out_of_range', { ratio: text });
  return ppm;
}

/** A product of the catalogue by its whole key, or by its id alone: then under its best plan, and stderr says which. */
async function findProduct(client: Client, text: string, listed: boolean): Promise<ProductKey> {
  const [shopAppid, productId, planType, headSupplier] = text.includes('/') ? text.split('/') : [undefined, text];
  if (!productId) throw new UsageError(`not a product: ${text}`);
  const rows: ProductRow[] = [];
  let cursor: string | undefined;
  do {
    const filter = {
      search: productId,
      limit: 500,
      ...(shopAppid ? { shop_appid: shopAppid } : {}),
      ...(listed ? { listed } : {}),
    };
    const page = await client.call('product.list', { ...filter, ...(cursor ? { cursor } : {}) });
    rows.push(...page.rows);
    cursor = page.next_cursor ?? undefined;
  } while (cursor);
  const found = rows.filter(
    (row) =>
      row.product_id === productId &&
      (planType === undefined || String(row.plan_type) === planType) &&
      (headSupplier === undefined || row.head_supplier_appid === headSupplier),
  );
  const usable = found.length > 1 && !listed ? found.filter((row) => row.promotable) : found;
  const best = (usable.length > 0 ? usable : found).sort(betterPlan)[0];
  if (!best) throw new DeskError('product.unknown', { product: text });
  const { shop_appid, product_id, plan_type, head_supplier_appid } = best;
  if (usable.length > 1) tell(`${text}: ${usable.length} 个推广计划，取服务费率最高的 plan_type ${plan_type}`);
  return { shop_appid, product_id, plan_type, head_supplier_appid };
}

/** The plan that pays the institution most; between equals the one closest to the shop. */
function betterPlan(a: ProductRow, b: ProductRow): number {
  return (b.service_ratio_ppm ?? 0) - (a.service_ratio_ppm ?? 0) || a.plan_type - b.plan_type;
}
