import type { Page } from 'playwright';
import { enterRoom, settled } from './desk-page.ts';

/** Goes to a page of the room by its tab, as staff do; from anywhere in the program. */
export async function openView(page: Page, view: string, period?: string): Promise<void> {
  if (!page.url().includes('#/settlement')) await enterRoom(page, 'settlement');
  await page.getByRole('tab', { name: view, exact: true }).click();
  await settled(page);
  if (period === undefined) return;
  await page.locator('.ld-period', { hasText: period }).click();
  await page.locator('.ld-period--present', { hasText: period }).waitFor();
  await settled(page);
}

/** The month's figures in the band on top, by their names on screen. */
export function shownBand(page: Page): Promise<Record<string, string>> {
  return page
    .locator('.ld-band__figure')
    .evaluateAll((figures) =>
      Object.fromEntries(
        figures.map((figure) => [
          figure.querySelector('span')?.textContent ?? '',
          figure.querySelector('b')?.textContent ?? '',
        ]),
      ),
    );
}

/** The cells of the only row on screen that holds the text, by their columns. */
export async function shownCells(page: Page, text: string): Promise<Record<string, string>> {
  const row = page.locator('.ld-row', { hasText: text });
  await row.waitFor();
  return row
    .locator('[data-column]')
    .evaluateAll((cells) =>
      Object.fromEntries(cells.map((cell) => [(cell as HTMLElement).dataset.column!, cell.textContent ?? ''])),
    );
}

/** Facts of a dialog, by their names on screen. */
export function shownFacts(page: Page): Promise<Record<string, string>> {
  return page
    .getByRole('dialog')
    .locator('dt')
    .evaluateAll((names) =>
      Object.fromEntries(names.map((name) => [name.textContent ?? '', name.nextElementSibling?.textContent ?? ''])),
    );
}

/** Types into one of the long selects of the open dialog, text after text, and takes what it finds. */
export async function pickTyped(page: Page, name: string, ...texts: string[]): Promise<void> {
  const select = page.getByRole('dialog').getByRole('combobox', { name });
  await select.click();
  const choices = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option');
  for (const text of texts) {
    await select.fill(text);
    await choices.filter({ hasText: text }).first().click();
  }
  // What lies below the choices can be reached again.
  await page.getByRole('dialog').locator('.ant-modal-title').click();
}

/** Types a day into a field of the open dialog. */
export async function typeDay(page: Page, name: string, day: string): Promise<void> {
  const field = page.getByRole('dialog').getByLabel(name);
  await field.fill(day);
  await field.press('Enter');
}

/** Says in the settings who is at the desk now. */
export async function sayWho(page: Page, staff: string): Promise<void> {
  await enterRoom(page, 'settings');
  await page.getByTestId('staff-name').fill(staff);
  await page.getByTestId('staff-name').press('Enter');
  await page.locator('.ant-message-success').getByText('已保存', { exact: true }).last().waitFor();
}

/** Waits until no dialog lies over the page. */
export async function noDialog(page: Page): Promise<void> {
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await settled(page);
}
