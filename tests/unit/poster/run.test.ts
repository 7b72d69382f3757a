import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { JobHandle, Jobs } from '../../../electron/service/job.ts';
import { PosterDesk } from '../../../electron/service/poster/desk.ts';
import { PosterNames } from '../../../electron/service/poster/names.ts';
import { outcomeList } from '../../../electron/service/poster/outcome-list.ts';
import { runPosters, startPosters } from '../../../electron/service/poster/run.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import { type TestDesk, testDesk } from '../../support/desk-context.ts';
import { posterContent } from '../../support/poster-content.ts';
import { addProduct, addPromoters, productKey, promoterEntry } from '../../support/shelf-rows.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { zipBytes } from '../../support/zip-bytes.ts';

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 7]);

async function batchDesk(): Promise<TestDesk & { drawing: (wanted: boolean) => void; told: boolean[] }> {
  const desk = await testDesk();
  for (const n of [1, 2, 3]) addProduct(desk, productKey(n), { title: n === 3 ? '../../茶:*?' : '桂花乌龙茶' });
  addPromoters(desk, promoterEntry('wxa', { name: '阿青' }), promoterEntry('wxb', { name: '阿青' }));
  desk.script.on('get_product_promotion_link_info', (body) =>
    body.sharer_appid === 'wxb' && body.product_id === productKey(2).product_id
      ? { errcode: 10071029, errmsg: '' }
      : { short_link: '#s', http_short_link: 'https://store.example/a' },
  );
  desk.script.on('get_product_promotion_qrcode_info', new DeskError('platform.10071029'));
  desk.script.on('get_promoter_single_product_promotion_info', new DeskError('platform.10071029'));
  const told: boolean[] = [];
  return Object.assign(desk, { told, drawing: (wanted: boolean) => void told.push(wanted) });
}

function input(file: string, change: object = {}) {
  return {
    promoters: ['wxa', 'wxb'],
    products: [1, 2, 3].map((n) => productKey(n)),
    look: 'clean',
    size: '3x4',
    code: 'link',
    benefits: ['包邮'],
    as: 'zip',
    file,
    ...change,
  } as const as Parameters<typeof runPosters>[2];
}

function handleOf(stop = new AbortController()) {
  const steps: number[] = [];
  const handle: JobHandle = { job_id: 'x', signal: stop.signal, progress: (done) => void steps.push(done) };
  return { handle, steps, stop };
}

/** Draws whatever is asked for; `each` is told first. */
function drawer(desk: PosterDesk, each: (n: number) => void = () => {}): () => void {
  let open = true;
  let n = 0;
  void (async () => {
    while (open)
      for (const { order_id } of await desk.take(2)) {
        each(++n);
        desk.give(order_id, { png: PNG });
      }
  })();
  return () => {
    open = false;
  };
}

