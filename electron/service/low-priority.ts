import { constants, setPriority } from 'node:os';

/**
 * For a thread of long work: the window and whoever asks the service come first when there is not room for all.
 * Linux alone counts priorities by thread, elsewhere this would slow down the whole service; a command line has no
 * window to give way to.
 */
export function giveWay(): void {
  if (process.platform !== 'linux' || !process.versions.electron) return;
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // A sandbox may forbid it: the work is done all the same.
  }
}
