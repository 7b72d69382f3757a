import { parentPort, workerData } from 'node:worker_threads';
import { failureOf } from '../failure-of.ts';
import { openReader } from '../store/store.ts';
import { type InspectionWord, inspectBooks } from './inspect.ts';

const say = (word: InspectionWord) => parentPort?.postMessage(word);

try {
  const reader = openReader(workerData as string);
  try {
    say({ inspection: inspectBooks(reader) });
  } finally {
    reader.close();
  }
} catch (error) {
  // An error that crosses as such loses SQLite's code.
  say({ failed: failureOf(error).code });
}
