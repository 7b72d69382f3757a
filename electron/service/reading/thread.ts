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

/** What a thread is told: where the books are, and how much of the file it may keep in memory, KiB. */
export interface ThreadBooks {
  dataDir: string;
  cache: number;
}

/** Threads that read the books, each on a connection of its own. */
export function threadOver(books: ThreadBooks): StartThread {
  return ({ word, died }) => {
    const worker = new Worker(workerAddress(), { workerData: books });
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
