import type { ElectronApplication, Page } from 'playwright';
import { goTo, settled } from './desk-page.ts';
import { screenshot } from './electron.ts';

type Theme = 'light' | 'dark';

/** Makes the page this big and waits until it is. */
export async function resize(app: ElectronApplication, page: Page, width: number, height: number): Promise<void> {
  // Of the page's own window: posters are drawn in another one.
  const window = await app.browserWindow(page);
  await window.evaluate((shown, [wide, high]) => shown.setContentSize(wide!, high!), [width, height]);
  await page.waitForFunction(([wide, high]) => innerWidth === wide && innerHeight === high, [width, height]);
}

/** Chooses the theme in the top bar, as staff do. */
export async function chooseTheme(page: Page, theme: Theme): Promise<void> {
  await page.getByTestId('theme').click();
  await page.locator(`.ant-dropdown-menu-item[data-menu-id$="-${theme}"]`).click();
  await page.waitForFunction((dark) => matchMedia('(prefers-color-scheme: dark)').matches === dark, theme === 'dark');
}

const both: readonly Theme[] = ['light', 'dark'];

/** `name-light.png` and `name-dark.png` of each address. */
export async function picturesOf(page: Page, addresses: Record<string, string>, themes = both): Promise<void> {
  for (const theme of themes) {
    await chooseTheme(page, theme);
    for (const [name, address] of Object.entries(addresses)) {
      await goTo(page, address);
      await settled(page);
      await screenshot(page, `${name}-${theme}`);
    }
  }
}
