import { Worker } from 'node:worker_threads';
import type { Question, ThreadWord } from './question.ts';

/** A thread that answers questions one after the other. */
export interface Thread {
  ask(question: Question): void;
  /** Resolves when it is gone; a question it was at stays without an answer. */
  end(): Promise<void>;
}

export interface ThreadListener {
  word(word: ThreadWord): void;
  /** It is gone without having been told to; said once. */
  died(reason: unknown): void;
}

export type StartThread = (listener: ThreadListener) => Thread;

/** In the checkout the thread runs the source, in the built program the bundle beside this one. */
function workerAddress(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './reading-worker.js', import.meta.url);
}

/** Threads that read the books of this folder, each on a connection of its own. */
export function threadOver(dataDir: string): StartThread {
  return ({ word, died }) => {
    const worker = new Worker(workerAddress(), { workerData: dataDir });
    let over = false;
    const once = (reason: unknown) => {
      if (!over) died(reason);
      over = true;
    };
    worker.on('message', word);
    worker.on('error', once);
    worker.on('messageerror', once);
    worker.on('exit', (code) => once(new Error(`reading thread ended with ${code}`)));
    return {
      ask: (question) => worker.postMessage(question),
      async end() {
        over = true;
        await worker.terminate();
      },
    };
  };
}
