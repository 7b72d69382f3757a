import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { DAY_SECONDS, dayOf, formatInstant } from '../../shared/time.ts';
import { askBooks, orderRowsOfCsv, orderRowsOfXlsx, platformTime } from '../support/desk-books.ts';
import { answerDialogs, goTo, listenToConsole, settled, sync } from '../support/desk-page.ts';
import { type LaunchedDesk, launchDesk, screenshot } from '../support/electron.ts';
import { chooseByDigit, chooseByKeys, tabTo } from '../support/keyboard.ts';
import {
  clipboardText,
  inDays,
  putOnClipboard,
  shownOrderIds,
  shownTotals,
  totalsOfBooks,
} from '../support/orders-page.ts';
import { resize } from '../support/room-pictures.ts';

const ALL = '1 = 1';
const folder = mkdtempSync(join(tmpdir(), 'league-desk-orders-'));
const dataDir = join(folder, 'data');
const filesDir = join(folder, 'files');

let desk: LaunchedDesk;
let complaints: ReturnType<typeof listenToConsole>;
/** A moment between the two syncs, and what the page said then. */
let between: number;
const then: Record<string, Record<string, string>> = {};
/** The platform's day, and the first of its month. */
let today: string;
let month: string;

const books = <Row>(question: string) => askBooks<Row>(dataDir, question);
const press = (...keys: string[]) =>
  keys.reduce((before, key) => before.then(() => desk.page.keyboard.press(key)), Promise.resolve());

/** The figures on screen are those of the books for the condition, as soon as they are there. */
async function expectTotals(condition: string): Promise<void> {
  const wanted = totalsOfBooks(dataDir, condition);
  // A table without rows has no line of sums below it, only the counts.
  const { rows, orders } = wanted;
  // Also before the first test, where `expect.poll` may not be asked.
  await vi.waitFor(async () => {
    const shown = await shownTotals(desk.page);
    if (rows === '0') expect(shown).toMatchObject({ rows, orders });
    else expect(shown).toEqual(wanted);
  }, 20_000);
}

/** Nothing is asked for, and the focus is on no field. */
async function askAnew(address = 'orders'): Promise<void> {
  await goTo(desk.page, 'overview');
  await goTo(desk.page, address);
}

/** Rows of whom or what ever had a name in which the words stand as typed. */
function holding(text: string): string {
  const pattern = text.replaceAll("'", "''").replace(/[%_]/g, '\\$&');
  const kinds = { product: 'product_id', shop: 'shop_appid', promoter: 'promoter_appid', talent: 'talent_key' };
  return Object.entries(kinds)
    .map(
      ([kind, id]) =>
        `${id} in (select id from order_name where kind = '${kind}' and name like '%${pattern}%' escape '\\')`,
    )
    .join(' or ');
}

beforeAll(async () => {
  mkdirSync(filesDir);
  desk = await launchDesk({ dataDir, env: { LEAGUE_DESK_DEMO_ORDERS: '4000' } });
  const { app, page } = desk;
  complaints = listenToConsole(page);
  await resize(app, page, 1280, 800);
  await sync(page);
  for (const [address, condition] of [
    ['orders', ALL],
    ['orders?channel=promoter', "channel = 'promoter'"],
    ['orders?commission_status=20', 'commission_status = 20'],
  ] as const) {
    await goTo(page, address);
    // Figures come after the rows: those of the address before may still stand there.
    await expectTotals(condition);
    then[address] = await shownTotals(page);
  }
  // A day on which the month has rows, at least three days on: orders have been paid, settled and refunded meanwhile.
  let days = 3;
  const now = await platformTime(dataDir);
  while (!/-(1[4-9]|2\d)$/.test(dayOf(now + days * DAY_SECONDS))) days += 1;
  between = now + 60;
  today = dayOf(await platformTime(dataDir, days * DAY_SECONDS));
  month = `${today.slice(0, 7)}-01`;
  await sync(page);
});

afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the five questions, by the keyboard alone', () => {
  it.each([
    ['推客带货', 'promoter'],
    ['达人带货', 'talent'],
  ])('this month, %s', async (word, channel) => {
    await askAnew();
    await press('Alt+5');
    await chooseByDigit(desk.page, '1', word);
    await expectTotals(`channel = '${channel}' and ${inDays('created_at', month, today)}`);
  });

  it("a promoter's month", async () => {
    const [promoter] = books<{ id: string; name: string }>(
      `select promoter_appid as id, promoter_name as name from commission_order
       where promoter_name is not null and ${inDays('created_at', month, today)}
       group by 1 having count(*) > 3 order by length(name) desc, id limit 1`,
    );
    await askAnew();
    await press('Alt+5');
    await chooseByDigit(desk.page, '7', promoter!.name);
    await expectTotals(`promoter_appid = '${promoter!.id}' and ${inDays('created_at', month, today)}`);
  });

  it("a shop's quarter", async () => {
    const [shop] = books<{ id: string; name: string }>(
      `select shop_appid as id, shop_name as name from commission_order
       where shop_name is not null group by 1 order by count(*) desc limit 1`,
    );
    const year = today.slice(0, 4);
    const first = 3 * Math.floor((Number(today.slice(5, 7)) - 1) / 3) + 1;
    const from = `${year}-${String(first).padStart(2, '0')}-01`;
    await askAnew();
    await press('d');
    await desk.page.keyboard.type(from);
    await press('Enter');
    await desk.page.keyboard.type(today);
    await press('Enter', 'Escape');
    await chooseByDigit(desk.page, '5', shop!.name);
    await expectTotals(`shop_appid = '${shop!.id}' and ${inDays('created_at', from, today)}`);
  });

  it('what is not settled yet, the oldest first', async () => {
    const { page } = desk;
    await askAnew();
    await chooseByDigit(page, '3', '未结算');
    await expectTotals('commission_status = 20');
    await tabTo(page, '下单');
    await press('Enter');
    const oldest = books<{ order_id: string }>(
      'select order_id from commission_order where commission_status = 20 order by created_at, id limit 5',
    );
    const ids = oldest.map(({ order_id }) => order_id);
    await expect.poll(async () => (await shownOrderIds(page)).slice(0, 5)).toEqual(ids);
    await tabTo(page, '佣金单', true);
    await press('ArrowDown', 'Enter');
    await page.getByRole('dialog').getByText(ids[0]!).first().waitFor();
    await press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });

  it.each([
    ['differ', 'difference_fen <> 0', []],
    ['were refunded', 'refunded = 1', ['Tab']],
  ])('the rows that %s', async (_, condition, further) => {
    const { page } = desk;
    const [counted] = books<{ rows: number }>(`select count(*) as rows from commission_order where ${condition}`);
    await askAnew();
    await press('f');
    await page.locator('.ld-more input:focus').waitFor({ state: 'attached' });
    await press(...further, 'ArrowRight');
    await expectTotals(condition);
    await press('Escape');
    await page.locator('.ld-more').waitFor({ state: 'hidden' });
    if (counted!.rows === 0) await page.getByText('没有符合条件的佣金单').waitFor();
    else expect((await shownOrderIds(page)).length).toBeGreaterThan(0);
  });
});

