// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by hand, which table elements do not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays on the grid, which names its active row
import { Checkbox } from 'antd';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from './columns.ts';

export interface RowProps<Row> {
  id: string;
  row: Row;
  index: number;
  top: number;
  height: number;
  tracks: string;
  columns: readonly Column<Row>[];
  active: boolean;
  selectable: boolean;
  selected: boolean;
  opens: boolean;
  onPick: (index: number) => void;
  onToggle: (index: number) => void;
}

function Row<Row>(props: RowProps<Row>) {
  const { t } = useTranslation('parts');
  const { row, index, columns, active, selected } = props;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it takes the keys for its active row
    <div
      id={props.id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={props.selectable ? selected : active}
      className={`ld-row${active ? ' ld-row--active' : ''}${selected ? ' ld-row--selected' : ''}${props.opens ? ' ld-row--opens' : ''}`}
      style={{ transform: `translateY(${props.top}px)`, height: props.height, gridTemplateColumns: props.tracks }}
      onClick={() => props.onPick(index)}
    >
      {props.selectable ? (
        // biome-ignore lint/a11y/useKeyWithClickEvents: a wider target for the box inside
        <div
          role="gridcell"
          className="ld-cell ld-cell--select"
          onClick={(event) => {
            event.stopPropagation();
            // The box reports its own clicks; only those beside it count here.
            if (event.target === event.currentTarget) props.onToggle(index);
          }}
        >
          <Checkbox
            checked={selected}
            onChange={() => props.onToggle(index)}
            tabIndex={-1}
            aria-label={t('select_row')}
          />
        </div>
      ) : null}
      {columns.map((column) => (
        <div key={column.id} role="gridcell" tabIndex={-1} className={`ld-cell ld-cell--${column.align ?? 'start'}`}>
          {column.render(row)}
        </div>
      ))}
    </div>
  );
}

/** One row; drawn again only when it, its place or its marks change, so scrolling stays cheap. */
export const TableRow = memo(Row) as typeof Row;
