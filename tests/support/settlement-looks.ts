import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { askBooks } from './desk-books.ts';
import { goTo, settled } from './desk-page.ts';

/** What the pictures are of: months in every state, and somebody with several promoters. */
export interface Scene {
  dataDir: string;
  filesDir: string;
  closed: string;
  /** A month after it, opened again. */
  reopened: string;
  promoter: string;
  team: string;
}

type Look = [address: (scene: Scene) => string, act?: (page: Page, scene: Scene) => Promise<unknown>];

const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click();
const at = (view: string, rest = '') => `settlement?view=${view}${rest}`;
const ofClosed =
  (view: string, rest = '') =>
  ({ closed }: Scene) =>
    at(view, `&period=${closed}${rest}`);
const ofReopened =
  (view: string, rest = '') =>
  ({ reopened }: Scene) =>
    at(view, `&period=${reopened}${rest}`);

/** Every page and dialog of the room of settlement: where it is, and what is done there. */
export const SETTLEMENT_LOOKS: Record<string, Look> = {
  summary: [ofClosed('summary')],
  promoters: [ofReopened('summary', '&tab=promoters')],
  checks: [ofReopened('summary', '&tab=checks')],
  close: [ofReopened('summary'), press(/^关账$/)],
  reopen: [ofClosed('summary'), press('重新打开')],
  report: [ofClosed('summary'), press('生成结算报告')],
  differences: [ofClosed('differences')],
  funds: [ofClosed('funds')],
  'funds-order': [ofClosed('funds'), (page) => page.locator('.ld-row').first().click()],
  'funds-import': [ofClosed('funds'), importFile],
  payees: [ofClosed('payees')],
  'payees-open': [ofReopened('payees')],
  payee: [({ closed, team }) => at('payees', `&period=${closed}&payee=${team}`)],
  'payee-account': [({ closed, team }) => at('payees', `&period=${closed}&payee=${team}`), press('登记账户')],
  assign: [ofReopened('payees'), press('调整归属')],
  'clawback-ages': [ofClosed('payees'), press('扣回账龄')],
  payouts: [ofClosed('payouts')],
  batch: [ofClosed('payouts', '&batch=1')],
  draft: [ofClosed('payouts'), press('制单')],
  reports: [ofClosed('reports')],
  'reports-merchant': [ofReopened('reports', '&tab=merchant')],
  pack: [ofReopened('reports'), press('打包全部')],
  templates: [ofClosed('reports'), press('模板')],
  template: [
    ofClosed('reports'),
    async (page) => {
      await press('模板')(page);
      await press('新建模板')(page);
    },
  ],
  schedules: [
    ofClosed('reports'),
    async (page) => {
      await press('定时')(page);
      await press('新建定时任务')(page);
      await page.getByRole('radio', { name: '每月' }).check();
    },
  ],
  'written-files': [ofClosed('reports'), press('已生成')],
  'what-if': [ofClosed('what_if'), replay],
  forecast: [() => at('forecast')],
  rules: [() => at('rules')],
  'rule-add': [() => at('rules'), press('新增规则')],
  rule: [() => at('rules'), (page) => page.locator('.ld-row').first().click()],
  audit: [() => at('audit')],
  'audit-proof': [() => at('audit'), press('校验记录')],
};

/** Brings the page there from anywhere, nothing of another look left open. */
export async function showLook(page: Page, name: string, scene: Scene): Promise<void> {
  const [address, act] = SETTLEMENT_LOOKS[name]!;
  await goTo(page, 'overview');
  await goTo(page, address(scene));
  await settled(page);
  await act?.(page, scene);
  await settled(page);
  if (await page.locator('.ld-picture__canvas').count())
    await page.locator('.ld-picture__canvas[data-drawn=true]').first().waitFor();
}

/** A file of the institution's console with every trouble there is, as far as its preview. */
async function importFile(page: Page, { dataDir, filesDir, closed }: Scene): Promise<void> {
  const orders = askBooks<{ order_id: string; fee: number }>(
    dataDir,
    `select order_id, service_amount_fen as fee from commission_order where commission_status = 100
       and strftime('%Y-%m', settled_at + 28800, 'unixepoch') = '${closed}' and service_amount_fen > 0 limit 40`,
  );
  const file = join(filesDir, '机构后台-佣金明细-十月-给财务核对用-最终版.csv');
  const rows = orders.map(({ order_id, fee }, at) =>
    at === 3 ? `3.78E+18,${fee / 100}` : at === 7 ? `${order_id},约十元` : `${order_id},${(fee / 100).toFixed(2)}`,
  );
  writeFileSync(file, ['订单号,服务费(元)', ...rows].join('\r\n'));
  await page.getByTestId('funds-file').setInputFiles(file);
  await page.getByRole('dialog').locator('.ld-funds__sample').waitFor();
}

async function replay(page: Page, { promoter }: Scene): Promise<void> {
  await page.getByRole('button', { name: '再加一条' }).click();
  const field = page.getByRole('combobox', { name: '推客' }).last();
  await field.click();
  await field.fill(promoter);
  await page.locator('.ant-select-item-option', { hasText: promoter }).first().click();
  for (const ratio of await page.getByRole('spinbutton', { name: '比例' }).all()) await ratio.fill('35');
  await page.getByRole('button', { name: '试算' }).last().click();
  await page.locator('.ld-what-if__figures').waitFor();
}
