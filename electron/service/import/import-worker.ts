import { parentPort, workerData } from 'node:worker_threads';
import { DeskError } from '../../../shared/contract/result.ts';
import { checkpointer } from '../store/checkpoint.ts';
import { openReader } from '../store/store.ts';
import { toThreadFailure } from '../thread-failure.ts';
import type { ImportOrder, ImportWord } from './import-thread.ts';
import type { ReadRow } from './judge.ts';
import { openImport } from './open.ts';

const { dataDir, asked, rows: wanted, signals } = workerData as ImportOrder;
const flags = new Int32Array(signals);

/** Rows handed over at once: few enough that whoever writes them is free again within a few milliseconds. */
const AT_ONCE = 100;
/** Words that may lie unheard: the rows must not pile up a second time. */
const AHEAD = 1;
/** So many rows come to a few megabytes on the disk. */
const MOVED_AT_ONCE = 10_000;
let said = 0;

function say(word: ImportWord): void {
  parentPort?.postMessage(word);
  said += 1;
  untilUnheard(AHEAD);
}

function untilUnheard(most: number): void {
  for (let heard = Atomics.load(flags, 1); said - heard > most; heard = Atomics.load(flags, 1)) {
    // Somebody threw: he knows why.
    if (Atomics.load(flags, 0) !== 0) throw new DeskError('job.cancelled');
    Atomics.wait(flags, 1, heard, 1000);
  }
}

function hand(rows: readonly ReadRow[]): void {
  const written = checkpointer(dataDir);
  try {
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      say({ word: 'rows', rows: rows.slice(from, from + AT_ONCE) });
      if ((from + AT_ONCE) % MOVED_AT_ONCE > 0) continue;
      untilUnheard(0);
      written.move();
    }
  } finally {
    written.close();
  }
}

try {
  const reader = openReader(dataDir);
  try {
    const { rows, ...read } = await openImport(reader, asked);
    say({ word: 'read', read });
    if (wanted) hand(rows ?? []);
    say({ word: 'done' });
  } finally {
    reader.close();
  }
} catch (error) {
  parentPort?.postMessage({ word: 'failed', failure: toThreadFailure(error) } satisfies ImportWord);
}
