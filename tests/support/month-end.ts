import type { Page } from 'playwright';
import { settled } from './desk-page.ts';
import { screenshot } from './electron.ts';
import { noDialog, pickTyped, shownFacts, typeDay } from './settlement-page.ts';

/** Closes the month on screen, whatever asks being seen and ticked off. Gives the figures it was closed on. */
export async function closeMonth(page: Page, period: string): Promise<Record<string, string>> {
  await page.getByRole('button', { name: '关账', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: `关闭账期 ${period}` });
  await dialog.waitFor();
  const facts = await shownFacts(page);
  for (const box of await dialog.getByRole('checkbox').all()) await box.check();
  await dialog.getByRole('button', { name: '确认关账' }).click();
  await dialog.getByText(`账期 ${period} 已关账`).waitFor();
  await dialog.getByRole('button', { name: '完成' }).click();
  await noDialog(page);
  return facts;
}

/** Asks for the month on screen to be opened again; the answer is for the test to wait for. */
export async function reopenMonth(page: Page, period: string, reason: string): Promise<void> {
  await page.getByRole('button', { name: '重新打开', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: `重新打开账期 ${period}` });
  await dialog.getByLabel('原因').fill(reason);
  await dialog.getByRole('button', { name: '重新打开' }).click();
}

/** On the page of rules: what the institution gives of its fee, to everybody or to one promoter. */
export async function addSplit(page: Page, ratioPpm: number, promoter?: string): Promise<void> {
  await page.getByRole('button', { name: '新增规则' }).click();
  const dialog = page.getByRole('dialog', { name: '新增分佣规则' });
  if (promoter) await pickTyped(page, '推客', promoter);
  await dialog.getByRole('spinbutton', { name: '比例' }).fill(String(ratioPpm / 10_000));
  await typeDay(page, '第一天', '2020-01-01');
  await dialog.getByLabel('来源').fill('合作协议第三条');
  await dialog.getByRole('button', { name: '保存规则' }).click();
  await noDialog(page);
}

/** On the page of payees: leaves those whose name or id holds the text. */
export async function searchPayee(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: '名称、别名或编号' }).fill(text);
  await page.locator('.ld-row', { hasText: text }).waitFor();
  await settled(page);
}

/** On the page of payees: finds one and takes down his bank account. */
export async function addAccount(page: Page, payee: string, holder: string, number: string): Promise<void> {
  await searchPayee(page, payee);
  await page.locator('.ld-row', { hasText: payee }).click();
  const drawer = page.getByRole('dialog', { name: '收款人' });
  await drawer.getByRole('button', { name: '登记账户' }).click();
  const form = page.getByRole('dialog', { name: '登记收款账户' });
  await form.getByLabel('户名').fill(holder);
  await form.getByLabel('账号').fill(number);
  await form.getByLabel('开户行').fill('招商银行深圳分行');
  await form.getByRole('button', { name: '加密保存' }).click();
  await form.waitFor({ state: 'hidden' });
  await drawer.getByText(`尾号 ${number.slice(-4)}`).waitFor();
  await drawer.getByRole('button', { name: '关闭' }).click();
  await noDialog(page);
}

/** Turns the orders on screen into the queue they are reviewed in. */
export async function reviewQueue(page: Page): Promise<void> {
  await page.getByTestId('orders-tab').getByText('审核').click();
  await settled(page);
  await page.getByRole('listbox').waitFor();
}

/** On the page of statements: everybody's, as workbooks and as words, in one archive. */
export async function packEverybody(page: Page, period: string): Promise<void> {
  await page.getByRole('button', { name: '打包全部' }).click();
  const dialog = page.getByRole('dialog', { name: `打包结算单 ${period}` });
  for (const scope of ['机构', '收款人', '商家', '渠道']) await dialog.getByRole('checkbox', { name: scope }).check();
  await dialog.getByRole('checkbox', { name: '文字' }).check();
  await dialog.getByRole('button', { name: '选择文件夹并打包' }).click();
  await dialog.getByText('无一遗漏').waitFor();
  await settled(page);
  await screenshot(page, 'month-packed');
  await dialog.getByRole('button', { name: '完成' }).click();
  await noDialog(page);
}
