import { peakMemory } from './peak-memory.ts';
import { reportRows, writeWorkbook } from './report-rows.ts';

// Run as a process of its own: writes one workbook of so many rows and says the most memory it ever held.
await writeWorkbook(process.argv[2]!, reportRows(Number(process.argv[3])));
process.stdout.write(String(peakMemory()));
