import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askBooks, platformOf } from '../support/desk-books.ts';
import { goTo, killService, listenToConsole, pick, settled, sync } from '../support/desk-page.ts';
import { type LaunchedDesk, launchDesk, screenshot } from '../support/electron.ts';
import { looksOf } from '../support/looks.ts';
import { resize } from '../support/room-pictures.ts';

const PRODUCTS = 50;
const PROMOTERS = 20;
const REFUSED = 3;
const UNDONE = 30;
const SET = '/channels/ec/promoter/set_sharer_product_commission_info';

const folder = mkdtempSync(join(tmpdir(), 'league-desk-shelf-'));
const dataDir = join(folder, 'data');
let desk: LaunchedDesk;
let complaints: ReturnType<typeof listenToConsole>;

const books = <Row>(question: string) => askBooks<Row>(dataDir, question);
const count = (question: string) => books<{ rows: number }>(`select count(*) as rows from ${question}`)[0]!.rows;

async function door<Answer>(place: string, body?: unknown): Promise<Answer> {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const text = await (await fetch(`${platformOf(dataDir)}/__sandbox/${place}`, init)).text();
  return (
    place.startsWith('books/')
      ? text
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line))
      : JSON.parse(text)
  ) as Answer;
}

interface Calls {
  calls: Record<string, Record<string, number>>;
}

interface Split {
  sharer_appid: string;
  product_id: string;
  commission_ratio: number;
}

/** Splits on both sides, one line each. */
async function bothSides(): Promise<{ ours: string[]; theirs: string[] }> {
  const ours = books<{ line: string }>(`select promoter_appid || ' ' || product_id || ' ' || ratio_ppm as line
    from product_split where state = 'platform' order by 1`).map(({ line }) => line);
  const staged = new Set(
    books<{ key: string }>(`select distinct promoter_appid || ' ' || product_id as key from staged_change
      where action = 'product_split'`).map(({ key }) => key),
  );
  const theirs = (await door<Split[]>('books/splits'))
    .filter((split) => staged.has(`${split.sharer_appid} ${split.product_id}`))
    .map((split) => `${split.sharer_appid} ${split.product_id} ${split.commission_ratio}`);
  return { ours: ours.sort(), theirs: theirs.sort() };
}

const progress = () =>
  Object.fromEntries(
    books<{ state: string; rows: number }>(
      'select state, count(*) as rows from staged_change where batch_id = 1 group by state',
    ).map(({ state, rows }) => [state, rows]),
  );

/** Chooses the first rows of the table in sight. */
async function choose(page: Page, rows: number): Promise<void> {
  await page.locator('.ld-row .ld-check').first().check();
  await page.getByRole('grid').focus();
  for (let row = 1; row < rows; row += 1) await page.keyboard.press('Shift+ArrowDown');
}

beforeAll(async () => {
  desk = await launchDesk({ dataDir, env: { LEAGUE_DESK_DEMO_ORDERS: '1500' } });
  complaints = listenToConsole(desk.page, [/status of 404/]);
  await resize(desk.app, desk.page, 1280, 800);
  await sync(desk.page);
}, 180_000);

afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a batch of the shelf', () => {
  it('is staged from the catalogue and looked at, and nothing has happened yet', async () => {
    const { page } = desk;
    await goTo(page, 'listings?view=batches');
    await page.getByText('还没有批次').waitFor();
    await screenshot(page, 'batches-empty');
    await goTo(page, 'products?promotable=yes&listed=no');
    await choose(page, PRODUCTS);
    await page.getByRole('button', { name: `上架 ${PRODUCTS} 件` }).click();
    await settled(page);
    await page.getByText('统一比例').click();
    for (let promoter = 0; promoter < PROMOTERS; promoter += 1) await pick(page, '添加推客');
    await page.getByLabel('批次名称（可不填）').fill('春茶上新');
    expect(await looksOf(desk, 'stage-dialog')).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: '暂存', exact: true }).click();
    await page.getByRole('button', { name: '查看批次' }).click();
    await page.locator('.ld-batch-head').getByText('春茶上新').waitFor();
    expect(count('staged_change')).toBe(PRODUCTS * (PROMOTERS + 1));
    expect([count('listing'), count('product_split')]).toEqual([0, 0]);
    // Some of what was chosen has sold out: the preview says so.
    expect(await page.getByRole('tab', { name: /^有阻碍/ }).count()).toBe(1);
    expect(await looksOf(desk, 'batch-staged')).toEqual([]);
  }, 240_000);

  it('is checked with the platform, where nothing is changed', async () => {
    const { page } = desk;
    await door('scenario', { kind: 'limit', path: SET, per_minute: 3000 });
    for (const { product_id } of books<{ product_id: string }>(
      "select distinct product_id from staged_change where action = 'list' and blocked = 'listing.no_stock'",
    ))
      await door('scenario', { kind: 'goods', product_id, stock: 50 });
    await page.getByRole('button', { name: '与平台核对' }).click();
    await page.locator('.ld-batch-facts').getByText('与平台核对过').waitFor();
    expect((await door<Calls>('calls')).calls[SET]).toBeUndefined();
    expect(count('staged_change where blocked is not null')).toBe(0);
    await page.locator('.ld-batch-facts').getByText('按平台允许的速度').waitFor();
  });

  it('goes on after the service was killed in the middle, and repeats nothing', async () => {
    const { page, app } = desk;
    const { rows: payable } = books<{ rows: number }>(`select count(*) as rows from staged_change c
      join promoter m on m.promoter_appid = c.promoter_appid where m.payer is not 1`)[0]!;
    const refused = books<{ id: string }>(`select min(c.promoter_appid) as id from staged_change c
      join promoter m on m.promoter_appid = c.promoter_appid where m.payer is not 1`)[0]!.id;
    await door('scenario', {
      kind: 'refuse',
      path: SET,
      field: 'sharer_appid',
      value: refused,
      errcode: 10024000,
      times: REFUSED,
    });
    await page.getByRole('button', { name: /^执行 [\d,]+ 行$/ }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^执行 [\d,]+ 行$/ })
      .click();
    await page.locator('.ld-batch-run').waitFor();
    await expect.poll(() => progress().done ?? 0).toBeGreaterThan(0.3 * payable);
    await screenshot(page, 'batch-applying');
    await killService(app);
    await page.getByTestId('service-gone').waitFor();
    await page.getByTestId('service-gone').waitFor({ state: 'hidden' });
    await page.getByText('上次执行被中断').waitFor();
    const interrupted = progress();
    expect((interrupted.staged ?? 0) + (interrupted.asked ?? 0)).toBeGreaterThan(0);
    await settled(page);
    expect(await looksOf(desk, 'batch-interrupted')).toEqual([]);
    await page.getByRole('button', { name: '继续' }).click();
    await page.locator('.ld-batch-head').getByText('已完成', { exact: true }).waitFor({ timeout: 100_000 });
    const { failed = 0, done = 0, same = 0 } = progress();
    expect(failed).toBe(REFUSED);
    expect(done + same).toBe(PRODUCTS * (PROMOTERS + 1) - REFUSED);
    const { calls } = await door<Calls>('calls');
    expect(calls[SET]).toEqual({ ok: payable - REFUSED, 10024000: REFUSED });
    expect(count('listing')).toBe(PRODUCTS);
  });

  it('has its refused rows retried, and then the books of both sides are the same', async () => {
    const { page } = desk;
    await page.getByRole('tab', { name: /^失败/ }).click();
    await settled(page);
    expect(await page.locator('.ld-row').count()).toBe(REFUSED);
    await choose(page, REFUSED);
    await screenshot(page, 'batch-failed-rows');
    await page.getByRole('button', { name: `重试选中的 ${REFUSED} 行` }).click();
    await expect.poll(() => (progress().done ?? 0) + (progress().same ?? 0)).toBe(PRODUCTS * (PROMOTERS + 1));
    const { ours, theirs } = await bothSides();
    expect(ours.length).toBeGreaterThan(PRODUCTS);
    expect(ours).toEqual(theirs);
  });

  it('is undone in part: thirty rows by a batch of their own', async () => {
    const { page } = desk;
    const { id, ratio } = books<{ id: string; ratio: number }>(`select m.promoter_appid as id, m.ratio_ppm as ratio
      from promoter m where m.payer is not 1 and m.ratio_ppm >= 100000
        and exists (select 1 from staged_change c where c.promoter_appid = m.promoter_appid) limit 1`)[0]!;
    await goTo(page, `listings?view=batches&batch=1&search=${id}`);
    await choose(page, UNDONE);
    await page.getByRole('button', { name: `撤销选中的 ${UNDONE} 行` }).click();
    await page.locator('.ld-batch-head').getByText('撤销批次 1').waitFor();
    await settled(page);
    expect(await looksOf(desk, 'batch-undo')).toEqual([]);
    await page.getByRole('button', { name: `执行 ${UNDONE} 行` }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: `执行 ${UNDONE} 行` })
      .click();
    await page.locator('.ld-batch-head').getByText('已完成', { exact: true }).waitFor();
    expect(progress().undone).toBe(UNDONE);
    const { ours, theirs } = await bothSides();
    expect(ours).toEqual(theirs);
    expect(
      theirs.filter((line) => line.startsWith(`${id} `) && line.endsWith(` ${ratio}`)).length,
    ).toBeGreaterThanOrEqual(UNDONE);
    await page.getByRole('button', { name: '全部批次' }).click();
    await settled(page);
    expect(await page.locator('.ld-row').count()).toBe(2);
    expect(await looksOf(desk, 'batches')).toEqual([]);
    await page.locator('.ld-row', { hasText: '春茶上新' }).click();
    await page.getByRole('button', { name: '查看撤销批次' }).waitFor();
    await page.getByTestId('language').click();
    await page.getByRole('button', { name: 'Open the undo' }).waitFor();
    await settled(page);
    await screenshot(page, 'batch-en');
    await page.getByTestId('language').click();
    await page.getByRole('button', { name: '查看撤销批次' }).waitFor();
  });

  it('takes changes of products on the shelf', async () => {
    const { page } = desk;
    await goTo(page, 'listings');
    await choose(page, 3);
    await page.getByRole('button', { name: '暂存变更' }).click();
    await settled(page);
    await page.getByRole('radio', { name: '下架' }).check();
    expect(await looksOf(desk, 'stage-shelf')).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: '暂存', exact: true }).click();
    await page.getByRole('button', { name: '查看批次' }).click();
    await page.getByRole('button', { name: '执行 3 行' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '执行 3 行' }).click();
    await page.locator('.ld-batch-head').getByText('已完成', { exact: true }).waitFor();
    expect(count('listing')).toBe(PRODUCTS - 3);
    complaints.expectNone();
  });
});
