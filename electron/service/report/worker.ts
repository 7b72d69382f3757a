import { parentPort, workerData } from 'node:worker_threads';
import { DeskError } from '../../../shared/contract/result.ts';
import { openReader } from '../store/store.ts';
import { writeOrderExport } from './order-export.ts';
import { Pace } from './pace.ts';
import { writeSettlementPack } from './settlement-pack.ts';
import type { ReportTask, WorkerOrder, WorkerWord } from './task.ts';
import { verifyReport } from './verify.ts';

const { task, stop } = workerData as WorkerOrder;
const flag = new Int32Array(stop);
const say = (word: WorkerWord) => parentPort?.postMessage(word);
const pace = new Pace(
  (progress) => say({ word: 'progress', progress }),
  () => Atomics.load(flag, 0) !== 0,
);

async function work(task: ReportTask) {
  pace.check();
  if (task.kind === 'verify') return verifyReport(task.file);
  const reader = openReader(task.dataDir);
  try {
    if (task.kind === 'report') return await writeSettlementPack(reader, task.period, task.folder, pace);
    return await writeOrderExport(reader, task, pace);
  } finally {
    reader.close();
  }
}

try {
  say({ word: 'result', result: await work(task) });
} catch (error) {
  if (error instanceof DeskError) say({ word: 'failed', code: error.code, params: error.params, stack: null });
  else
    say({
      word: 'failed',
      code: 'service.internal',
      params: {},
      stack: error instanceof Error ? (error.stack ?? null) : null,
    });
}
