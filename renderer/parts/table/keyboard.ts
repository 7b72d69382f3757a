export type TableStep =
  | { move: number; extend?: true }
  | { column: number }
  | { open: true }
  | { toggle: true }
  | { all: true }
  | { clear: true }
  | { copy: true }
  | { menu: true }
  | null;

/** A key as the table reads it; Ctrl and Cmd mean the same. */
export interface TableKey {
  key: string;
  shiftKey?: boolean;
  ctrlKey?: boolean;
  metaKey?: boolean;
  altKey?: boolean;
}

/** Where the table stands: its active row (-1: none), rows and rows to a window. */
export interface TablePlace {
  active: number;
  count: number;
  perPage: number;
}

/** What a key means in a table; moves are clamped to the rows. */
export function tableStep(event: TableKey, { active, count, perPage }: TablePlace): TableStep {
  const { key, shiftKey = false, altKey = false } = event;
  const command = event.ctrlKey || event.metaKey || false;
  if (count === 0 || altKey) return null;
  const to = (index: number): TableStep => {
    const move = Math.max(0, Math.min(count - 1, index));
    return shiftKey ? { move, extend: true } : { move };
  };
  if (command) {
    switch (key.toLowerCase()) {
      case 'a':
        return { all: true };
      case 'c':
        return { copy: true };
      case 'arrowup':
        return to(0);
      case 'arrowdown':
        return to(count - 1);
      case ' ':
        return active >= 0 ? { toggle: true } : null;
      case 'home':
        return to(0);
      case 'end':
        return to(count - 1);
      default:
        return null;
    }
  }
  switch (key) {
    case 'ArrowDown':
      return to(active + 1);
    case 'ArrowUp':
      return to(active < 0 ? 0 : active - 1);
    case 'ArrowRight':
      return { column: 1 };
    case 'ArrowLeft':
      return { column: -1 };
    case 'PageDown':
      return to(active + perPage);
    case 'PageUp':
      return to(active - perPage);
    case 'Home':
      return to(0);
    case 'End':
      return to(count - 1);
    case 'Enter':
      return active >= 0 ? { open: true } : null;
    case ' ':
      return active >= 0 ? { toggle: true } : null;
    case 'Escape':
      return { clear: true };
    case 'ContextMenu':
      return active >= 0 ? { menu: true } : null;
    case 'F10':
      return shiftKey && active >= 0 ? { menu: true } : null;
    default:
      return null;
  }
}
