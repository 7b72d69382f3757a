import { once } from 'node:events';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { THREAD_LIMITS } from '../../../electron/service/report/work.ts';
import { peakMemory } from './peak-memory.ts';
import { reportRows, writeWorkbook } from './report-rows.ts';

// Run as a process of its own: writes one workbook of so many rows in a thread like the program's, and says the most
// memory the process ever held.
if (isMainThread) {
  const [file, rows] = process.argv.slice(2);
  const worker = new Worker(new URL(import.meta.url), { workerData: { file, rows }, resourceLimits: THREAD_LIMITS });
  await once(worker, 'exit');
  process.stdout.write(String(peakMemory()));
} else {
  const { file, rows } = workerData as { file: string; rows: string };
  await writeWorkbook(file, reportRows(Number(rows)));
}
