import { workerData } from 'node:worker_threads';
import { AT_ONCE } from '../handover/hear.ts';
import { handOver } from '../handover/say.ts';
import { openReader } from '../store/store.ts';
import type { ImportOrder, ImportWord } from './import-thread.ts';
import { openImport } from './open.ts';

const { dataDir, asked, rows: wanted } = workerData as ImportOrder;

await handOver<ImportWord>(dataDir, async ({ say, give }) => {
  const reader = openReader(dataDir);
  try {
    const { rows, ...read } = await openImport(reader, asked);
    say({ word: 'read', read });
    if (!wanted || !rows) return;
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      const some = rows.slice(from, from + AT_ONCE);
      give({ word: 'rows', rows: some }, some.length);
    }
  } finally {
    reader.close();
  }
});
