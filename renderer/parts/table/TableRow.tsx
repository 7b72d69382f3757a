// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by hand, which table elements do not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays on the grid, which names its active row
import { type CSSProperties, type MouseEvent, memo } from 'react';
import { type Column, fillsBeforeEnd } from './columns.ts';

export interface RowProps<Row> {
  id: string;
  row: Row;
  index: number;
  top: number;
  height: number;
  columns: readonly Column<Row>[];
  active: boolean;
  /** Place of the cell under the keys, -1 for none. */
  activeColumn: number;
  selectable: boolean;
  selected: boolean;
  opens: boolean;
  /** For screen readers, of the box that chooses the row. */
  chooseLabel: string;
  onPick: (index: number, event: MouseEvent) => void;
  onToggle: (index: number, shift: boolean) => void;
}

/** Classes and place of a cell; pinned ones hold to their edge by a variable the table sets. */
export function cellFrame(
  column: Column<never>,
  beside: { before: Column<never> | undefined; after: Column<never> | undefined },
): { className: string; style: CSSProperties | undefined } {
  const { align = 'start', pinned, cutInParts } = column;
  const edge =
    (pinned === 'start' && beside.after?.pinned !== 'start') || (pinned === 'end' && beside.before?.pinned !== 'end');
  return {
    className: `ld-cell ld-cell--${align}${cutInParts ? ' ld-cell--parts' : ''}${pinned ? ` ld-cell--pinned${edge ? ` ld-cell--edge-${pinned}` : ''}` : ''}`,
    style: pinned
      ? { [pinned === 'start' ? 'insetInlineStart' : 'insetInlineEnd']: `var(--ld-pin-${column.id})` }
      : undefined,
  };
}

function Row<Row>(props: RowProps<Row>) {
  const { row, index, columns, active, selected } = props;
  const fill = fillsBeforeEnd(columns as never) ? columns.findIndex(({ pinned }) => pinned === 'end') : -1;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it takes the keys for its active row
    <div
      id={props.id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={props.selectable ? selected : active}
      data-row={index}
      className={`ld-row${active ? ' ld-row--active' : ''}${selected ? ' ld-row--selected' : ''}${props.opens ? ' ld-row--opens' : ''}`}
      style={{ top: props.top, height: props.height }}
      onClick={(event) => props.onPick(index, event)}
    >
      {props.selectable ? (
        // biome-ignore lint/a11y/useKeyWithClickEvents: a wider target for the box inside
        <div
          role="gridcell"
          className="ld-cell ld-cell--select"
          onClick={(event) => {
            event.stopPropagation();
            props.onToggle(index, event.shiftKey);
          }}
        >
          <input
            type="checkbox"
            className="ld-check"
            checked={selected}
            readOnly
            tabIndex={-1}
            aria-label={props.chooseLabel}
          />
        </div>
      ) : null}
      {columns.map((column, place) => {
        const { className, style } = cellFrame(column as never, {
          before: columns[place - 1] as never,
          after: columns[place + 1] as never,
        });
        const cell = (
          <div
            key={column.id}
            role="gridcell"
            tabIndex={-1}
            data-column={column.id}
            className={`${className}${props.activeColumn === place ? ' ld-cell--active' : ''}`}
            style={style}
          >
            {column.render(row)}
          </div>
        );
        return place === fill ? [<i key="fill" aria-hidden />, cell] : cell;
      })}
    </div>
  );
}

/** One row; drawn again only when it, its place or its marks change, so scrolling stays cheap. */
export const TableRow = memo(Row) as typeof Row;