describe('free text', () => {
  it('finds by a part of the title, by a name, and by any part of an order id', async () => {
    const { page } = desk;
    const [row] = books<Record<'order_id' | 'product_title' | 'promoter_name', string>>(
      `select order_id, product_title, promoter_name from commission_order
       where promoter_name is not null and length(product_title) > 12 order by id desc limit 1`,
    );
    const { order_id: id, product_title: title, promoter_name: name } = row!;
    const part = title.replace(/\s.*$/u, '').slice(-4);
    const cases: [string, string][] = [
      [part, holding(part)],
      [name, holding(name)],
      [id.slice(0, 9), `order_id like '%${id.slice(0, 9)}%'`],
      [id.slice(-7), `order_id like '%${id.slice(-7)}%'`],
      [id.slice(4, 12), `order_id like '%${id.slice(4, 12)}%'`],
      [id, `order_id = '${id}'`],
    ];
    await askAnew();
    for (const [text, condition] of cases) {
      await press('/', 'Control+A');
      await page.keyboard.type(text);
      await expectTotals(condition);
    }
    await press('Escape');
    await expectTotals(ALL);
  });

  it('takes a pasted column of order ids, and nonsense as nothing worse than no rows', async () => {
    const { app, page } = desk;
    const ids = books<{ id: string }>('select distinct order_id as id from commission_order order by 1 limit 400');
    const list = ids.map(({ id }) => id);
    await askAnew();
    await putOnClipboard(app, ['订单号', ...list, '3709999999999999999'].join('\r\n'));
    await press('/', 'Control+V');
    await page.locator('.ld-chip', { hasText: '订单号 401 个' }).waitFor();
    await expectTotals(`order_id in (${list.map((id) => `'${id}'`).join()})`);
    await press('Escape', 'Escape');
    for (const text of ["' or 1=1 --", '100%', '_', '😀🛒', '"; drop table commission_order']) {
      await press('/', 'Control+A');
      await page.keyboard.type(text);
      await page.locator('.ld-chip', { hasText: text }).waitFor();
      await settled(page);
      await expectTotals(holding(text));
    }
  });
});

describe('conditions', () => {
  it('are taken back step by step, and put back', async () => {
    const { page } = desk;
    await askAnew();
    await press('Alt+5', '/');
    await chooseByKeys(page, '渠道', '推客带货');
    await press('Tab');
    await tabTo(page, '更多条件');
    const [days, both] = [inDays('created_at', month, today), `channel = 'promoter'`];
    await expectTotals(`${days} and ${both}`);
    await press('Control+Z');
    await expectTotals(days);
    await press('Control+Z');
    await expectTotals(ALL);
    await press('Control+Shift+Z', 'Control+Shift+Z');
    await expectTotals(`${days} and ${both}`);
    await page.goBack();
    await settled(page);
  });

  it('are kept as a view, which survives its own removal as a file', async () => {
    const { app, page } = desk;
    const file = join(filesDir, 'views.ldviews');
    const condition = `channel = 'talent' and commission_status = 20 and ${inDays('created_at', month, today)}`;
    await askAnew('orders?channel=talent&commission_status=20&sort=actual_payment_fen.asc');
    await press('Alt+5');
    await expectTotals(condition);
    const rows = await shownOrderIds(page);
    await page.getByTestId('views').click();
    await page.getByRole('button', { name: '保存为视图…' }).click();
    await page.getByTestId('view-name').fill('达人未结算');
    await settled(page);
    await screenshot(page, 'view-save');
    await page.getByTestId('view-name').press('Enter');
    await page.getByTestId('views').getByText('达人未结算').waitFor();

    await answerDialogs(app, { save: file, open: file });
    await page.getByTestId('views').click();
    await page.locator('.ld-views').getByRole('button', { name: '导出…' }).click();
    await page.getByRole('button', { name: '导出 1 个视图' }).click();
    await page.getByText('已导出 1 个视图').waitFor();
    expect(readFileSync(file, 'utf8')).toContain('达人未结算');

    await page.getByTestId('views').click();
    await page.getByRole('button', { name: '“达人未结算”的操作' }).click();
    await page.getByRole('menuitem', { name: '删除' }).click();
    await page.getByText('已删除视图“达人未结算”').waitFor();
    await page.getByText('还没有保存的视图').waitFor();
    await page.locator('.ld-views').getByRole('button', { name: '导入…' }).click();
    const result = page.getByRole('dialog', { name: '导入视图' });
    await result.getByText('已导入 1 个视图').waitFor();
    await screenshot(page, 'view-imported');
    await result.getByRole('button', { name: 'Close' }).or(result.locator('.ant-modal-close')).first().click();
    await askAnew();
    await expectTotals(ALL);
    await page.getByTestId('views').click();
    await page.locator('.ld-view-list__open', { hasText: '达人未结算' }).click();
    await expectTotals(condition);
    await expect.poll(() => shownOrderIds(page)).toEqual(rows);
  });
});

