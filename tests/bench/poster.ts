import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright';
import { ensureBundle } from '../../scripts/runtime/bundle.ts';
import { root } from '../../scripts/runtime/root.ts';
import { ensureRuntime } from '../../scripts/runtime/runtime.ts';
import { askBooks } from '../support/desk-books.ts';
import { answerDialogs, goTo, sync } from '../support/desk-page.ts';
import { type LaunchedDesk, launchDesk } from '../support/electron.ts';
import { posterContent } from '../support/poster-content.ts';
import { openBatch, posterSubjects } from '../support/poster-page.ts';
import { gapsDuring } from './measure/electron-gaps.ts';
import { type Figure, figure } from './measure/figure.ts';

const PRODUCTS = 50;
const PROMOTERS = 20;
const POSTERS = PRODUCTS * PROMOTERS;
const REST_MS = 3000;
const LIMIT_MS = 600_000;

/** In the real Electron: a batch of posters beside the bare drawing of the same on the same two threads, and how long the page stands still. */
export async function bench(): Promise<Figure[]> {
  await ensureBundle(await ensureRuntime({ quiet: true }));
  const folder = mkdtempSync(join(tmpdir(), 'league-desk-bench-'));
  const desk = await launchDesk({ dataDir: join(folder, 'data'), env: { LEAGUE_DESK_DEMO_ORDERS: '300' } });
  try {
    return await posters(desk, folder);
  } finally {
    await desk.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function posters(desk: LaunchedDesk, folder: string): Promise<Figure[]> {
  const { app, page, dataDir } = desk;
  await sync(page);
  const products = posterSubjects(dataDir, PRODUCTS);
  const promoters = askBooks<{ promoter_appid: string }>(
    dataDir,
    `select promoter_appid from promoter where not_seen_since is null order by promoter_appid limit ${PROMOTERS}`,
  );
  await openBatch(
    page,
    promoters.flatMap(({ promoter_appid }) => products.map((product) => ({ ...product, promoter_appid }))),
  );
  // Links, codes and pictures are read from the platform the first time.
  await batch(desk, join(folder, 'first.zip'));
  await delay(REST_MS);
  const idle = await gapsDuring(app, page, () => delay(REST_MS));
  let ours = 0;
  const busy = await gapsDuring(app, page, async () => {
    ours = await batch(desk, join(folder, 'posters.zip'));
  });
  await goTo(page, 'settings');
  await delay(REST_MS);
  const images = askBooks<{ title: string; image_url: string }>(
    dataDir,
    `select title, image_url from product where product_id in (${products.map(({ product_id }) => `'${product_id}'`).join()})
     group by product_id`,
  );
  const bare = await bareDrawing(page, images);
  return [
    figure({
      name: `posters.${POSTERS}_of_1080x1440`,
      ours: ours / 1000,
      reference: 'drawing and packing as many of the same pictures on the same two threads, nothing kept',
      reference_value: bare / 1000,
      unit: 's',
      goal: { of: 'ratio', is: '<=', than: 1.5 },
    }),
    ...(['frames', 'main'] as const).map((of) =>
      figure({
        name: `posters.stalls.${of}`,
        ours: busy[of],
        reference: of === 'frames' ? 'longest gap between two frames of the idle page' : 'of the idle main process',
        reference_value: idle[of],
        unit: 'ms',
        goal: { of: 'ours', is: '<=', than: 50 },
      }),
    ),
  ];
}

/** Milliseconds a batch into an archive takes, as staff see it. */
async function batch({ app, page }: LaunchedDesk, file: string): Promise<number> {
  await answerDialogs(app, { save: file });
  const began = performance.now();
  await page.getByRole('button', { name: '生成 ZIP' }).click();
  await page.locator('.ld-batch .ld-banner', { hasText: file }).waitFor({ timeout: LIMIT_MS });
  return performance.now() - began;
}

/** Milliseconds; the same worker script, asked for as many posters of the same products, two at a time each. */
async function bareDrawing(page: Page, images: { title: string; image_url: string }[]): Promise<number> {
  const script = readdirSync(join(root, 'out', 'renderer', 'assets')).find((name) => /^worker-.*\.js$/.test(name));
  const contents = images.map(({ title, image_url }) => posterContent({ title, image_url, benefits: [] }));
  return page.evaluate(
    async ({ address, given, each }) => {
      const workers = [0, 1].map(() => new Worker(address, { type: 'module' }));
      const pictures = await Promise.all(
        given.map(async ({ image_url }) => {
          const image = new Image();
          image.src = `/picture?address=${encodeURIComponent(image_url ?? '')}`;
          await image.decode();
          return createImageBitmap(image);
        }),
      );
      const orders = given.flatMap((content, i) =>
        Array.from({ length: each }, () => ({ content, product: pictures[i] })),
      );
      let next = 0;
      const begin = performance.now();
      await Promise.all(
        workers.map(
          (worker) =>
            new Promise<void>((resolve) => {
              let out = 0;
              const send = () => {
                const order = orders[next++];
                if (order) {
                  out += 1;
                  worker.postMessage({ order: next, ...order, code: null, as: 'png' });
                } else if (out === 0) resolve();
              };
              worker.onmessage = () => {
                out -= 1;
                send();
              };
              send();
              send();
            }),
        ),
      );
      const took = performance.now() - begin;
      for (const worker of workers) worker.terminate();
      return took;
    },
    { address: `./assets/${script}`, given: contents, each: PROMOTERS },
  );
}
