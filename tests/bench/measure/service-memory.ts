import { peakMemory } from './peak-memory.ts';
import { benchService } from './service-sync.ts';

// Run as a process of its own: opens the books, syncs once, and says the most memory it ever held.
const service = await benchService(process.argv[2]!, process.argv[3]!);
await service.sync();
await service.close();
process.stdout.write(String(peakMemory()));
