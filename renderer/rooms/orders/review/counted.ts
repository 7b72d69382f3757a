import { formatCount } from '../../../parts/index.ts';

/** A number of rows for a text: for its plural, and as it is written. */
export function counted(count: number): { count: number; rows: string } {
  return { count, rows: formatCount(count) };
}
