import type { CloseCheck } from '../../../shared/contract/settlement.ts';
import type { Period } from '../../../shared/time.ts';
import { hearThread } from '../handover/hear.ts';
import type { WorkProgress } from '../report/pace.ts';
import type { Frozen, FrozenKey, FrozenRow } from './freezing.ts';

/** What the thread gets. */
export interface ClosingOrder {
  dataDir: string;
  period: Period;
  despite: CloseCheck[];
}

/** What it says. */
export type ClosingWord =
  | { word: 'progress'; progress: WorkProgress }
  | { word: 'rows'; rows: FrozenRow[] }
  | { word: 'keys'; keys: FrozenKey[] }
  | { word: 'frozen'; frozen: Frozen };

export interface FreezingWork extends ClosingOrder {
  signal: AbortSignal;
  onProgress(progress: WorkProgress): void;
  /** Writes rows; what it throws ends the work. */
  take(rows: FrozenRow[]): void;
  takeKeys(keys: FrozenKey[]): void;
}

/** In the checkout the thread runs the source, in the built program the bundle beside this one. */
function workerAddress(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './closing-worker.ts' : './closing-worker.js', import.meta.url);
}

/** Lines of a month, worked out in a thread of its own and handed over piece by piece. Rejects with a `DeskError`. */
export async function freezeInThread({
  dataDir,
  period,
  despite,
  signal,
  onProgress,
  take,
  takeKeys,
}: FreezingWork): Promise<Frozen> {
  let frozen: Frozen | null = null;
  await hearThread<ClosingWord>({
    address: workerAddress(),
    order: { dataDir, period, despite } satisfies ClosingOrder,
    signal,
    hear(said) {
      if (said.word === 'progress') onProgress(said.progress);
      else if (said.word === 'rows') take(said.rows);
      else if (said.word === 'keys') takeKeys(said.keys);
      else frozen = said.frozen;
    },
  });
  return frozen!;
}