describe('a batch of posters', () => {
  it('is one archive with a folder a promoter and a list, and says what could not be made', async () => {
    const context = await batchDesk();
    const desk = new PosterDesk();
    const close = drawer(desk);
    const file = join(tempFolder(), '海报.zip');
    const { handle, steps } = handleOf();
    const run = await runPosters(context, desk, input(file), handle);
    close();
    expect(run).toMatchObject({ file, drawn: 5, failed: 1 });
    expect(run.failures).toMatchObject([
      { promoter_appid: 'wxb', product_id: productKey(2).product_id, file: null, error_code: 'platform.10071029' },
    ]);
    expect(steps.at(-1)).toBe(6);
    expect(context.told).toEqual([true, false]);
    const parts = await zipBytes(file);
    const names = [...parts.keys()];
    expect(names.filter((name) => name.endsWith('.png'))).toHaveLength(5);
    expect(new Set(names.map((name) => name.split('/')[0]))).toEqual(new Set(['阿青', '阿青~2', '海报清单.csv']));
    for (const name of names) expect(name).not.toMatch(/\.\.|[:*?\\]/);
    const list = parts.get('海报清单.csv')!.toString();
    expect(list.split('\r\n')).toHaveLength(8);
    expect(list).toContain('platform.10071029');
  });

  it('goes below a folder just as well, beside what stands there', async () => {
    const context = await batchDesk();
    const desk = new PosterDesk();
    const close = drawer(desk);
    const folder = tempFolder();
    writeFileSync(join(folder, 'mine.txt'), 'x');
    const run = await runPosters(context, desk, input(folder, { as: 'folder' }), handleOf().handle);
    close();
    expect(run.file).toBe(folder);
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    expect(names.filter((name) => name.endsWith('.png'))).toHaveLength(5);
    expect(names.filter((name) => name.includes('.part'))).toEqual([]);
    expect(readFileSync(join(folder, 'mine.txt'), 'utf8')).toBe('x');
  });

  it.each(['zip', 'folder'] as const)('leaves nothing of a cancelled %s', async (as) => {
    const context = await batchDesk();
    const desk = new PosterDesk();
    const { handle, stop } = handleOf();
    const close = drawer(desk, (n) => n === 3 && stop.abort(new DeskError('job.cancelled')));
    const folder = tempFolder();
    const place = as === 'zip' ? join(folder, 'a.zip') : folder;
    await expect(runPosters(context, desk, input(place, { as }), handle)).rejects.toMatchObject({
      code: 'job.cancelled',
    });
    close();
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files).toEqual([]);
    expect(context.told).toEqual([true, false]);
  });

  it('ends as a whole when nothing can be written', async () => {
    const context = await batchDesk();
    const desk = new PosterDesk();
    const close = drawer(desk);
    const folder = join(tempFolder(), 'taken.zip');
    mkdirSync(folder);
    await expect(runPosters(context, desk, input(folder), handleOf().handle)).rejects.toMatchObject({
      code: 'file.unwritable',
    });
    close();
  });

  it('is not begun with too many, with a refused word, or without a window', async () => {
    const context = await batchDesk();
    const jobs = { running: () => undefined, start: () => ({ job_id: 'j' }) } as unknown as Jobs;
    const start =
      (change: object, of = context as TestDesk) =>
      () =>
        startPosters(of, jobs, new PosterDesk(), input('/tmp/x.zip', change));
    const many = Array.from({ length: 500 }, (_, n) => productKey(n));
    const promoters = Array.from({ length: 11 }, (_, n) => `wx${n}`);
    const code = (code: string) => expect.objectContaining({ code });
    expect(start({ products: many, promoters })).toThrow(code('poster.too_many'));
    expect(start({ benefits: ['最佳'] })).toThrow(code('poster.banned_word'));
    expect(start({}, await testDesk())).toThrow(code('poster.window_gone'));
    expect(start({})()).toEqual({ job_id: 'j' });
  });
});

it('names files so that none replaces another on any system', () => {
  const names = new PosterNames();
  const of = (title: string, promoter_name: string, appid: string) =>
    names.file(posterContent({ title, promoter_name }), '1', appid);
  expect(of('Tea', '阿青', 'wxa')).toBe('阿青/Tea-1-3x4.png');
  expect(of('TEA', '阿青', 'wxa')).toBe('阿青/TEA-1-3x4~2.png');
  expect(of('Tea', '阿青', 'wxb')).toBe('阿青~2/Tea-1-3x4.png');
  expect(of('..', '..', 'wxc')).toBe('wxc/1-3x4.png');
});

it('keeps a spreadsheet from taking a name for a formula', () => {
  const list = outcomeList([
    {
      promoter_appid: 'wxa',
      promoter_name: '=1+1',
      product_id: '10000000000000001',
      title: 'a"b',
      file: null,
      error_code: 'x',
    },
  ]).toString();
  expect(list).toContain(`"'=1+1","wxa","a""b","\t10000000000000001"`);
});
