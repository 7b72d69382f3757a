import { Worker } from 'node:worker_threads';
import { DeskError } from '../../../shared/contract/result.ts';
import { fromThreadFailure, type ThreadFailure } from '../thread-failure.ts';

/** What a thread says at its end. */
export type LastWord = { word: 'done' } | { word: 'failed'; failure: ThreadFailure };

/** Rows to hand over at once: few enough that whoever writes them is free again within a few milliseconds. */
export const AT_ONCE = 100;

/** What every such thread gets. `signals`: two 32-bit integers, stop when the first is not 0, and words heard so far. */
export interface Signals {
  signals: SharedArrayBuffer;
}

export interface Hearing<Word> {
  address: URL;
  /** `workerData` without the signals. */
  order: object;
  /** Takes one word, mostly rows to write; what it throws ends the work. */
  hear(word: Word): void;
  signal?: AbortSignal;
}

/**
 * A thread that works something out and hands it over word by word, for the service to write in short turns between
 * whatever else it is asked. Rejects with a `DeskError`, or with what `hear` threw.
 */
export function hearThread<Word extends { word: string }>({
  address,
  order,
  hear,
  signal,
}: Hearing<Word>): Promise<void> {
  const signals = new SharedArrayBuffer(8);
  const flags = new Int32Array(signals);
  const worker = new Worker(address, { workerData: { ...order, signals } satisfies Signals });
  const stop = () => {
    Atomics.store(flags, 0, 1);
    Atomics.notify(flags, 1);
  };
  signal?.addEventListener('abort', stop, { once: true });
  let refused: unknown = null;
  return new Promise<void>((resolve, reject) => {
    worker.on('message', (said: Word | LastWord) => {
      if (isLast(said)) {
        if (refused !== null) reject(refused);
        else if (said.word === 'done') resolve();
        else reject(fromThreadFailure(said.failure));
        return;
      }
      if (refused === null) {
        try {
          hear(said);
        } catch (error) {
          refused = error;
          stop();
        }
      }
      // In a turn of its own: words that are there already are all heard in one.
      setImmediate(() => {
        Atomics.add(flags, 1, 1);
        Atomics.notify(flags, 1);
      });
    });
    worker.on('error', (error) => reject(refused ?? new DeskError('service.internal', {}, { cause: error })));
    // After a result this says nothing new; without one the thread is gone.
    worker.on('exit', (code) => reject(refused ?? new DeskError('service.internal', { exit: code })));
  }).finally(() => signal?.removeEventListener('abort', stop));
}

function isLast(said: { word: string }): said is LastWord {
  return said.word === 'done' || said.word === 'failed';
}
