import { Worker } from 'node:worker_threads';
import type { DoctorLine } from '../../../shared/contract/doctor.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import { failureOf } from '../failure-of.ts';
import type { Inspection, InspectionWord } from './inspect.ts';
import { line } from './line.ts';

/** In the checkout the thread runs the source, in the built program the bundle beside this one. */
function workerAddress(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './inspect-worker.ts' : './doctor-worker.js', import.meta.url);
}

/** Reads the whole database in a thread with a connection of its own, so that nobody waits for it. */
export function inspect(dataDir: string, signal: AbortSignal): Promise<Inspection> {
  signal.throwIfAborted();
  const worker = new Worker(workerAddress(), { workerData: dataDir });
  const stop = () => void worker.terminate();
  signal.addEventListener('abort', stop, { once: true });
  return new Promise<Inspection>((resolve, reject) => {
    worker.once('message', (word: InspectionWord) => {
      if ('inspection' in word) resolve(word.inspection);
      else reject(new DeskError(word.failed));
    });
    worker.once('error', reject);
    // After a message this says nothing new; without one the thread is gone.
    worker.once('exit', (code) => reject(signal.aborted ? signal.reason : new Error(`inspection ended with ${code}`)));
  }).finally(() => signal.removeEventListener('abort', stop));
}

/** The lines of integrity and audit chain. */
export async function booksLines(dataDir: string, signal: AbortSignal): Promise<DoctorLine[]> {
  try {
    return inspectionLines(await inspect(dataDir, signal));
  } catch (error) {
    signal.throwIfAborted();
    const { code } = failureOf(error);
    if (code === 'store.corrupt')
      return [
        line('integrity', 'bad', 'doctor.store_damaged', { found: code }),
        line('audit_chain', 'unknown', 'doctor.books_unchecked', { reason: code }),
        line('closings', 'unknown', 'doctor.books_unchecked', { reason: code }),
      ];
    return (['integrity', 'audit_chain', 'closings'] as const).map((check) =>
      line(check, 'unknown', 'doctor.books_unchecked', { reason: code }),
    );
  }
}

export function inspectionLines({ damages, entries, broken_entry, broken_closing }: Inspection): DoctorLine[] {
  return [
    damages.length === 0
      ? line('integrity', 'ok', 'doctor.store_ok')
      : line('integrity', 'bad', 'doctor.store_damaged', { found: damages.join('; ').slice(0, 400) }),
    broken_entry === null
      ? line('audit_chain', 'ok', 'doctor.audit_ok', { entries })
      : line('audit_chain', 'bad', 'doctor.audit_broken', { entry_id: broken_entry }),
    broken_closing === null
      ? line('closings', 'ok', 'doctor.closings_ok')
      : line('closings', 'bad', 'doctor.closing_broken', { period: broken_closing.period, what: broken_closing.what }),
  ];
}
