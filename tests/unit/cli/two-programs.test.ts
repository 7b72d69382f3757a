import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Service, startService } from '../../../electron/service/service.ts';
import { settlementPeriod } from '../../../electron/service/settlement/period.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import { openReader, openStore } from '../../../electron/service/store/store.ts';
import { periodRange } from '../../../shared/time.ts';
import { deskCommand, jsonLines } from '../../support/desk-command.ts';
import { sampleRows, writePromoters, writeRows } from '../../support/settlement-rows.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const PERIOD = '2026-10';

/** Books that a window has open. */
async function openedBooks(): Promise<{ dataDir: string; window: Service }> {
  const dataDir = tempFolder();
  const store = await openStore(dataDir);
  writePromoters(store);
  writeRows(store, sampleRows({ rows: 300 }));
  store.run(sql`insert into sync_cursor (resource, known_as_of) values ('orders', ${periodRange(PERIOD)!.to})`);
  store.close();
  const window = await startService({
    dataDir,
    institution: { id: 'window', name: '青禾带货机构', demo: false },
    credentials: null,
    version: 'test',
  });
  return { dataDir, window };
}

describe('a command line beside an open window', () => {
  it('says so where it would write, and nothing is half-written', { timeout: 60_000 }, async () => {
    const { dataDir, window } = await openedBooks();
    let open = true;
    onTestFinished(() => (open ? window.close() : undefined));
    const out = join(tempFolder(), 'out');
    const before = readdirSync(dataDir).toSorted();
    const writing = [
      ['settle', '--period', PERIOD, '--close'],
      ['report', '--period', PERIOD, '--out', out],
      ['report', '--period', PERIOD, '--out', out, '--pack'],
      ['sync'],
    ];
    const credentials = { appId: 'wx0000000000000001', secret: 'secret' };
    for (const [verb, ...args] of writing) {
      const ended = await deskCommand([verb!, '--data', dataDir, ...args], credentials);
      expect([ended.status, ended.stdout], verb).toEqual([1, '']);
      expect(ended.stderr, verb).toMatch(/^store\.locked: /);
    }
    expect(existsSync(out)).toBe(false);
    expect(readdirSync(dataDir).toSorted()).toEqual(before);
    const reader = openReader(dataDir);
    expect(settlementPeriod(reader, PERIOD).state).toBe('open');
    expect(reader.value(sql`select count(*) from audit_log where action in ('settlement.close', 'report.write')`)).toBe(
      0,
    );
    reader.close();

    await window.close();
    open = false;
    const report = await deskCommand(['report', '--json', '--data', dataDir, '--period', PERIOD, '--out', out], null);
    expect(report.status, report.stderr).toBe(0);
    expect(readdirSync(out)).toHaveLength(4);
  });

  it('reads what the window has written so far', { timeout: 60_000 }, async () => {
    const { dataDir, window } = await openedBooks();
    onTestFinished(() => window.close());
    const { totals } = await window.client().call('settlement.period', { period: PERIOD });
    const settled = await deskCommand(['settle', '--json', '--data', dataDir, '--period', PERIOD], null);
    expect(settled.status, settled.stderr).toBe(0);
    expect(jsonLines(settled.stdout)).toEqual([totals]);
    const orders = await deskCommand(['orders', '--format', 'json', '--data', dataDir], null);
    expect(jsonLines(orders.stdout)).toHaveLength(300);
  });
});

describe('two command lines on the same books', () => {
  it('close a month once', { timeout: 60_000 }, async () => {
    const { dataDir, window } = await openedBooks();
    await window.close();
    const close = () => deskCommand(['settle', '--json', '--data', dataDir, '--period', PERIOD, '--close'], null);
    const ended = await Promise.all([close(), close(), close()]);
    expect(ended.filter(({ status }) => status === 0)).toHaveLength(1);
    for (const { status, stderr, stdout } of ended)
      if (status !== 0)
        expect([stdout, stderr]).toEqual(['', expect.stringMatching(/^(store\.locked|period\.closed): /)]);
    const reader = openReader(dataDir);
    onTestFinished(() => reader.close());
    expect(reader.value(sql`select count(*) from settlement_closing`)).toBe(1);
    const { totals } = settlementPeriod(reader, PERIOD);
    expect(reader.value(sql`select count(*) from closing_line`)).toBe(totals.rows);
  });
});
