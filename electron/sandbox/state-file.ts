/** What a sandbox remembers between runs: how its world was drawn, where its clock is, and what was done since. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { journalEntry } from './world/journal.ts';

const remembered = z.object({
  version: z.literal(1),
  seed: z.number().int(),
  orders: z.number().int(),
  /** Unix seconds the world was drawn around. */
  anchor: z.number().int(),
  clock: z.object({ offset: z.number(), frozenAt: z.number().int().nullable() }),
  journal: z.array(journalEntry),
});

export type Remembered = z.infer<typeof remembered>;

/** undefined when there is no file yet; a file that cannot be understood is an error, never a fresh start over it. */
export function readState(path: string): Remembered | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return remembered.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new Error(`the sandbox's state file cannot be read: ${path}`, { cause });
  }
}

/** Whole or not at all: written beside and renamed over. */
export function writeState(path: string, state: Remembered): void {
  const beside = `${path}.new`;
  writeFileSync(beside, JSON.stringify(state));
  renameSync(beside, path);
}
