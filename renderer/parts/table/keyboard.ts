export type TableStep = { move: number } | { open: true } | { toggle: true } | null;

/** What a key means in a table of `count` rows with the given active row; moves are clamped to the rows. */
export function tableStep(key: string, active: number, count: number, rowsPerPage: number): TableStep {
  const to = (index: number) => ({ move: Math.max(0, Math.min(count - 1, index)) });
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return to(active + 1);
    case 'ArrowUp':
      return to(active < 0 ? 0 : active - 1);
    case 'PageDown':
      return to(active + rowsPerPage);
    case 'PageUp':
      return to(active - rowsPerPage);
    case 'Home':
      return to(0);
    case 'End':
      return to(count - 1);
    case 'Enter':
      return active >= 0 ? { open: true } : null;
    case ' ':
      return active >= 0 ? { toggle: true } : null;
    default:
      return null;
  }
}
