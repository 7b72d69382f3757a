import { peakMemory } from './peak-memory.ts';

// Run as a process of its own: what Node takes for doing nothing.
process.stdout.write(String(peakMemory()));
