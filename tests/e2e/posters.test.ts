import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { POSTER_LOOKS, POSTER_SIZES, type PosterSize } from '../../shared/poster.ts';
import { changeBooks } from '../support/desk-books.ts';
import { answerDialogs, enterRoom, listenToConsole, sync } from '../support/desk-page.ts';
import { type LaunchedDesk, launchDesk } from '../support/electron.ts';
import { looksOf } from '../support/looks.ts';
import { oddTitle } from '../support/poster-content.ts';
import {
  addBenefits,
  choose,
  codesOn,
  keptLinks,
  linkOf,
  openBatch,
  openPoster,
  posterSubjects,
  savePoster,
} from '../support/poster-page.ts';
import { withReader } from '../support/qr-reader.ts';
import { resize } from '../support/room-pictures.ts';
import { zipBytes } from '../support/zip-bytes.ts';

const SIZES = Object.keys(POSTER_SIZES) as PosterSize[];
const folder = mkdtempSync(join(tmpdir(), 'league-desk-posters-'));
const dataDir = join(folder, 'data');
const pictures = join(import.meta.dirname, '..', '..', 'test-results', 'posters');
const TITLES = 200;
let desk: LaunchedDesk;

beforeAll(async () => {
  withReader();
  mkdirSync(pictures, { recursive: true });
  desk = await launchDesk({ dataDir, env: { LEAGUE_DESK_DEMO_ORDERS: '300' } });
  await resize(desk.app, desk.page, 1280, 800);
  await sync(desk.page);
});

afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

it('shows a poster as it is chosen and saves one whose code leads to the promoter’s link, in every look and size', async () => {
  const complaints = listenToConsole(desk.page);
  await enterRoom(desk.page, 'material');
  const [subject] = posterSubjects(dataDir, 1);
  await openPoster(desk.page, subject!);
  const link = await linkOf(dataDir, subject!);
  const failures: string[] = [];
  for (const code of ['推客链接', '平台图片'])
    for (const look of POSTER_LOOKS)
      for (const size of SIZES) {
        await choose(desk.page, { look, size, code });
        const png = await savePoster(desk, join(pictures, `${look}-${size}-${code}.png`));
        const found = await codesOn(png);
        if (found.length !== 1 || found[0] !== link) failures.push(`${look} ${size} ${code}: ${found.join()}`);
      }
  expect(failures).toEqual([]);
  complaints.expectNone();
});

it('looks right in both themes', async () => {
  const faults = await looksOf(desk, 'material-poster');
  expect(faults).toEqual([]);
});

it('makes a batch into an archive and leaves nothing when it is cancelled', async () => {
  const { app, page } = desk;
  const subjects = posterSubjects(dataDir, 3 + TITLES).slice(3);
  expect(subjects).toHaveLength(TITLES);
  await openBatch(page, subjects);
  const left = join(folder, 'cancelled', 'posters.zip');
  mkdirSync(join(folder, 'cancelled'));
  await answerDialogs(app, { save: left });
  await page.getByRole('button', { name: '生成 ZIP' }).click();
  await page.locator('.ld-job').getByRole('button').click();
  await page.getByText('已取消，没有写出任何文件').waitFor();
  expect(readdirSync(join(folder, 'cancelled'))).toEqual([]);

  const file = join(folder, 'online.zip');
  await answerDialogs(app, { save: file });
  await page.getByRole('button', { name: '生成 ZIP' }).click();
  await page.locator('.ld-poster-batch .ld-banner', { hasText: '已生成' }).waitFor({ timeout: 120_000 });
  expect(await looksOf(desk, 'material-batch')).toEqual([]);
  expect([...(await zipBytes(file)).keys()].filter((name) => name.endsWith('.png'))).toHaveLength(TITLES);
});

