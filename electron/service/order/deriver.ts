import type { Unix } from '../../../shared/time.ts';
import type { Store } from '../store/store.ts';
import { deriveStep, hasDeriveTasks } from './derive-tasks.ts';
import { lacksNames, rebuildNames } from './names.ts';
import { lacksNotePairs, pairNotes } from './note-pairs.ts';
import { rebuildSums } from './sums.ts';

/** Brings what is kept beside the rows into books of an older program; new books have it from the start. */
export function completeOrderBooks(store: Store): void {
  if (!store.writable) return;
  if (lacksNames(store))
    store.transaction(() => {
      rebuildSums(store);
      rebuildNames(store);
    });
  if (lacksNotePairs(store)) store.transaction(() => pairNotes(store, 0));
}

export interface Deriver {
  /** Looks whether there is anything to work out; call it when rules may have changed. */
  wake(): void;
  close(): void;
}

/** Works waiting figures out step by step, leaving room between the steps for whoever asks something. */
export function deriver(store: Store, options: { now: () => Unix; done: () => void }): Deriver {
  let timer: NodeJS.Immediate | null = null;
  let worked = false;
  const stepped = () => {
    try {
      return deriveStep(store, options.now());
    } catch {
      // A full disk, mostly. The task stands in the books; the next change, or the next start, takes it up again.
      return false;
    }
  };
  const step = () => {
    timer = null;
    if (stepped()) {
      worked = true;
      timer = setImmediate(step);
    } else if (worked) {
      worked = false;
      options.done();
    }
  };
  return {
    wake() {
      if (timer === null && store.writable && hasDeriveTasks(store)) timer = setImmediate(step);
    },
    close() {
      if (timer !== null) clearImmediate(timer);
      timer = null;
    },
  };
}
