import { parentPort, workerData } from 'node:worker_threads';
import { writeAuditExport } from '../audit/export.ts';
import { recompute } from '../difference/recompute.ts';
import { giveWay } from '../low-priority.ts';
import { openPast } from '../reading/past-books.ts';
import { replay } from '../rule/replay.ts';
import { isStatementTask, workOnStatements } from '../statement/tasks.ts';
import { openReader } from '../store/store.ts';
import { toThreadFailure } from '../thread-failure.ts';
import { writeOrderExport } from './order-export.ts';
import { Pace } from './pace.ts';
import { ownPublicKey, reportSigner } from './proof/report-key.ts';
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
  if (task.kind === 'verify') return verifyReport(task.file, ownPublicKey(task.dataDir));
  if (task.kind === 'order_export' && task.as_of !== undefined) return exportPast(task, task.as_of);
  const reader = openReader(task.dataDir);
  try {
    if (task.kind === 'report')
      return await writeSettlementPack(reader, { ...task, signer: reportSigner(task.dataDir), pace });
    if (task.kind === 'audit_export') return await writeAuditExport(reader, task, pace);
    if (task.kind === 'what_if') return replay(reader, task, pace);
    if (isStatementTask(task)) return await workOnStatements(reader, task, reportSigner(task.dataDir), pace);
    if (task.kind === 'recompute') return recompute(reader, task.period, pace);
    return await writeOrderExport(reader, task, pace);
  } finally {
    reader.close();
  }
}

async function exportPast(task: Extract<ReportTask, { kind: 'order_export' }>, asOf: number) {
  const past = openPast(task.dataDir, asOf);
  try {
    return await past.atOnce(() => writeOrderExport(past.reader, task, pace));
  } finally {
    past.close();
  }
}

giveWay();
try {
  say({ word: 'result', result: await work(task) });
} catch (error) {
  say({ word: 'failed', failure: toThreadFailure(error) });
}