it('draws both extremes of what can stand on a poster, offline', async () => {
  const renamed = posterSubjects(dataDir, 3 + TITLES).slice(3);
  const subjects = posterSubjects(dataDir, 3);
  for (const subject of subjects) await openPoster(desk.page, subject);
  const links = await Promise.all(subjects.map((subject) => linkOf(dataDir, subject)));
  await desk.close();
  const titles = [
    '茶',
    '【新客专享】云南高山古树普洱熟茶饼2026年春茶七子饼357g礼盒装送礼长辈收藏级🍵 Extra Long Name No.8 ✨加赠茶刀',
    oddTitle(5),
  ];
  changeBooks(dataDir, (db) => {
    const change = db.prepare(
      'update product set title = ?, price_min_fen = ?, price_max_fen = ?, image_url = ? where product_id = ?',
    );
    const { image_url } = db
      .prepare<[string], { image_url: string }>('select image_url from product where product_id = ?')
      .get(subjects[1]!.product_id)!;
    change.run(titles[0], 1, 1, null, subjects[0]!.product_id);
    change.run(titles[1], 9_999_999, 19_999_999, image_url, subjects[1]!.product_id);
    const rename = db.prepare('update product set title = ? where product_id = ?');
    for (const [n, { product_id }] of renamed.entries()) rename.run(oddTitle(n), product_id);
    change.run(titles[2], 1990, 1990, 'https://img.example/none.jpg', subjects[2]!.product_id);
  });
  desk = await launchDesk({ dataDir, offline: true });
  await resize(desk.app, desk.page, 1280, 800);
  await enterRoom(desk.page, 'material');
  const failures: string[] = [];
  for (const [i, subject] of subjects.entries()) {
    await openPoster(desk.page, subject);
    if (i === 1) await addBenefits(desk.page, ['产地直发新鲜到家每天一箱', '包邮', '七天无理由退换']);
    for (const look of POSTER_LOOKS)
      for (const size of SIZES) {
        await choose(desk.page, { look, size });
        const found = await codesOn(await savePoster(desk, join(pictures, `extreme-${i}-${look}-${size}.png`)));
        if (found.length !== 1 || found[0] !== links[i]) failures.push(`${i} ${look} ${size}: ${found.join()}`);
      }
  }
  expect(failures).toEqual([]);
});

it('makes posters of two hundred odd titles offline, and every code leads to its link', async () => {
  const { app, page } = desk;
  await openBatch(page, posterSubjects(dataDir, 3 + TITLES).slice(3));
  await choose(page, { look: 'clean', size: '3x4', code: '推客链接' });
  const file = join(folder, 'offline.zip');
  await answerDialogs(app, { save: file });
  await page.getByRole('button', { name: '生成 ZIP' }).click();
  await page.locator('.ld-poster-batch .ld-banner', { hasText: `已生成 ${TITLES} 张` }).waitFor({ timeout: 120_000 });
  const files = await zipBytes(file);
  const list = files.get('海报清单.csv')!.toString();
  const failures: string[] = [];
  const expected = keptLinks(dataDir);
  for (const { product_id: product } of posterSubjects(dataDir, 3 + TITLES).slice(3)) {
    const links = expected.get(product)!;
    const name = [...files.keys()].find((one) => one.includes(product))!;
    const found = await codesOn(new Uint8Array(files.get(name)!));
    if (found.length !== 1 || !links.includes(found[0]!) || !list.includes(name))
      failures.push(`${name}: ${found.join()} instead of ${links.join()}`);
  }
  expect(failures).toEqual([]);

  const into = join(folder, 'folder');
  mkdirSync(into);
  await openBatch(page, posterSubjects(dataDir, 6).slice(3));
  await answerDialogs(app, { open: into });
  await page.getByRole('button', { name: '生成到文件夹' }).click();
  await page.locator('.ld-poster-batch .ld-banner', { hasText: '已生成 3 张' }).waitFor();
  const names = readdirSync(into, { recursive: true, encoding: 'utf8' });
  expect(names.filter((name) => name.endsWith('.png'))).toHaveLength(3);
  expect(names).toContain('海报清单.csv');
});

it('refuses a word advertisements must not use, and says which rule names it', async () => {
  await openPoster(desk.page, posterSubjects(dataDir, 1)[0]!);
  await addBenefits(desk.page, ['全网最低价']);
  await desk.page.getByText('不能用在广告里').first().waitFor();
  expect(await desk.page.getByRole('button', { name: '保存 PNG' }).isDisabled()).toBe(true);
  expect(await looksOf(desk, 'material-refused')).toEqual([]);
});
