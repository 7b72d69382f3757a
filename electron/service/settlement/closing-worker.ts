import { workerData } from 'node:worker_threads';
import { handOver } from '../handover/say.ts';
import { Pace } from '../report/pace.ts';
import { openReader } from '../store/store.ts';
import type { ClosingOrder, ClosingWord } from './closing-thread.ts';
import { freezeLines } from './freezing.ts';

const { dataDir, period, despite } = workerData as ClosingOrder;

await handOver<ClosingWord>(dataDir, ({ say, give, stopped }) => {
  const pace = new Pace((progress) => say({ word: 'progress', progress }), stopped);
  const reader = openReader(dataDir);
  try {
    pace.step('freeze', null);
    const frozen = freezeLines(reader, {
      period,
      despite,
      did: () => pace.did(),
      give: (rows) => give({ word: 'rows', rows }, rows.length),
      giveKeys: (keys) => give({ word: 'keys', keys }, keys.length / 10),
    });
    say({ word: 'frozen', frozen });
  } finally {
    reader.close();
  }
});
