import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startReportWork } from '../../../electron/service/report/work.ts';
import { openStore } from '../../../electron/service/store/store.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { lifeReply, record } from './past-world.ts';

it('exports the rows as they were known at a past moment', { timeout: 60_000 }, async () => {
  const dataDir = tempFolder();
  const store = await openStore(dataDir);
  onTestFinished(() => store.close());
  const replies = (step: number, count: number) => Array.from({ length: count }, (_, index) => lifeReply(index, step));
  const linesOf = async (name: string, as_of?: number) => {
    const order = { dataDir, filter: { axis: 'created' as const }, format: 'json' as const, file: join(dataDir, name) };
    const { file, rows } = await startReportWork({ kind: 'order_export', ...order, as_of });
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(rows);
    return lines;
  };
  record(store, replies(0, 120), 1_795_000_000);
  const then = await linesOf('then');
  record(store, replies(1, 150), 1_795_001_000);
  record(store, replies(2, 60), 1_795_002_000);
  expect(await linesOf('later', 1_795_000_500)).toEqual(then);
  expect(await linesOf('now')).toHaveLength(150);
});
