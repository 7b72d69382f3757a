import type { Page } from 'playwright';
import { expect } from 'vitest';

/** More than any room has places to stop at. */
const MOST_STOPS = 120;

/** What the element with the focus is called: its label, its own words, or what its empty field asks for. */
function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement: focused } = document;
    const words = (focused?.closest('label') ?? focused)?.textContent?.trim();
    return focused?.getAttribute('aria-label') ?? (words || (focused?.getAttribute('placeholder') ?? ''));
  });
}

/** Presses Tab until what is called so has the focus; `back` goes the other way. */
export async function tabTo(page: Page, name: string | RegExp, back = false): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
    const found = await focusedName(page);
    if (typeof name === 'string' ? found === name : name.test(found)) return;
  }
  throw new Error(`no way by Tab to ${name}`);
}

/** Chooses in the list of this name, come to by Tab, typing what is looked for, and leaves it closed. */
export async function chooseByKeys(page: Page, name: string, option: string): Promise<void> {
  await tabTo(page, name);
  await chooseTyped(page, option);
}

/** The same in the list that a digit opens. */
export async function chooseByDigit(page: Page, digit: string, option: string): Promise<void> {
  await page.keyboard.press(digit);
  await page.locator('.ant-select-open input:focus').waitFor();
  await chooseTyped(page, option);
}

async function chooseTyped(page: Page, option: string): Promise<void> {
  await page.keyboard.type(option);
  const active = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option-active');
  await active.filter({ hasText: option }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('.ant-select-open').count()).toBe(0);
}
