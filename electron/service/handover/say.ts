import { parentPort, workerData } from 'node:worker_threads';
import { DeskError } from '../../../shared/contract/result.ts';
import { giveWay } from '../low-priority.ts';
import { checkpointer } from '../store/checkpoint.ts';
import { toThreadFailure } from '../thread-failure.ts';
import type { LastWord, Signals } from './hear.ts';

/** Words that may lie unheard: rows must not pile up a second time. */
const AHEAD = 1;
/** So many rows come to some fifty megabytes on the disk: short of where the connection that writes would move them. */
const MOVED_AT_ONCE = 25_000;

/** The thread's side of `hearThread`. */
export interface Handover<Word> {
  /** Waits while too many words lie unheard. Throws `job.cancelled` when the work is to stop. */
  say(word: Word): void;
  /** As `say`, for rows that are written: what was written so far is moved on now and then. */
  give(word: Word, rows: number): void;
  stopped(): boolean;
}

/** Does the thread's work, and says how it ended. */
export async function handOver<Word>(
  dataDir: string,
  work: (handover: Handover<Word>) => void | Promise<void>,
): Promise<void> {
  giveWay();
  const flags = new Int32Array((workerData as Signals).signals);
  const stopped = () => Atomics.load(flags, 0) !== 0;
  let said = 0;
  let unmoved = 0;
  const untilUnheard = (most: number) => {
    for (let heard = Atomics.load(flags, 1); said - heard > most; heard = Atomics.load(flags, 1)) {
      if (stopped()) throw new DeskError('job.cancelled');
      Atomics.wait(flags, 1, heard, 1000);
    }
  };
  const say = (word: Word) => {
    parentPort?.postMessage(word);
    said += 1;
    untilUnheard(AHEAD);
  };
  const move = () => {
    untilUnheard(0);
    written.move();
    unmoved = 0;
  };
  const end = (word: LastWord) => parentPort?.postMessage(word);
  const written = checkpointer(dataDir);
  try {
    await work({
      say,
      stopped,
      give(word, rows) {
        say(word);
        unmoved += rows;
        if (unmoved >= MOVED_AT_ONCE) move();
      },
    });
    // What makes the rows count is written durably: nothing but itself is left to wait for then.
    if (unmoved > 0) move();
    end({ word: 'done' });
  } catch (error) {
    end({ word: 'failed', failure: toThreadFailure(error) });
  } finally {
    written.close();
  }
}