describe('a past moment', () => {
  it('shows what was known then, says so, and leads back', async () => {
    const { page } = desk;
    await askAnew();
    await page.getByTestId('as-of').click();
    const field = page.getByRole('textbox', { name: '日期和时间' });
    await field.fill(formatInstant(between));
    await field.press('Enter');
    await page.getByTestId('as-of-banner').waitFor();
    await expect.poll(() => shownTotals(page)).toEqual(then.orders);
    await page.keyboard.press('Escape');
    await settled(page);
    await screenshot(page, 'orders-as-of');
    for (const address of Object.keys(then)) {
      await goTo(page, `${address}${address.includes('?') ? '&' : '?'}as_of=${between}`);
      await expect.poll(() => shownTotals(page)).toEqual(then[address]);
    }
    expect(then.orders).not.toEqual(totalsOfBooks(dataDir, ALL));
    await goTo(page, `orders?as_of=${between}`);
    await page.getByTestId('as-of-banner').getByRole('button', { name: '回到现在' }).click();
    await page.getByTestId('as-of-banner').waitFor({ state: 'hidden' });
    await expectTotals(ALL);
  });
});

describe('one order', () => {
  it('shows its money, its checks and its versions, and stands as it did', async () => {
    const { page } = desk;
    const [order] = books<{ order_id: string; sku_id: string; fee: number | null }>(
      `select o.order_id, o.sku_id, o.platform_amount_fen as fee from commission_order o
       where channel = 'promoter' and commission_status = 100 and versions > 1 and promoter_amount_fen > 0
       order by coalesce(platform_amount_fen, 0) > 0 desc, id desc limit 1`,
    );
    await askAnew(`orders?open=${order!.order_id}/${order!.sku_id}`);
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('heading', { name: '资金链路' }).waitFor();
    const chain = drawer.locator('.ld-chain');
    // The platform is a party where it took its part, which in some worlds it did of no promoter's order.
    for (const party of ['商家', '本机构', '推客', ...(order!.fee ? ['平台'] : [])])
      await chain.locator('th', { hasText: party }).first().waitFor();
    const checks = drawer.getByRole('table', { name: '资金链路的核对' });
    expect(await checks.getByText('相符').count()).toBeGreaterThan(2);
    expect(await checks.getByText('不符').count()).toBe(0);
    const versions = drawer.locator('.ld-version');
    expect(await versions.count()).toBeGreaterThan(1);
    await settled(page);
    await screenshot(page, 'order-top');
    await drawer.getByRole('button', { name: '版本' }).click();
    await screenshot(page, 'order-versions');
    await versions.last().getByRole('button', { name: '看当时' }).click();
    await drawer.locator('.ld-order-then').waitFor();
    await settled(page);
    await drawer.locator('.ld-order-head').getByText('未结算').waitFor();
    await screenshot(page, 'order-then');
    await drawer.getByRole('button', { name: '回到现在' }).click();
    await drawer.locator('.ld-order-head').getByText('已结算').waitFor();
    await drawer.getByRole('button', { name: '关闭' }).click();
    await drawer.waitFor({ state: 'hidden' });
  });
});

