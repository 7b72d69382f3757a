import type { Column } from './columns.ts';

const ROWS = 12;
/** Percent of a cell: uneven, as text is. */
const SHARES = [62, 84, 71, 90, 55, 78, 66];

/** Grey bars where rows will be, in the columns they will have. */
export function Skeleton<Row>({
  columns,
  rowHeight,
  lead,
}: {
  columns: readonly Column<Row>[];
  rowHeight: number;
  lead: boolean;
}) {
  return (
    <>
      {Array.from({ length: ROWS }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the bars never change places
        <div key={row} aria-hidden className="ld-skeleton" style={{ height: rowHeight }}>
          {lead ? <span /> : null}
          {columns.map(({ id, align }, place) => (
            <span key={id} className={`ld-cell ld-cell--${align ?? 'start'}`}>
              <span className="ld-bone" style={{ width: `${SHARES[(row + place * 3) % SHARES.length]}%` }} />
            </span>
          ))}
        </div>
      ))}
    </>
  );
}
