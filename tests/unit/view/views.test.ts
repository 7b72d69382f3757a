import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../../../electron/service/store/sql.ts';
import { freeName } from '../../../electron/service/view/hand-over.ts';
import { viewHandlers } from '../../../electron/service/view/routes.ts';
import { VIEW_FILE_FORMAT, type ViewQuestion, viewQuestion } from '../../../shared/contract/view.ts';
import { type TestDesk, testDesk } from '../../support/desk-context.ts';

let desk: TestDesk;
let views: ReturnType<typeof viewHandlers>;
let file: string;

beforeEach(async () => {
  desk = await testDesk();
  views = viewHandlers(desk);
  file = join(desk.dataDir, 'mine.ldviews');
});

const question = (input: unknown): ViewQuestion => viewQuestion.parse(input);
const unsettled = question({ filter: { commission_status: [20], shop_appid: ['wx1', null] } });
const deeds = () =>
  desk.store.all<{ action: string }>(sql`select action from audit_log order by entry_id`).map(({ action }) => action);
const save = async (name: string, asked = unsettled) => views['view.save']({ name, question: asked });
const importing = async (content: unknown) => {
  writeFileSync(file, typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content));
  return views['view.import']({ file });
};
const inFile = (...entries: unknown[]) => ({ format: VIEW_FILE_FORMAT, version: 1, views: entries });
const refusal = async (content: unknown) => {
  try {
    await importing(content);
  } catch (error) {
    return error;
  }
  return null;
};

describe('saved views', () => {
  it('come back as they were saved, in their order', async () => {
    const second = { ...unsettled, preset: 'month' as const, columns: [{ id: 'net_fen', shown: true, width: 90 }] };
    const one = await save('未结算');
    const two = await save('本月', second);
    expect(await views['view.list']({})).toEqual([one, two]);
    expect(two).toMatchObject({ question: second, saved_at: desk.time, saved_by: '小林' });
    expect(desk.topics).toEqual(['views', 'views']);
  });

  it('are replaced and renamed under their id, and keep their place', async () => {
    const one = await save('一');
    await save('二');
    const renamed = await views['view.save']({ view_id: one.view_id, name: '新一', question: unsettled });
    expect(renamed.view_id).toBe(one.view_id);
    expect((await views['view.list']({})).map(({ name }) => name)).toEqual(['新一', '二']);
    expect(deeds()).toEqual(['view.save', 'view.save', 'view.save']);
  });

  it('do not share a name', async () => {
    const one = await save('一');
    const two = await save('二');
    await expect(save('一')).rejects.toMatchObject({ code: 'view.name_taken', params: { name: '一' } });
    await expect(
      (async () => views['view.save']({ view_id: two.view_id, name: '一', question: unsettled }))(),
    ).rejects.toMatchObject({ code: 'view.name_taken' });
    // Its own name is not in its way.
    await views['view.save']({ view_id: one.view_id, name: '一', question: unsettled });
    await expect(
      (async () => views['view.save']({ view_id: 'gone', name: '三', question: unsettled }))(),
    ).rejects.toMatchObject({ code: 'view.unknown' });
  });

  it('are removed once', async () => {
    const one = await save('一');
    expect(await views['view.remove']({ view_id: one.view_id })).toEqual({ removed: true });
    expect(await views['view.remove']({ view_id: one.view_id })).toEqual({ removed: false });
    expect(await views['view.list']({})).toEqual([]);
    expect(deeds()).toEqual(['view.save', 'view.remove']);
  });

  it('of a newer program stay in the books without being listed', async () => {
    await save('一');
    desk.store.run(sql`insert into saved_view (view_id, name, question, position, saved_at, saved_by)
      values ('new', '新式', '{"filter":{"axis":"paradox"}}', 9, 1, '')`);
    expect((await views['view.list']({})).map(({ name }) => name)).toEqual(['一']);
    expect(desk.store.value(sql`select count(*) from saved_view`)).toBe(2);
  });
});

