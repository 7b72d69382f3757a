import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatFen } from '../../shared/money.ts';
import { DAY_SECONDS, periodOf, previousPeriod } from '../../shared/time.ts';
import { booksOf } from '../support/books.ts';
import { askBooks, orderRowsOfCsv, orderRowsOfXlsx, platformOf, platformTime } from '../support/desk-books.ts';
import { answerDialogs, enterRoom, goTo, listenToConsole, pick, settled, sync } from '../support/desk-page.ts';
import { type LaunchedDesk, launchDesk, screenshot } from '../support/electron.ts';
import { shownTotals } from '../support/orders-page.ts';
import { picturesOf, resize } from '../support/room-pictures.ts';

const ROOMS = 'overview partnerships products listings promoters material orders settlement sync settings'.split(' ');
const NOTE = '已与对方确认服务费与发货时效';

const folder = mkdtempSync(join(tmpdir(), 'league-desk-day-'));
const dataDir = join(folder, 'data');
const filesDir = join(folder, 'files');
let desk: LaunchedDesk;
let complaints: ReturnType<typeof listenToConsole>;

async function open(options: { offline?: boolean } = {}): Promise<void> {
  // Few orders only for speed: the command line's tests sync the whole demo world.
  desk = await launchDesk({ dataDir, ...options, env: { LEAGUE_DESK_DEMO_ORDERS: '3000' } });
  complaints = listenToConsole(desk.page);
  await resize(desk.app, desk.page, 1280, 800);
}

beforeAll(async () => {
  mkdirSync(filesDir);
  await open();
});

afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

