import { Worker } from 'node:worker_threads';
import { DeskError } from '../../../shared/contract/result.ts';
import type { CloseCheck } from '../../../shared/contract/settlement.ts';
import type { Period } from '../../../shared/time.ts';
import type { WorkProgress } from '../report/pace.ts';
import { fromThreadFailure, type ThreadFailure } from '../thread-failure.ts';
import type { Frozen, FrozenRow } from './freezing.ts';

/** What the thread gets. `signals`: two 32-bit integers, stop when the first is not 0, and pieces taken so far. */
export interface ClosingOrder {
  dataDir: string;
  period: Period;
  despite: CloseCheck[];
  signals: SharedArrayBuffer;
}

/** What it says. */
export type ClosingWord =
  | { word: 'progress'; progress: WorkProgress }
  | { word: 'rows'; rows: FrozenRow[] }
  | { word: 'frozen'; frozen: Frozen }
  | { word: 'failed'; failure: ThreadFailure };

export interface FreezingWork {
  dataDir: string;
  period: Period;
  despite: CloseCheck[];
  signal: AbortSignal;
  onProgress(progress: WorkProgress): void;
  /** Writes rows; what it throws ends the work. */
  take(rows: FrozenRow[]): void;
}

/** In the checkout the thread runs the source, in the built program the bundle beside this one. */
function workerAddress(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './closing-worker.ts' : './closing-worker.js', import.meta.url);
}

/** Lines of a month, worked out in a thread of its own and handed over piece by piece. Rejects with a `DeskError`. */
export function freezeInThread({ dataDir, period, despite, signal, onProgress, take }: FreezingWork): Promise<Frozen> {
  const signals = new SharedArrayBuffer(8);
  const flags = new Int32Array(signals);
  const order: ClosingOrder = { dataDir, period, despite, signals };
  const worker = new Worker(workerAddress(), { workerData: order });
  const stop = () => {
    Atomics.store(flags, 0, 1);
    Atomics.notify(flags, 1);
  };
  signal.addEventListener('abort', stop, { once: true });
  let refused: unknown = null;
  return new Promise<Frozen>((resolve, reject) => {
    worker.on('message', (word: ClosingWord) => {
      if (word.word === 'progress') onProgress(word.progress);
      else if (word.word === 'frozen') resolve(word.frozen);
      else if (word.word === 'failed') reject(refused ?? fromThreadFailure(word.failure));
      else if (refused === null) {
        try {
          take(word.rows);
        } catch (error) {
          refused = error;
          stop();
        }
        Atomics.add(flags, 1, 1);
        Atomics.notify(flags, 1);
      }
    });
    worker.on('error', (error) => reject(refused ?? new DeskError('service.internal', {}, { cause: error })));
    // After a result this says nothing new; without one the thread is gone.
    worker.on('exit', (code) => reject(refused ?? new DeskError('service.internal', { exit: code })));
  }).finally(() => signal.removeEventListener('abort', stop));
}
