import { chmodSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ask } from '../../../electron/service/doctor/ask.ts';
import { booksLines, inspect, inspectionLines } from '../../../electron/service/doctor/books.ts';
import { inspectBooks } from '../../../electron/service/doctor/inspect.ts';
import { dataFolder, freeDisk } from '../../../electron/service/doctor/machine.ts';
import { audit } from '../../../electron/service/store/audit.ts';
import { openStore } from '../../../electron/service/store/store.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const never = new AbortController().signal;

async function audited() {
  const dataDir = tempFolder();
  const store = await openStore(dataDir);
  onTestFinished(() => store.close());
  for (let at = 1; at <= 5; at += 1) audit(store, { at, staff: '小林', action: 'test', detail: { 第: at } });
  return { dataDir, store };
}

describe('the disk', () => {
  it.each([
    [null, 'unknown', 'doctor.disk_unknown'],
    [150 * 1024 ** 2, 'bad', 'doctor.disk_nearly_full'],
    [1024 ** 3, 'warn', 'doctor.disk_low'],
    [3 * 1024 ** 3, 'ok', 'doctor.disk_ok'],
  ])('with %s bytes left', async (bytes, state, code) => {
    expect(await freeDisk('/data', async () => bytes)).toMatchObject({ state, code });
  });
});

describe('the data folder', () => {
  it('is tried, and left as it was', async () => {
    const folder = tempFolder();
    expect(await dataFolder(folder)).toMatchObject({ state: 'ok', params: { folder } });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('that is gone or may not be written is named with the reason', async () => {
    const gone = join(tempFolder(), 'none');
    expect(await dataFolder(gone)).toMatchObject({ state: 'bad', params: { reason: 'ENOENT' } });
    expect(existsSync(gone)).toBe(false);
    if (process.getuid?.() === 0) return;
    const folder = tempFolder();
    chmodSync(folder, 0o500);
    onTestFinished(() => chmodSync(folder, 0o700));
    expect(await dataFolder(folder)).toMatchObject({ state: 'bad', params: { reason: 'EACCES' } });
  });
});

describe('the books', () => {
  it('are read in a thread of their own, beside the service that writes them', async () => {
    const { dataDir } = await audited();
    expect(await inspect(dataDir, never)).toEqual({
      damages: [],
      entries: 5,
      broken_entry: null,
      broken_closing: null,
    });
  });

  it('say which entry of the audit log was changed behind our back', async () => {
    const { store } = await audited();
    store.db.exec(`drop trigger audit_log_no_update; update audit_log set detail = '{"第":9}' where entry_id = 3`);
    expect(inspectionLines(inspectBooks(store))[1]).toMatchObject({
      state: 'bad',
      code: 'doctor.audit_broken',
      params: { entry_id: 3 },
    });
  });

  it('say which entry of the audit log is missing', async () => {
    const { store } = await audited();
    store.db.exec('drop trigger audit_log_no_delete; delete from audit_log where entry_id = 2');
    expect(inspectBooks(store)).toMatchObject({ broken_entry: 3 });
  });

  it.each([
    // The index holds another column than it says.
    ['an index', `update sqlite_schema set sql = 'CREATE INDEX t_a on t (b)' where name = 't_a'`],
    // Two indexes stand in one place: SQLite does not even open that.
    [
      'the schema',
      `update sqlite_schema set rootpage = (select rootpage from sqlite_schema where name = 't_b') where name = 't_a'`,
    ],
  ])('with a damage in %s are damaged', async (_what, harm) => {
    const { dataDir, store } = await audited();
    store.db.exec('create table t (a, b); create index t_a on t (a); create index t_b on t (b)');
    store.db.exec('insert into t values (1, 2), (3, 4)');
    store.close();
    const db = new Database(join(dataDir, 'desk.db'));
    db.unsafeMode(true);
    db.pragma('writable_schema = on');
    db.exec(harm);
    db.close();
    expect((await booksLines(dataDir, never))[0]).toMatchObject({ state: 'bad', code: 'doctor.store_damaged' });
  });

  it('that are not there give lines, no failure', async () => {
    const lines = await booksLines(tempFolder(), never);
    expect(lines.map(({ check, state, code }) => [check, state, code])).toEqual([
      ['integrity', 'unknown', 'doctor.books_unchecked'],
      ['audit_chain', 'unknown', 'doctor.books_unchecked'],
      ['closings', 'unknown', 'doctor.books_unchecked'],
    ]);
  });

  it('are left when the check-up is cancelled', async () => {
    const { dataDir } = await audited();
    const abort = new AbortController();
    const lines = booksLines(dataDir, abort.signal);
    abort.abort(new DeskError('job.cancelled'));
    await expect(lines).rejects.toMatchObject({ code: 'job.cancelled' });
  });
});

describe('a call of the check-up', () => {
  it('gives its failure, and does not wait for ever', async () => {
    expect(await ask(async () => 1, never)).toBe(null);
    const refused = new DeskError('platform.48001');
    expect(await ask(() => Promise.reject(refused), never)).toBe(refused);
    expect(await ask(() => new Promise(() => undefined), never, 1)).toMatchObject({ code: 'network.timeout' });
  });

  it('ends with the job', async () => {
    const abort = new AbortController();
    const waiting = ask(
      (signal) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
      abort.signal,
    );
    abort.abort(new DeskError('job.cancelled'));
    await expect(waiting).rejects.toMatchObject({ code: 'job.cancelled' });
  });

  it('does not hide mistakes of the program', async () => {
    await expect(ask(() => Promise.reject(new TypeError('x')), never)).rejects.toThrow(TypeError);
  });
});
