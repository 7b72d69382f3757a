import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { readBarcodes } from 'zxing-wasm/reader';
import type { PosterLook, PosterSize } from '../../shared/poster.ts';
import { askBooks, platformOf } from './desk-books.ts';
import { answerDialogs, goTo, settled } from './desk-page.ts';
import type { LaunchedDesk } from './electron.ts';

export interface PosterSubject {
  shop_appid: string;
  product_id: string;
  plan_type: number;
  head_supplier_appid: string;
  promoter_appid: string;
}

/** Products promoters can earn on now, each with the same promoter. */
export function posterSubjects(dataDir: string, count: number): PosterSubject[] {
  const [promoter] = askBooks<{ promoter_appid: string }>(
    dataDir,
    `select promoter_appid from promoter where not_seen_since is null order by promoter_appid limit 1`,
  );
  return askBooks<Omit<PosterSubject, 'promoter_appid'>>(
    dataDir,
    `select shop_appid, product_id, plan_type, head_supplier_appid from product
     where product_status = 5 and plan_status = 1 and not_seen_since is null
       and coalesce(plan_start_at, 0) < unixepoch() and coalesce(plan_end_at, 1e11) > unixepoch() + 86400
     group by product_id order by product_id limit ${count}`,
  ).map((product) => ({ ...product, promoter_appid: promoter!.promoter_appid }));
}

export async function openPoster(page: Page, subject: PosterSubject): Promise<void> {
  const { shop_appid, product_id, plan_type, head_supplier_appid, promoter_appid } = subject;
  const product = [shop_appid, product_id, plan_type, head_supplier_appid].join('|');
  await goTo(page, `material?${new URLSearchParams({ product, promoter: promoter_appid })}`);
  await drawn(page);
}

/** The poster on screen is the one of what is chosen. */
export async function drawn(page: Page): Promise<void> {
  await page.locator('.ld-poster canvas').waitFor();
  await settled(page);
}

const LOOK_WORD: Record<PosterLook, string> = { clean: '清', warm: '暖', price: '价' };
const SIZE_WORD: Record<PosterSize, string> = { '3x4': '3:4 朋友圈', '9x16': '9:16 手机屏', '1x1': '1:1 社群' };

export async function choose(
  page: Page,
  wanted: { look?: PosterLook; size?: PosterSize; code?: string },
): Promise<void> {
  for (const word of [wanted.look && LOOK_WORD[wanted.look], wanted.size && SIZE_WORD[wanted.size], wanted.code])
    if (word) await page.locator('.ld-poster-choices .ant-segmented-item', { hasText: word }).click();
  await settled(page);
}

/** Staff's words in place of those that stand there. */
export async function addBenefits(page: Page, words: readonly string[]): Promise<void> {
  const field = page.getByRole('combobox', { name: '卖点' });
  await field.click();
  for (let i = 0; i < 3; i++) await page.keyboard.press('Backspace');
  for (const word of words) {
    await page.keyboard.insertText(word);
    await page.keyboard.press('Enter');
  }
  await drawn(page);
}

/** Saves what is shown, as staff do, and gives the bytes. */
export async function savePoster({ app, page }: LaunchedDesk, file: string): Promise<Uint8Array<ArrayBuffer>> {
  await answerDialogs(app, { save: file });
  await page.getByRole('button', { name: '保存 PNG' }).click();
  const notice = page.locator('.ant-notification-notice', { hasText: file });
  await notice.waitFor();
  await notice.locator('.ant-notification-notice-close').click();
  await notice.waitFor({ state: 'hidden' });
  return new Uint8Array(readFileSync(file));
}

/** Opens the batch of these, in the mode staff find it. */
export async function openBatch(page: Page, subjects: readonly PosterSubject[]): Promise<void> {
  const search = new URLSearchParams({ mode: 'batch' });
  const products = subjects.map(({ shop_appid, product_id, plan_type, head_supplier_appid }) =>
    [shop_appid, product_id, plan_type, head_supplier_appid].join('|'),
  );
  for (const product of new Set(products)) search.append('products', product);
  for (const promoter of new Set(subjects.map(({ promoter_appid }) => promoter_appid)))
    search.append('promoters', promoter);
  await goTo(page, `material?${search}`);
}

/** What an independent reader finds on a picture. */
export async function codesOn(png: Uint8Array<ArrayBuffer>): Promise<string[]> {
  return (await readBarcodes(png)).map(({ text }) => text);
}

/** The link the platform's own books name for the promoter and the product. */
export async function linkOf(dataDir: string, subject: PosterSubject): Promise<string> {
  const { promoter_appid, product_id, shop_appid, head_supplier_appid } = subject;
  const place = `/__sandbox/books/links?promoter=${promoter_appid}&product=${product_id}`;
  const answer = await (await fetch(platformOf(dataDir) + place)).text();
  const lines = answer
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as PosterSubject & { link: string });
  // Asked for without a supplier, the platform takes the first plan that is open.
  const line = lines.find(
    (one) => one.shop_appid === shop_appid && (!head_supplier_appid || one.head_supplier_appid === head_supplier_appid),
  );
  return line!.link;
}

/** The links the platform answered with, by product; a product under several suppliers has several. */
export function keptLinks(dataDir: string): Map<string, string[]> {
  const links = new Map<string, string[]>();
  const rows = askBooks<{ product_id: string; http_link: string }>(
    dataDir,
    'select product_id, http_link from material',
  );
  for (const { product_id, http_link } of rows) links.set(product_id, [...(links.get(product_id) ?? []), http_link]);
  return links;
}