describe('a file of views', () => {
  it('carries the chosen ones to another office', async () => {
    const ids = Array.from({ length: 10_000 }, (_, at) => String(3_700_000_000_000_000_000n + BigInt(at)));
    const one = await save('一', question({ filter: { order_ids: ids, text: '茶 ☕ "100%"' }, preset: 'last7' }));
    await save('二');
    const three = await save('三');
    const written = await views['view.export']({ view_ids: [three.view_id, one.view_id], file });
    expect(written).toEqual({ file, views: 2 });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ format: VIEW_FILE_FORMAT, version: 1 });

    const other = viewHandlers(await testDesk());
    const read = await other['view.import']({ file });
    expect(read.refused).toEqual([]);
    expect(read.added.map(({ name, question: asked }) => [name, asked])).toEqual([
      ['一', one.question],
      ['三', three.question],
    ]);
    expect(await other['view.list']({})).toEqual(read.added);
  });

  it('replaces what stood there only when it is complete', async () => {
    const one = await save('一');
    writeFileSync(file, 'older');
    await expect((async () => views['view.export']({ view_ids: [one.view_id, 'gone'], file }))()).rejects.toMatchObject(
      { code: 'view.unknown' },
    );
    expect(readFileSync(file, 'utf8')).toBe('older');
    const folder = join(desk.dataDir, 'a folder');
    mkdirSync(folder);
    await expect((async () => views['view.export']({ view_ids: [one.view_id], file: folder }))()).rejects.toMatchObject(
      { code: 'file.unwritable' },
    );
    await views['view.export']({ view_ids: [one.view_id], file });
    expect(readdirSync(desk.dataDir).filter((name) => name.includes('.part'))).toEqual([]);
  });

  it('gives names that are taken a number', async () => {
    await save('未结算');
    const { added } = await importing(
      inFile(...['未结算', '未结算', ' 别的 '].map((name) => ({ name, question: unsettled }))),
    );
    expect(added.map(({ name }) => name)).toEqual(['未结算 2', '未结算 3', '别的']);
    expect(deeds()).toEqual(['view.save', 'view.import']);
    const long = '很'.repeat(60);
    expect(freeName(long, new Set([long]))).toBe(`${'很'.repeat(58)} 2`);
    expect(freeName(`${'a'.repeat(57)}🛒b`, new Set([`${'a'.repeat(57)}🛒b`]))).toBe(`${'a'.repeat(57)} 2`);
  });

  it.each([
    ['name', { question: unsettled }],
    ['name', { name: ' '.repeat(5), question: unsettled }],
    ['name', { name: 'x'.repeat(61), question: unsettled }],
    ['name', 'not a view'],
    ['name', null],
    ['question', { name: '好', question: null }],
    ['filter', { name: '好', question: {} }],
    ['filter.channel', { name: '好', question: { filter: { channel: ["'; drop table saved_view; --"] } } }],
    ['filter.payment_min', { name: '好', question: { filter: { payment_min: 0.5 } } }],
    ['filter.from', { name: '好', question: { filter: { from: '2026-02-31' } } }],
    ['filter.moon_phase', { name: '好', question: { filter: { moon_phase: ['full'] } } }],
    ['as_of', { name: '好', question: { filter: {}, as_of: 1 } }],
    ['sort.by', { name: '好', question: { filter: {}, sort: { by: 'raw' } } }],
    ['preset', { name: '好', question: { filter: {}, preset: 'ever' } }],
    ['filter.order_ids', { name: '好', question: { filter: { order_ids: Array(20_001).fill('1') } } }],
  ])('names a view whose %s makes no sense, and takes the others', async (reason, entry) => {
    const { added, refused } = await importing(inFile(entry, { name: '对的', question: { filter: {} } }));
    expect(refused.map((one) => one.reason)).toEqual([reason]);
    expect(added.map(({ name }) => name)).toEqual(['对的']);
  });

  it.each([
    ['not_json', ''],
    ['not_json', '{"format":'],
    ['not_json', new Uint8Array([0xff, 0xfe, 0x7b, 0x00])],
    ['not_json', new Uint8Array([0x50, 0x4b, 3, 4])],
    ['not_views', '[]'],
    ['not_views', 'null'],
    ['not_views', '"league-desk.views"'],
    ['not_views', { format: 'other', version: 1, views: [] }],
    ['not_views', { format: VIEW_FILE_FORMAT, version: '1', views: [] }],
    ['not_views', { format: VIEW_FILE_FORMAT, version: 1, views: {} }],
    ['newer', { format: VIEW_FILE_FORMAT, version: 2, views: [] }],
    ['too_many', inFile(...Array(501).fill(0))],
    ['too_large', new Uint8Array(33 * 1024 * 1024)],
  ])('is refused as %s', async (reason, content) => {
    expect(await refusal(content)).toMatchObject({ code: 'view.file_unreadable', params: { file, reason } });
    expect(await views['view.list']({})).toEqual([]);
  });

  it('is refused when it is not there or no file at all', async () => {
    const asked = async (path: string) => views['view.import']({ file: path });
    await expect(asked(file)).rejects.toMatchObject({ params: { reason: 'missing' } });
    await expect(asked(desk.dataDir)).rejects.toMatchObject({ params: { reason: 'unreadable' } });
  });

  it('may begin with a byte order mark', async () => {
    const { added } = await importing(`\ufeff${JSON.stringify(inFile({ name: '一', question: { filter: {} } }))}`);
    expect(added).toHaveLength(1);
  });
});
