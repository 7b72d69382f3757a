import type { Page } from 'playwright';
import { settled } from './desk-page.ts';
import { screenshot } from './electron.ts';
import { noDialog, shownFacts } from './settlement-page.ts';

const firstBatch = (page: Page) => page.getByRole('dialog', { name: /^批次 1/ });

/** On the page of payouts: drafts a batch of what can be paid, and gives what it said it would hold. */
export async function draftBatch(page: Page): Promise<Record<string, string>> {
  await page.getByRole('button', { name: '制单' }).click();
  await page.getByRole('dialog').locator('dt').first().waitFor();
  const facts = await shownFacts(page);
  await page.getByRole('button', { name: '生成草稿' }).click();
  await firstBatch(page).waitFor();
  await page.getByRole('dialog', { name: /^新建付款批次/ }).waitFor({ state: 'hidden' });
  return facts;
}

/** Approves the open batch when it is of this sum. */
export async function approveBatch(page: Page, sum: string): Promise<void> {
  await firstBatch(page).getByRole('button', { name: '批准' }).click();
  const sure = page.getByRole('dialog', { name: '批准批次 1？' });
  await sure.getByText(sum).waitFor();
  await sure.getByRole('button', { name: '批准' }).click();
  await page.getByText('批次 1 已批准').waitFor();
}

/** Writes the payments of the open batch for the bank, where the test has answered the dialog. */
export async function writeBankFile(page: Page): Promise<void> {
  await firstBatch(page).getByRole('button', { name: '导出付款文件' }).hover();
  await page.getByRole('menuitem', { name: 'CSV' }).click();
  await page.getByText(/^已导出 \d+ 笔付款/).waitFor();
}

/** Takes the bank's file, then enters by hand the payment it does not tell of, and leaves the batch. */
export async function takeResults(page: Page, file: string, reference: string): Promise<void> {
  const batch = firstBatch(page);
  await page.getByTestId('payout-result').setInputFiles(file);
  await page.getByText('每一行都找到了对应的付款').waitFor();
  await page.getByRole('button', { name: '知道了' }).click();
  await batch.getByRole('button', { name: '更正' }).waitFor();
  await batch.getByRole('button', { name: '登记' }).click();
  const result = page.getByRole('dialog', { name: '登记付款结果' });
  await result.getByLabel('流水号').fill(reference);
  await result.getByRole('button', { name: '登记' }).click();
  await batch.getByText('已付清').first().waitFor();
  await settled(page);
  await screenshot(page, 'month-paid');
  await batch.getByRole('button', { name: '关闭' }).click();
  await noDialog(page);
}
