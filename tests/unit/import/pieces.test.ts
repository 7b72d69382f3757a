import { setImmediate as turn } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { COUNTED_FILE } from '../../../electron/service/funds/file-amount.ts';
import { addImport } from '../../../electron/service/import/add.ts';
import { importList } from '../../../electron/service/import/list.ts';
import { importHandlers } from '../../../electron/service/import/routes.ts';
import { startService } from '../../../electron/service/service.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import { openReader } from '../../../electron/service/store/store.ts';
import { type TestDesk, testDesk } from '../../support/desk-context.ts';
import { tempFolder } from '../../support/temp-folder.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await testDesk();
});

const ROWS = 6000;

function file(name: string, rows = ROWS) {
  const lines = Array.from({ length: rows }, (_, n) => `${3_701_234_567_890_000_001n + BigInt(n) * 10n},${name},1.00`);
  return { name, bytes: Buffer.from(`订单号,SKU编码,服务费\n${lines.join('\n')}\n`), period: '2026-11' };
}

const written = () => desk.store.value<number>(sql`select count(*) from import_row`)!;
const counting = () => desk.store.value<number>(sql`select count(*) from import_row r ${COUNTED_FILE}`)!;

/** Looks after each turn until the work has ended. */
async function watched<Result>(work: Promise<Result>, look: () => void): Promise<Result> {
  let going = true;
  const ended = work.finally(() => {
    going = false;
  });
  // Whoever awaits it below hears of it.
  ended.catch(() => {});
  while (going) {
    look();
    await turn();
  }
  return ended;
}

describe('a long file', () => {
  it('comes in small pieces, of which nobody sees anything before the last', async () => {
    const steps: number[] = [];
    let before = 0;
    await watched(addImport(desk, file('a.csv')), () => {
      const now = written();
      steps.push(now - before);
      before = now;
      if (importList(desk.store).length > 0) return;
      expect(counting()).toBe(0);
    });
    expect(counting()).toBe(ROWS);
    expect(Math.max(...steps)).toBeLessThanOrEqual(200);
    expect(steps.filter((rows) => rows > 0).length).toBeGreaterThanOrEqual(ROWS / 200);
  });

  it('leaves nothing of itself when the books cannot take all of it', async () => {
    desk.store.db.exec(`create trigger full before insert on import_row when new.row = 4000
      begin select raise(abort, 'disk full'); end`);
    let most = 0;
    await expect(
      watched(addImport(desk, file('a.csv')), () => {
        most = Math.max(most, written());
      }),
    ).rejects.toThrow('disk full');
    expect(most).toBeGreaterThan(1000);
    expect(written()).toBe(0);
    expect(importList(desk.store)).toEqual([]);
    desk.store.db.exec('drop trigger full');
    expect(await addImport(desk, file('a.csv'))).toMatchObject({ counted_rows: ROWS });
    expect(counting()).toBe(ROWS);
  });

  it('waits for another one', async () => {
    const handlers = importHandlers(desk);
    const [first, broken, last] = await Promise.allSettled([
      handlers['import.add'](file('a')),
      handlers['import.add']({ ...file('b'), bytes: Buffer.from('') }),
      handlers['import.add'](file('c', 300)),
    ]);
    expect(first).toMatchObject({ status: 'fulfilled', value: { import_id: 1, counted_rows: ROWS } });
    expect(broken).toMatchObject({ status: 'rejected', reason: { code: 'file.unreadable' } });
    expect(last).toMatchObject({ status: 'fulfilled', value: { import_id: 2, counted_rows: 300 } });
    expect(counting()).toBe(ROWS + 300);
  });
});

describe('a program that ends while it reads a file', () => {
  it('has forgotten it when it starts again, and can read it then', { timeout: 60_000 }, async () => {
    const dataDir = tempFolder();
    const start = () =>
      startService({
        dataDir,
        institution: { id: 'test', name: '', demo: false },
        credentials: null,
        version: 'test',
      });
    const first = await start();
    const reader = openReader(dataDir);
    const rows = () => reader.value<number>(sql`select count(*) from import_row`)!;
    const added = first.client().invoke('import.add', file('a.csv'));
    while (rows() === 0) await turn();
    await first.close();
    expect(await added).toMatchObject({ ok: false });
    expect(rows()).toBeGreaterThan(0);
    expect(reader.value(sql`select count(*) from import_file`)).toBe(0);

    const second = await start();
    expect(rows()).toBe(0);
    expect(await second.client().call('import.add', file('a.csv'))).toMatchObject({ import_id: 1, counted_rows: ROWS });
    await second.close();
    expect(rows()).toBe(ROWS);
    reader.close();
  });
});
