import { Worker } from 'node:worker_threads';
import { DeskError } from '../../../shared/contract/result.ts';
import { fromThreadFailure, type ThreadFailure } from '../thread-failure.ts';
import type { ReadRow } from './judge.ts';
import type { Asked, OpenedImport } from './open.ts';

/** What a file says, without its rows. */
export type ReadImport = Pick<OpenedImport, 'reading' | 'preview' | 'sha256'>;

/** What the thread gets. `signals`: two 32-bit integers, stop when the first is not 0, and pieces taken so far. */
export interface ImportOrder {
  dataDir: string;
  asked: Asked;
  /** Whether the rows are wanted, or only what is said of them. */
  rows: boolean;
  signals: SharedArrayBuffer;
}

/** What it says: `read` once, before any rows. */
export type ImportWord =
  | { word: 'read'; read: ReadImport }
  | { word: 'rows'; rows: ReadRow[] }
  | { word: 'done' }
  | { word: 'failed'; failure: ThreadFailure };

export interface TakeRows {
  /** Knows the file before its rows come; what it throws ends the work. */
  begin(read: ReadImport): void;
  /** Writes rows; what it throws ends the work. */
  take(rows: ReadRow[]): void;
}

/** In the checkout the thread runs the source, in the built program the bundle beside this one. */
function workerAddress(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './import-worker.ts' : './import-worker.js', import.meta.url);
}

/**
 * A file taken apart and judged in a thread of its own, with its rows handed over piece by piece where somebody takes
 * them. Rejects with a `DeskError`, or with what `taker` threw.
 */
export function readInThread(dataDir: string, asked: Asked, taker: TakeRows | null = null): Promise<ReadImport> {
  const signals = new SharedArrayBuffer(8);
  const flags = new Int32Array(signals);
  const order: ImportOrder = { dataDir, asked, rows: taker !== null, signals };
  const worker = new Worker(workerAddress(), { workerData: order });
  let read: ReadImport | null = null;
  let refused: unknown = null;
  const unlessRefused = (step: () => void) => {
    if (refused !== null) return;
    try {
      step();
    } catch (error) {
      refused = error;
      Atomics.store(flags, 0, 1);
    }
  };
  return new Promise<ReadImport>((resolve, reject) => {
    worker.on('message', (word: ImportWord) => {
      if (word.word === 'read') {
        read = word.read;
        unlessRefused(() => taker?.begin(word.read));
      } else if (word.word === 'rows') unlessRefused(() => taker?.take(word.rows));
      else if (word.word === 'failed') reject(refused ?? fromThreadFailure(word.failure));
      else if (refused !== null) reject(refused);
      else resolve(read!);
      // In a turn of its own: words that are there already are all heard in one.
      setImmediate(() => {
        Atomics.add(flags, 1, 1);
        Atomics.notify(flags, 1);
      });
    });
    worker.on('error', (error) => reject(refused ?? new DeskError('service.internal', {}, { cause: error })));
    // After a result this says nothing new; without one the thread is gone.
    worker.on('exit', (code) => reject(refused ?? new DeskError('service.internal', { exit: code })));
  });
}
