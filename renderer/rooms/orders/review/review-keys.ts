/** What a key asks of the queue. */
export type ReviewStep =
  | { move: 1 | -1; extend: boolean }
  | { to: 'first' | 'last' }
  | { act: 'approve' | 'hold' | 'exclude' | 'reopen' | 'note' | 'tag' | 'undo' }
  | { choose: number }
  | { confirm: true }
  | { cancel: true }
  | { toggle: true }
  | { all: true }
  | { open: true }
  | { help: true };

type Acts = Extract<ReviewStep, { act: string }>['act'];

const ACTS: Readonly<Record<string, Acts>> = {
  a: 'approve',
  h: 'hold',
  x: 'exclude',
  r: 'reopen',
  n: 'note',
  t: 'tag',
  u: 'undo',
};

export type PressedKey = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat'>;

/**
 * Reads a key. `asking`: a reason is being asked for, so that digits choose one and Enter confirms. A key held down
 * moves on but decides nothing: nobody approves a page by leaning on A.
 */
export function reviewStep(key: PressedKey, asking: boolean): ReviewStep | null {
  const command = key.ctrlKey || key.metaKey;
  const letter = key.key.toLowerCase();
  if (key.altKey) return null;
  if (command) return letter === 'a' && !key.shiftKey && !asking ? { all: true } : null;
  if (key.key === '?') return { help: true };
  if (key.key === 'Escape') return { cancel: true };
  if (asking) {
    if (/^[1-9]$/.test(key.key)) return { choose: Number(key.key) };
    if (key.key === 'Enter' && !key.repeat) return { confirm: true };
  }
  if (letter === 'j' || key.key === 'ArrowDown') return { move: 1, extend: key.shiftKey };
  if (letter === 'k' || key.key === 'ArrowUp') return { move: -1, extend: key.shiftKey };
  if (key.key === 'Home') return { to: 'first' };
  if (key.key === 'End') return { to: 'last' };
  if (key.repeat || key.shiftKey) return null;
  if (key.key === ' ') return { toggle: true };
  if (key.key === 'Enter') return { open: true };
  const act = ACTS[letter];
  return act ? { act } : null;
}

/** Whether a key belongs to somebody else: text being typed or composed, or a control that has it for itself. */
export function isTaken(
  event: Pick<KeyboardEvent, 'key' | 'isComposing' | 'keyCode' | 'defaultPrevented'> & {
    target: EventTarget | null;
  },
): boolean {
  // 229 is what every engine reports while an input method is at work, also before it says so.
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229 || event.key === 'Process') return true;
  const target = event.target as Element | null;
  if (!target?.closest) return false;
  if (target.closest('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]'))
    return true;
  if (target.closest('[role=dialog], [role=menu], [role=listbox]:not([data-review-queue])')) return true;
  // A reason one clicked still has the focus when Enter confirms it.
  const presses = event.key === ' ' || (event.key === 'Enter' && !target.closest('[role=radio]'));
  return presses && target.closest('button, a, summary, [role=button], [type=checkbox], [type=radio]') !== null;
}
