import type { ElectronApplication, Page } from 'playwright';
import { expect } from 'vitest';

/** Opens a room by the rail, as staff do, and waits until it shows what it has. */
export async function enterRoom(page: Page, room: string): Promise<void> {
  await page.locator(`[data-room=${room}]`).click();
  await settled(page);
}

/** Opens an address within the program, such as `orders?channel=promoter`. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = `#/${hash}`;
  }, address);
  await settled(page);
}

/** Nothing on screen is being read any more, and every picture is there or known to be missing. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('.ld-room') !== null &&
      document.querySelector('.ld-loading, [aria-busy=true]') === null &&
      [...document.images].every((image) => image.complete) &&
      document.getAnimations().every((one) => one.playState !== 'running' || one.effect?.getTiming().iterations !== 1),
  );
}

/** Presses sync in the top bar and waits for its end. Gives the steps it showed meanwhile. */
export async function sync(page: Page): Promise<void> {
  await page.getByTestId('sync-start').click();
  await page.getByTestId('sync-progress').waitFor();
  await page.getByTestId('sync-start').waitFor({ timeout: 90_000 });
}

/** The next choices in the system's dialogs, which a test cannot operate. */
export async function answerDialogs(app: ElectronApplication, answers: { save?: string; open?: string }) {
  await app.evaluate(({ dialog }, { save, open }) => {
    if (save) dialog.showSaveDialog = async () => ({ canceled: false, filePath: save });
    if (open) dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [open] });
  }, answers);
}

/** Picks in one of the long selects: opens it, takes the option with this text, or the first. */
export async function pick(page: Page, name: string, option?: string): Promise<void> {
  const select = page.getByRole('combobox', { name });
  await select.click();
  const choices = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option');
  await (option ? choices.filter({ hasText: option }) : choices).first().click();
}

/** Collects what the page complains of; `expectNone` fails with it. */
export function listenToConsole(page: Page, allowed: RegExp[] = []) {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`pageerror: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    const text = message.text();
    if (['error', 'warning'].includes(message.type()) && !allowed.some((pattern) => pattern.test(text)))
      complaints.push(`${message.type()}: ${text}`);
  });
  return { expectNone: () => expect(complaints).toEqual([]) };
}

/** Ends the service as a crash or an impatient system would. */
export async function killService(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ app: program }) => {
    const service = program.getAppMetrics().find(({ name }) => name === 'service');
    process.kill(service!.pid, 'SIGKILL');
  });
}