/** One working day of an institution, its steps in order, in one window. */
describe('a day', () => {
  let shop: string;
  let listed: string[];
  let chosenOrders: number;

  it('begins with a sync, on data that says it is a demonstration', async () => {
    const { page } = desk;
    await page.getByText('演示数据').first().waitFor();
    await screenshot(page, 'first-start');
    await sync(page);
    await page.locator('[data-known]').waitFor();
    expect(await page.locator('[data-known]').getAttribute('data-known')).toBe('fresh');
    expect(askBooks(dataDir, 'select 1 from commission_order')).toHaveLength(
      (await booksOf(platformOf(dataDir))).length,
    );
  });

  it("accepts a merchant's invitation with a note", async () => {
    const { page } = desk;
    await enterRoom(page, 'partnerships');
    await page.locator('.ld-row').first().click();
    shop = (await page.locator('[data-shop]').getAttribute('data-shop'))!;
    await page.getByLabel('备注').fill(NOTE);
    await screenshot(page, 'invitation');
    await page.getByTestId('accept').click();
    await page.locator('[data-outcome=verified]').waitFor();
    await page.locator('.ld-shop__section', { hasText: '处理记录' }).getByText(NOTE).waitFor();
    await screenshot(page, 'invitation-accepted');
  });

  it('lists three products with a split for two promoters', async () => {
    const { page } = desk;
    await goTo(page, 'products?promotable=yes&listed=no');
    const boxes = page.locator('.ld-row .ld-check');
    for (const row of [0, 1, 2]) await boxes.nth(row).check();
    await page.getByRole('button', { name: '上架 3 件' }).click();
    await settled(page);
    await page.getByText('统一比例').click();
    await page.getByRole('spinbutton', { name: '默认分佣' }).fill('40');
    for (const [row, percent] of ['50', '60'].entries()) {
      await pick(page, '添加推客');
      await page.getByRole('spinbutton', { name: '分佣', exact: true }).nth(row).fill(percent);
    }
    await settled(page);
    await screenshot(page, 'listing-dialog');
    await page.getByRole('dialog').getByRole('button', { name: '上架', exact: true }).click();
    await page.getByText('6 项分佣全部生效').waitFor();
    await settled(page);
    await screenshot(page, 'listing-outcome');
    await page.getByRole('button', { name: '查看货架' }).click();
    await settled(page);
    expect(await page.locator('.ld-row').count()).toBe(3);
    expect(await page.locator('.ld-row', { hasText: '2 位推客' }).count()).toBe(3);
    listed = await page.locator('.ld-row .ld-id').allTextContents();
  });

  it("hands out a promoter's links and QR code", async () => {
    const { page } = desk;
    await page.getByRole('button', { name: '推广素材' }).first().click();
    await pick(page, '推客');
    const code = page.getByRole('img', { name: '二维码' });
    await code.waitFor();
    expect(await code.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100);
    expect(await page.locator('.ld-material__line code').allTextContents()).toEqual(
      expect.arrayContaining([expect.stringMatching(/^https?:/)]),
    );
    await settled(page);
    await screenshot(page, 'material');
    await page.keyboard.press('Escape');
  });

  it('reads what happened in ten days', async () => {
    const { page } = desk;
    const before = askBooks(dataDir, 'select 1 from commission_order').length;
    await platformTime(dataDir, 10 * DAY_SECONDS);
    await sync(page);
    const after = askBooks(dataDir, 'select 1 from commission_order').length;
    expect(after).toBeGreaterThan(before);
    expect(after).toBe((await booksOf(platformOf(dataDir))).length);
  });

  it("filters the orders to promoters' sales, with the totals of the platform's own books", async () => {
    const { page } = desk;
    await enterRoom(page, 'orders');
    await pick(page, '渠道', '推客带货');
    await page.keyboard.press('Escape');
    await page.locator('.ld-chip', { hasText: '推客带货' }).waitFor();
    expect(page.url()).toContain('channel=promoter');
    const books = (await booksOf(platformOf(dataDir))).filter(({ channel }) => channel === 'promoter');
    chosenOrders = books.length;
    const sum = (key: string) => formatFen(books.reduce((all, book) => all + Number(book[key] ?? 0), 0));
    const wanted = {
      rows: chosenOrders.toLocaleString('en-US'),
      actual_payment_fen: sum('actual_payment_fen'),
      service_amount_fen: sum('service_amount_fen'),
    };
    await expect.poll(() => shownTotals(page)).toMatchObject(wanted);
    await settled(page);
    await screenshot(page, 'orders-filtered');
  });

  it('opens an order with its versions and the raw reply', async () => {
    const { page } = desk;
    const [order] = askBooks<{ order_id: string; versions: number }>(
      dataDir,
      `select order_id, versions from commission_order where channel = 'promoter' order by versions desc limit 1`,
    );
    expect(order!.versions).toBeGreaterThan(1);
    const search = page.getByTestId('orders-search');
    await search.fill(order!.order_id);
    await page.locator('.ld-chip', { hasText: order!.order_id }).waitFor();
    await settled(page);
    await page.locator('.ld-row').first().click();
    const drawer = page.getByRole('dialog');
    await drawer.locator('.ld-version', { hasText: '第 2 版' }).waitFor();
    await settled(page);
    await drawer.getByText('原文', { exact: true }).click();
    expect(await drawer.locator('.ld-raw pre').last().textContent()).toContain(order!.order_id);
    await screenshot(page, 'order');
    await drawer.getByRole('button', { name: '关闭' }).click();
    await search.fill('');
    await page.locator('.ld-chip', { hasText: order!.order_id }).waitFor({ state: 'detached' });
  });

  it.each(['csv', 'xlsx'])('exports exactly the filter as %s', async (format) => {
    const { app, page } = desk;
    const file = join(filesDir, `orders.${format}`);
    await answerDialogs(app, { save: file });
    await page.getByRole('button', { name: /^(download )?导出$/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: format === 'csv' ? 'CSV 表格' : 'Excel 工作簿' }).check();
    await settled(page);
    await screenshot(page, 'export');
    await dialog.getByRole('button', { name: '选择位置并导出' }).click();
    await dialog.getByText(`已导出 ${chosenOrders.toLocaleString('en-US')} 行`).waitFor();
    await dialog.getByRole('button', { name: '再导出一份' }).click();
    await dialog.locator('.ant-modal-close').click();
    await dialog.waitFor({ state: 'hidden' });
    expect(format === 'csv' ? orderRowsOfCsv(file) : await orderRowsOfXlsx(file)).toBe(chosenOrders);
  });

  it('closes the last full month', async () => {
    const { page } = desk;
    const period = previousPeriod(periodOf(await platformTime(dataDir)));
    await enterRoom(page, 'settlement');
    await page.locator('.ld-period', { hasText: period }).click();
    await page.getByRole('heading', { name: period }).waitFor();
    await settled(page);
    await page.getByRole('button', { name: '关账', exact: true }).click();
    await settled(page);
    const dialog = page.getByRole('dialog');
    // Whatever still asks has to be seen before the month can be closed.
    for (const box of await dialog.getByRole('checkbox').all()) await box.check();
    await screenshot(page, 'close-period');
    await dialog.getByRole('button', { name: '确认关账' }).click();
    await dialog.getByText('已关账').waitFor();
    await dialog.getByRole('button', { name: '完成' }).click();
    await page.locator('.ld-period-page').getByText('已关账').waitFor();
  });

  it('writes the settlement pack, and finds its workbook untouched', async () => {
    const { app, page } = desk;
    await answerDialogs(app, { open: filesDir });
    await page.getByRole('button', { name: '生成结算报告' }).click();
    await page.getByRole('button', { name: '选择文件夹并生成' }).click();
    await page.getByRole('dialog').getByText('已生成').waitFor();
    await settled(page);
    await screenshot(page, 'report-written');
    await page.getByRole('button', { name: '完成' }).click();
    const pack = readdirSync(filesDir, { recursive: true }).map(String);
    const workbook = pack.find((name) => name.endsWith('.xlsx') && !name.startsWith('orders.'));
    await answerDialogs(app, { open: join(filesDir, workbook!) });
    await page.getByRole('button', { name: '校验报告' }).click();
    await page.getByRole('dialog').getByText('未被改动').waitFor();
    await settled(page);
    await screenshot(page, 'report-verified');
    await page.getByRole('dialog').locator('.ant-modal-close').click();
  });

  it('shows every room in both themes, and in English', async () => {
    const { app, page } = desk;
    await picturesOf(page, Object.fromEntries(ROOMS.map((room) => [room, room])));
    await page.getByTestId('language').click();
    await page.locator('[data-room=orders]', { hasText: 'Orders' }).waitFor();
    await picturesOf(page, Object.fromEntries(ROOMS.map((room) => [`${room}-en`, room])), ['light']);
    await page.getByTestId('language').click();
    await page.locator('[data-room=orders]', { hasText: '佣金单' }).waitFor();
    await resize(app, page, 1920, 1080);
    await picturesOf(page, { 'overview-wide': 'overview', 'products-wide': 'products', 'orders-wide': 'orders' });
    complaints.expectNone();
  });

  it('is all there when the program is started again without the platform', async () => {
    const shown = askBooks(dataDir, 'select 1 from commission_order').length.toLocaleString('en-US');
    await desk.close();
    await open({ offline: true });
    const { page } = desk;
    await page.locator('[data-known=offline]').waitFor();
    expect(await page.locator('[data-known]').textContent()).toMatch(/平台连不上 · 数据停在 \d{4}-\d\d-\d\d \d\d:\d\d/);
    await enterRoom(page, 'orders');
    await page.locator('[data-total=rows]').getByText(shown, { exact: true }).waitFor();
    await screenshot(page, 'orders-offline');
    await enterRoom(page, 'listings');
    expect((await page.locator('.ld-row .ld-id').allTextContents()).sort()).toEqual(listed.sort());
    await goTo(page, `partnerships?status=all&open=${shop}`);
    await page.locator('.ld-shop__section', { hasText: '处理记录' }).getByText(NOTE).waitFor();
    await page.getByTestId('sync-start').click();
    await page.getByRole('alert').getByText('连不上平台').waitFor({ timeout: 60_000 });
    await page.getByText('错误码 network.unreachable').waitFor();
    await screenshot(page, 'sync-offline');
    complaints.expectNone();
  });
});
