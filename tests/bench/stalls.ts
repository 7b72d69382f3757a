import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { ElectronApplication, Page } from 'playwright';
import { openStore } from '../../electron/service/store/store.ts';
import { ensureBundle } from '../../scripts/runtime/bundle.ts';
import { ensureRuntime } from '../../scripts/runtime/runtime.ts';
import { answerDialogs } from '../support/desk-page.ts';
import { launchDesk } from '../support/electron.ts';
import { noDialog, openView } from '../support/settlement-page.ts';
import { type Gaps, gapsDuring } from './measure/electron-gaps.ts';
import { type Figure, figure } from './measure/figure.ts';
import { fillPackedMonth, PACKED } from './measure/packed-month.ts';

const REST_MS = 3000;
const LIMIT_MS = 300_000;

/** In the real Electron: how long the page and main stand still while a large month is closed and handed out. */
export async function bench(): Promise<Figure[]> {
  await ensureBundle(await ensureRuntime({ quiet: true }));
  const dataDir = mkdtempSync(join(tmpdir(), 'league-desk-bench-'));
  try {
    const books = join(dataDir, 'institutions', 'demo');
    mkdirSync(books, { recursive: true });
    const store = await openStore(books);
    fillPackedMonth(store);
    store.close();
    const files = join(dataDir, 'files');
    mkdirSync(files);
    const desk = await launchDesk({ dataDir, offline: true });
    try {
      return await stallsOf(desk.app, desk.page, files);
    } finally {
      await desk.close();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function stallsOf(app: ElectronApplication, page: Page, files: string): Promise<Figure[]> {
  const { period, payees, lines } = PACKED;
  await openView(page, '账期汇总', period);
  await delay(REST_MS);
  const idle = await gapsDuring(app, page, () => delay(REST_MS));

  await page.getByRole('button', { name: '关账', exact: true }).click();
  const closing = page.getByRole('dialog', { name: `关闭账期 ${period}` });
  await closing.waitFor();
  for (const box of await closing.getByRole('checkbox').all()) await box.check();
  await delay(REST_MS);
  const closed = await gapsDuring(app, page, async () => {
    await closing.getByRole('button', { name: '确认关账' }).click();
    await closing.getByText(`账期 ${period} 已关账`).waitFor({ timeout: LIMIT_MS });
  });
  await closing.getByRole('button', { name: '完成' }).click();
  await noDialog(page);

  await openView(page, '结算单', period);
  await answerDialogs(app, { open: files });
  await page.getByRole('button', { name: '打包全部' }).click();
  const pack = page.getByRole('dialog', { name: `打包结算单 ${period}` });
  await pack.getByRole('checkbox', { name: '文字' }).check();
  await delay(REST_MS);
  const packed = await gapsDuring(app, page, async () => {
    await pack.getByRole('button', { name: '选择文件夹并打包' }).click();
    await pack.getByText('无一遗漏').waitFor({ timeout: LIMIT_MS });
  });
  return [...figures(`closing_${lines}`, closed, idle), ...figures(`pack_of_${payees}_payees`, packed, idle)];
}

function figures(name: string, busy: Gaps, idle: Gaps): Figure[] {
  return (['frames', 'main'] as const).map((of) =>
    figure({
      name: `stalls.${name}.${of}`,
      ours: busy[of],
      reference: of === 'frames' ? 'longest gap between two frames of the idle page' : 'of the idle main process',
      reference_value: idle[of],
      unit: 'ms',
      goal: { of: 'ours', is: '<=', than: 50 },
    }),
  );
}