describe('rows', () => {
  it('are copied from their menu, and by many over pages', async () => {
    const { app, page } = desk;
    await askAnew();
    const newest = books<{ order_id: string }>(
      'select order_id from commission_order order by created_at desc, id desc limit 300',
    ).map(({ order_id }) => order_id);
    await page.locator('[data-row="2"]').click({ button: 'right' });
    await page.getByRole('menuitem', { name: '复制订单号' }).click();
    await expect.poll(() => clipboardText(app)).toBe(newest[2]);

    await press('Home', 'Space');
    const chosen = page.locator('.ld-chosen__count');
    const count = async () => Number(/\d+/.exec((await chosen.textContent()) ?? '')?.[0]);
    for (let pages = 0; (await count()) < 220; pages += 1) {
      expect(pages).toBeLessThan(60);
      await press('Shift+PageDown');
    }
    const wanted = await count();
    await press('Control+C');
    const lines = async () => (await clipboardText(app)).split('\r\n');
    await expect.poll(async () => (await lines()).length).toBe(wanted + 1);
    const [head, ...rows] = (await lines()).map((line) => line.split('\t'));
    expect(head!.slice(0, 2)).toEqual(['订单号', 'SKU']);
    expect(rows.map(([order_id]) => order_id)).toEqual(newest.slice(0, wanted));
    expect(new Set(rows.map((cells) => cells.length))).toEqual(new Set([head!.length]));
    await page.getByRole('button', { name: /^选择筛选出的全部/ }).click();
    await expect.poll(() => chosen.textContent()).toContain(totalsOfBooks(dataDir, ALL).rows);
    await page.getByRole('grid').focus();
    await press('Escape');
    await chosen.waitFor({ state: 'hidden' });
  });

  it.each([
    ['xlsx', 'Excel 工作簿', orderRowsOfXlsx],
    ['csv', 'CSV 表格', orderRowsOfCsv],
    ['json', 'JSON 行', (file: string) => readFileSync(file, 'utf8').trim().split('\n').length],
  ] as const)('of the filter are exported as %s, all of them', async (format, name, rowsOf) => {
    const { app, page } = desk;
    const file = join(filesDir, `orders.${format}`);
    await askAnew('orders?channel=promoter&commission_status=20');
    await expectTotals("channel = 'promoter' and commission_status = 20");
    const { rows } = await shownTotals(page);
    await answerDialogs(app, { save: file });
    await page.getByRole('button', { name: /^(download )?导出$/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name }).check();
    await dialog.getByRole('button', { name: '选择位置并导出' }).click();
    await dialog.getByText(`已导出 ${rows} 行`).waitFor();
    expect(await rowsOf(file)).toBe(Number(rows!.replaceAll(',', '')));
    await dialog.locator('.ant-modal-close').click();
  });
});

describe('analysis', () => {
  it('sums by channel, and each figure leads to its rows', async () => {
    const { page } = desk;
    await askAnew('orders?tab=analysis&look=pivot&pivot_rows=channel&pivot_columns=none');
    const pivot = page.getByRole('grid', { name: '带货渠道' });
    const row = pivot.getByRole('row', { name: /推客带货/ });
    await row.waitFor();
    const figure = row.locator('[data-figure$=":0"]');
    const { rows } = totalsOfBooks(dataDir, "channel = 'promoter'");
    expect(await figure.textContent()).toBe(rows);
    await figure.click();
    await expectTotals("channel = 'promoter'");
  });

  it('gives a picture as a file', async () => {
    const { app, page } = desk;
    const file = join(filesDir, 'trend.png');
    await app.evaluate(({ session }, path) => {
      session.defaultSession.on('will-download', (_event, item) => item.setSavePath(path));
    }, file);
    await askAnew('orders?tab=analysis&look=trend');
    await page.locator('.ld-picture__canvas[data-drawn=true]').waitFor();
    await page.getByRole('button', { name: /PNG/ }).click();
    const begins = () => {
      try {
        return readFileSync(file).subarray(0, 8).toString('latin1');
      } catch {
        return '';
      }
    };
    await expect.poll(begins).toBe('\x89PNG\r\n\x1a\n');
    expect(readFileSync(file).length).toBeGreaterThan(10_000);
  });

  it('complains of nothing', () => complaints.expectNone());
});
