// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by hand, which table elements do not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays on the grid, which names its active row
import { memo, type ReactNode } from 'react';
import { type Column, fillsBeforeEnd } from './columns.ts';
import { cellFrame } from './TableRow.tsx';

interface Props {
  columns: readonly Column<never>[];
  /** Cells by column id. */
  totals: Record<string, ReactNode>;
  height: number;
  /** The rows above have a box to choose them. */
  lead: boolean;
}

/** The sums below the rows, always in sight; not drawn again while rows pass above. */
export const TotalsRow = memo(({ columns, totals, height, lead }: Props) => {
  const fill = fillsBeforeEnd(columns) ? columns.findIndex(({ pinned }) => pinned === 'end') : -1;
  return (
    <div role="rowgroup" className="ld-table__totals">
      <div role="row" className="ld-table__totalsrow" style={{ height }}>
        {lead ? <div role="gridcell" className="ld-cell ld-cell--select" /> : null}
        {columns.map((column, place) => {
          const { className, style } = cellFrame(column, { before: columns[place - 1], after: columns[place + 1] });
          const total = (
            <div key={column.id} role="gridcell" className={className} style={style}>
              {totals[column.id]}
            </div>
          );
          return place === fill ? [<i key="fill" aria-hidden />, total] : total;
        })}
      </div>
    </div>
  );
});
