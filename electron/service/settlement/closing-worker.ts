import { parentPort, workerData } from 'node:worker_threads';
import { Pace } from '../report/pace.ts';
import { openReader } from '../store/store.ts';
import { toThreadFailure } from '../thread-failure.ts';
import type { ClosingOrder, ClosingWord } from './closing-thread.ts';
import { freezeLines } from './freezing.ts';

const { dataDir, period, despite, signals } = workerData as ClosingOrder;
const flags = new Int32Array(signals);
const say = (word: ClosingWord) => parentPort?.postMessage(word);
const pace = new Pace(
  (progress) => say({ word: 'progress', progress }),
  () => Atomics.load(flags, 0) !== 0,
);

/** Pieces that may lie unwritten: a month's lines must not pile up in memory. */
const AHEAD = 2;
let given = 0;

try {
  const reader = openReader(dataDir);
  try {
    pace.step('freeze', null);
    const frozen = freezeLines(reader, {
      period,
      despite,
      did: () => pace.did(),
      give(rows) {
        given += 1;
        say({ word: 'rows', rows });
        for (let taken = Atomics.load(flags, 1); given - taken > AHEAD; taken = Atomics.load(flags, 1)) {
          pace.check();
          Atomics.wait(flags, 1, taken, 1000);
        }
      },
    });
    say({ word: 'frozen', frozen });
  } finally {
    reader.close();
  }
} catch (error) {
  say({ word: 'failed', failure: toThreadFailure(error) });
}
