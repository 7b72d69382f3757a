import { Absent } from './Absent.tsx';

const grouped = new Intl.NumberFormat('en-US');

export function formatCount(count: number): string {
  return grouped.format(count);
}

/** A count with thousands separators: `<Count of={total} />`; null is a dash. */
export function Count({ of }: { of: number | null | undefined }) {
  return of === null || of === undefined ? <Absent /> : <span className="ld-nowrap">{formatCount(of)}</span>;
}
