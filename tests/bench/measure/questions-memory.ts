import { readFileSync } from 'node:fs';
import { startService } from '../../../electron/service/service.ts';
import { FACETS, orderFilter } from '../../../shared/contract/order.ts';
import { peakMemory } from './peak-memory.ts';

// Run as a process of its own: opens the books, answers a fixed round of questions, and says the most memory it ever held
// and what it holds afterwards, MiB.

const service = await startService({
  dataDir: process.argv[2]!,
  institution: { id: 'bench', name: '', demo: false },
  credentials: null,
  version: '0',
});
const client = service.client();
const filters = [
  {},
  { channel: ['promoter'] },
  { commission_status: [20] },
  { has_difference: true },
  { axis: 'paid', from: '2026-09-01', to: '2026-09-30' },
  { ratio_min: 150_000 },
  { text: '茶叶' },
  { source: ['official_account'], role: ['both'] },
];
for (let round = 0; round < 3; round += 1)
  for (const part of filters) {
    const filter = orderFilter.parse(part);
    const page = await client.call('order.page', { filter });
    if (page.next_cursor) await client.call('order.page', { filter, cursor: page.next_cursor });
    await client.call('order.page', { filter, sort: { by: 'net_fen', direction: 'asc' } });
    await client.call('order.totals', { filter });
    await client.call('order.facets', { filter, of: [...FACETS] });
  }
const peak = peakMemory();
const steady = Number(/VmRSS:\s*(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024;
process.stdout.write(JSON.stringify({ peak, steady }));
await service.close();
