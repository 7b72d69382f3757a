import { hearThread } from '../handover/hear.ts';
import type { ReadRow } from './judge.ts';
import type { Asked, OpenedImport } from './open.ts';

/** What a file says, without its rows. */
export type ReadImport = Pick<OpenedImport, 'reading' | 'preview' | 'sha256'>;

/** What the thread gets. */
export interface ImportOrder {
  dataDir: string;
  asked: Asked;
  /** Whether the rows are wanted, or only what is said of them. */
  rows: boolean;
}

/** What it says: `read` once, before any rows. */
export type ImportWord = { word: 'read'; read: ReadImport } | { word: 'rows'; rows: ReadRow[] };

export interface TakeRows {
  /** Knows the file before its rows come; what it throws ends the work. */
  begin(read: ReadImport): void;
  /** Writes rows; what it throws ends the work. */
  take(rows: ReadRow[]): void;
}

/** In the checkout the thread runs the source, in the built program the bundle beside this one. */
function workerAddress(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './import-worker.ts' : './import-worker.js', import.meta.url);
}

/**
 * A file taken apart and judged in a thread of its own, with its rows handed over piece by piece where somebody takes
 * them. Rejects with a `DeskError`, or with what `taker` threw.
 */
export async function readInThread(dataDir: string, asked: Asked, taker: TakeRows | null = null): Promise<ReadImport> {
  let read: ReadImport | null = null;
  await hearThread<ImportWord>({
    address: workerAddress(),
    order: { dataDir, asked, rows: taker !== null } satisfies ImportOrder,
    hear(said) {
      if (said.word === 'rows') return taker?.take(said.rows);
      read = said.read;
      taker?.begin(said.read);
    },
  });
  return read!;
}
