import { setTimeout as delay } from 'node:timers/promises';
import type { ElectronApplication, Page } from 'playwright';
import { ensureBundle } from '../../../scripts/runtime/bundle.ts';
import { ensureRuntime } from '../../../scripts/runtime/runtime.ts';
import { launchDesk } from '../../support/electron.ts';
import { PREPARED_CREDENTIALS } from './start-prepared.ts';

/** Longest gaps in milliseconds: between two frames of the page, and between two ticks of main's event loop. */
export interface Gaps {
  frames: number;
  main: number;
}

const WARM_UP_MS = 5000;
const IDLE_MS = 20_000;
const SYNC_LIMIT_MS = 300_000;
const TICK_MS = 5;

/** Opens the built program on an institution at `url`, looks at it idle, then while its first sync reads. */
export async function longestGaps(url: string): Promise<{ idle: Gaps; busy: Gaps }> {
  await ensureBundle(await ensureRuntime({ quiet: true }));
  const desk = await launchDesk({ offline: true });
  try {
    const { app, page } = desk;
    await page.getByTestId('sync-start').waitFor();
    await page.evaluate(
      async (institution) => {
        const set = await window.leagueDesk.setCredentials(institution);
        if (!set.ok) throw new Error(set.error.code);
        await window.leagueDesk.switchInstitution(set.data.institutionId);
      },
      { name: 'bench', baseUrl: url, ...PREPARED_CREDENTIALS },
    );
    await page.waitForLoadState('load');
    await page.getByTestId('sync-start').waitFor();
    await delay(WARM_UP_MS);
    const idle = await gapsDuring(app, page, () => delay(IDLE_MS));
    const busy = await gapsDuring(app, page, async () => {
      await page.getByTestId('sync-start').click();
      await page.getByTestId('sync-progress').waitFor();
      await page.getByTestId('sync-start').waitFor({ timeout: SYNC_LIMIT_MS });
    });
    return { idle, busy };
  } finally {
    await desk.close();
  }
}

interface Watched {
  stopWatching?: () => number;
}

/** While the work is done. */
export async function gapsDuring(app: ElectronApplication, page: Page, work: () => Promise<unknown>): Promise<Gaps> {
  await page.evaluate(() => {
    let last = performance.now();
    let longest = 0;
    let going = true;
    const look = (now: number) => {
      longest = Math.max(longest, now - last);
      last = now;
      if (going) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    (window as Watched).stopWatching = () => {
      going = false;
      return longest;
    };
  });
  await app.evaluate((_electron, tickMs) => {
    let last = performance.now();
    let longest = 0;
    const timer = setInterval(() => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
    }, tickMs);
    (globalThis as Watched).stopWatching = () => {
      clearInterval(timer);
      return longest;
    };
  }, TICK_MS);
  await work();
  return {
    frames: await page.evaluate(() => (window as Watched).stopWatching!()),
    main: await app.evaluate(() => (globalThis as Watched).stopWatching!()),
  };
}
