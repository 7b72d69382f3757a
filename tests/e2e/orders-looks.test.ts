import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { askBooks, platformTime } from '../support/desk-books.ts';
import { goTo, settled, sync } from '../support/desk-page.ts';
import { type LaunchedDesk, launchDesk, screenshot } from '../support/electron.ts';
import { chooseTheme, resize } from '../support/room-pictures.ts';

const GRAVE = ['serious', 'critical'];

let desk: LaunchedDesk;
/** A promoter's order that was settled meanwhile. */
let order: string;
/** A moment between the two syncs. */
let between: number;

beforeAll(async () => {
  desk = await launchDesk({ env: { LEAGUE_DESK_DEMO_ORDERS: '4000' } });
  const { app, page, dataDir } = desk;
  await resize(app, page, 1280, 800);
  await sync(page);
  between = (await platformTime(dataDir)) + 60;
  await platformTime(dataDir, 8 * 86_400);
  await sync(page);
  const [found] = askBooks<{ address: string }>(
    dataDir,
    `select order_id || '/' || sku_id as address from commission_order
     where channel = 'promoter' and versions > 1 and commission_status = 100 order by actual_payment_fen desc limit 1`,
  );
  order = found!.address;
});

afterAll(() => desk.close());

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

/** What staff look at in the room: where it is, and what is done there. */
const LOOKS: Record<string, [address: () => string, act?: (page: Page) => Promise<void>]> = {
  table: [() => 'orders?channel=promoter&commission_status=20&commission_status=100&payment_min=5000'],
  'more-filters': [
    () => 'orders?has_refund=1&ratio_min=50000',
    async (page) => {
      await page.getByTestId('orders-more').click();
      await page.locator('.ld-more').waitFor();
    },
  ],
  facet: [
    () => 'orders',
    async (page) => {
      await page.getByRole('combobox', { name: '商品' }).click();
      await page.locator('.ld-facet-option__rows').first().waitFor();
    },
  ],
  selection: [
    () => 'orders',
    async (page) => {
      await page.getByRole('grid').focus();
      await press(page, 'Home', 'Space', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown');
      await page.locator('[data-row="2"] [data-column=channel]').click({ button: 'right' });
      await page.getByRole('menu').waitFor();
    },
  ],
  'no-rows': [() => 'orders?text=%E6%B2%A1%E6%9C%89%E8%BF%99%E6%A0%B7%E7%9A%84%E5%95%86%E5%93%81'],
  'as-of': [
    () => `orders?as_of=${between}`,
    async (page) => {
      await page.getByTestId('as-of').click();
      await page.locator('.ld-as-of').waitFor();
    },
  ],
  order: [() => `orders?open=${order}`],
  'order-chain': [() => `orders?open=${order}`, (page) => page.getByRole('navigation').getByText('资金链路').click()],
  'order-versions': [
    () => `orders?open=${order}`,
    (page) => page.getByRole('dialog').getByRole('button', { name: /^版本/ }).click(),
  ],
  review: [
    () => 'orders?tab=review&has_refund=1',
    async (page) => {
      await page.locator('#review-row-0').waitFor();
      await press(page, 'h', '2');
    },
  ],
  'review-bulk': [
    () => 'orders?tab=review',
    async (page) => {
      await page.locator('#review-row-0').waitFor();
      await press(page, 'Control+A', 'h');
      await page.locator('.ld-decision__sums').waitFor();
    },
  ],
  'review-help': [
    () => 'orders?tab=review',
    async (page) => {
      await page.locator('#review-row-0').waitFor();
      await press(page, '?');
      await page.getByRole('dialog').waitFor();
    },
  ],
  pivot: [() => 'orders?tab=analysis'],
  trend: [() => 'orders?tab=analysis&look=trend'],
  delays: [() => 'orders?tab=analysis&look=delays'],
  refunds: [() => 'orders?tab=analysis&look=refunds'],
  cohorts: [() => 'orders?tab=analysis&look=cohorts'],
};

/** Brings the page there from anywhere, nothing of another look left open. */
async function look(name: string): Promise<Page> {
  const { page } = desk;
  const [address, act] = LOOKS[name]!;
  await goTo(page, 'overview');
  await page.reload();
  await goTo(page, address());
  await settled(page);
  await act?.(page);
  await settled(page);
  const pictures = page.locator('.ld-picture__canvas');
  if (await pictures.count()) await page.locator('.ld-picture__canvas[data-drawn=true]').first().waitFor();
  return page;
}

for (const theme of ['light', 'dark'] as const) {
  it(`shows nothing in the ${theme} theme that axe calls serious`, async () => {
    await resize(desk.app, desk.page, 1280, 800);
    await chooseTheme(desk.page, theme);
    const grave: string[] = [];
    for (const name of Object.keys(LOOKS)) {
      const page = await look(name);
      await screenshot(page, `orders-${name}-${theme}`);
      // Every rule runs; only what passed is not described, which takes longer than the rules.
      const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
      const { violations } = await axe.analyze();
      for (const { id, impact, nodes } of violations)
        for (const { html, failureSummary } of nodes)
          if (GRAVE.includes(impact ?? ''))
            grave.push(`${name}: ${id} (${impact}) ${html.slice(0, 200)} | ${failureSummary?.replace(/\s+/g, ' ')}`);
    }
    expect(grave).toEqual([]);
  }, 300_000);

  it(`has room on a large screen in the ${theme} theme`, async () => {
    await resize(desk.app, desk.page, 1920, 1080);
    await chooseTheme(desk.page, theme);
    for (const name of Object.keys(LOOKS)) await screenshot(await look(name), `orders-${name}-wide-${theme}`);
  }, 300_000);
}
