import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FreshFiles } from '../../../electron/service/report/fresh-files.ts';
import { writeOrderExport } from '../../../electron/service/report/order-export.ts';
import { unwatched } from '../../../electron/service/report/pace.ts';
import { reportSigner } from '../../../electron/service/report/proof/report-key.ts';
import { packFiles, writeSettlementPack } from '../../../electron/service/report/settlement-pack.ts';
import { statementWriter } from '../../../electron/service/report/write-statement.ts';
import { writePack } from '../../../electron/service/statement/pack/pack.ts';
import type { Store } from '../../../electron/service/store/store.ts';
import { REPORT_FORMATS } from '../../../shared/contract/report.ts';
import { EVENTFUL, writeEventfulMonth } from '../../support/eventful-month.ts';
import { fullDisk } from '../../support/full-disk.ts';
import { temporaryStore } from '../../support/settlement-rows.ts';
import { INSTITUTION, statementsOf } from '../../support/statements.ts';

let store: Store;
let dir: string;
let done: () => void;
let freed: () => void = () => {};
beforeAll(async () => {
  const made = await temporaryStore();
  ({ store, dir, done } = made);
  await writeEventfulMonth(made, { rows: 240 });
});
afterEach(() => freed());
afterAll(() => done());

/** Every file of a folder with what it holds. */
function contentsOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder)
      .toSorted()
      .map((name) => [name, readFileSync(join(folder, name), 'latin1')]),
  );
}

/** Fills the disk at every tenth of the work, and expects what stood there before to stand there still. */
async function expectNothingHalf(folder: string, work: () => Promise<unknown>): Promise<void> {
  await work();
  const size = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  writeFileSync(join(folder, 'other.txt'), 'stays');
  const before = contentsOf(folder);
  for (let tenth = 0; tenth < 10; tenth++) {
    freed = fullDisk(Math.floor((size * tenth) / 10));
    await expect(work(), `${tenth} tenths of the room`).rejects.toMatchObject({ code: 'store.disk_full' });
    freed();
    expect(contentsOf(folder)).toEqual(before);
  }
}

describe('a disk that is full', () => {
  it.each(REPORT_FORMATS)('leaves no half of a statement as %s', { timeout: 60_000 }, async (format) => {
    const statement = statementsOf(store, EVENTFUL, ['institution']).statements[0]!;
    const folder = join(dir, format);
    const write = statementWriter(reportSigner(dir));
    await expectNothingHalf(folder, async () => {
      const files = new FreshFiles();
      try {
        await write(statement, format, join(folder, 'statement'), { files, pace: unwatched() });
        files.keep();
      } finally {
        files.drop();
      }
    });
  });

  it('leaves no half of a month', { timeout: 60_000 }, async () => {
    const folder = join(dir, 'month');
    const options = { period: EVENTFUL, folder, institution: INSTITUTION, pace: unwatched() };
    await expectNothingHalf(folder, () => writeSettlementPack(store, { ...options, signer: reportSigner(dir) }));
    expect(readdirSync(folder).toSorted()).toEqual([...Object.values(packFiles(EVENTFUL)), 'other.txt'].toSorted());
  });

  it('leaves no half of a pack', { timeout: 60_000 }, async () => {
    const folder = join(dir, 'pack');
    const order = {
      period: EVENTFUL,
      folder,
      scopes: ['channel' as const],
      formats: ['xlsx' as const, 'pdf' as const],
    };
    await expectNothingHalf(folder, () =>
      writePack(store, { ...order, institution: INSTITUTION }, statementWriter(reportSigner(dir)), unwatched()),
    );
  });

  it.each(['xlsx', 'csv', 'json'] as const)('leaves no half of an export as %s', async (format) => {
    const folder = join(dir, `orders ${format}`);
    mkdirSync(folder);
    const wanted = { filter: { axis: 'created' as const }, format, file: join(folder, 'orders') };
    await expectNothingHalf(folder, () => writeOrderExport(store, wanted, unwatched()));
  });
});
