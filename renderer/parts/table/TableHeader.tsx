// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by hand, which table elements do not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays on the grid, which names its active row
import { CaretDownFilled, CaretUpFilled } from '@ant-design/icons';
import { Fragment, type KeyboardEvent, memo, type PointerEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, clampWidth, fillsBeforeEnd, nextSort, type Sort } from './columns.ts';
import { cellFrame } from './TableRow.tsx';

/** Pixels a key press changes a width by. */
const KEY_STEP = 16;

export interface HeaderProps<Row> {
  columns: readonly Column<Row>[];
  sort: Sort | undefined;
  onSort: ((sort: Sort) => void) | undefined;
  selectAll: { share: 'none' | 'some' | 'all'; toggle: () => void } | null;
  /** Left out: widths are as they are. Called while the edge is dragged, `done` at its end. */
  onWidth: ((id: string, width: number, done: boolean) => void) | undefined;
  onFit: (id: string) => void;
}

function Header<Row>({ columns, sort, onSort, selectAll, onWidth, onFit }: HeaderProps<Row>) {
  const { t } = useTranslation('parts');
  const fill = fillsBeforeEnd(columns as never) ? columns.findIndex(({ pinned }) => pinned === 'end') : -1;
  return (
    <>
      {selectAll ? (
        <div role="columnheader" className="ld-cell ld-cell--select">
          <input
            type="checkbox"
            className="ld-check"
            ref={(box) => {
              if (box) box.indeterminate = selectAll.share === 'some';
            }}
            checked={selectAll.share === 'all'}
            onChange={selectAll.toggle}
            aria-label={t('select_loaded')}
            tabIndex={-1}
          />
        </div>
      ) : null}
      {columns.map((column, place) => {
        const heads = column.heads ?? [{ title: column.title, sort: column.sort }];
        const sorted = sort && heads.some((head) => head.sort === sort.by) ? sort.direction : null;
        const { className, style } = cellFrame(column as never, {
          before: columns[place - 1] as never,
          after: columns[place + 1] as never,
        });
        const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
          const by = event.key === 'ArrowRight' ? KEY_STEP : event.key === 'ArrowLeft' ? -KEY_STEP : 0;
          const cell = event.currentTarget.closest<HTMLElement>('[role=columnheader]');
          if (!onWidth || !event.shiftKey || by === 0 || !cell) return;
          event.preventDefault();
          onWidth(column.id, clampWidth(cell.offsetWidth + by), true);
        };
        const cell = (
          <div
            key={column.id}
            role="columnheader"
            aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : undefined}
            data-column={column.id}
            className={className}
            style={style}
            title={column.hint}
          >
            <span className="ld-heads">
              {heads.map((head, at) => (
                <Fragment key={head.title}>
                  {at > 0 ? <span className="ld-heads__and">/</span> : null}
                  {head.sort && onSort ? (
                    <button
                      type="button"
                      className={`ld-sort${sort?.by === head.sort ? ' ld-sort--on' : ''}`}
                      onClick={() => onSort(nextSort(sort, head.sort!))}
                      onKeyDown={onKeyDown}
                    >
                      <span className="ld-ellipsis" title={column.hint ?? head.title}>
                        {head.title}
                      </span>
                      {sort?.by === head.sort && sort.direction === 'asc' ? <CaretUpFilled /> : <CaretDownFilled />}
                    </button>
                  ) : (
                    <span className="ld-ellipsis" title={column.hint ?? head.title}>
                      {head.title}
                    </span>
                  )}
                </Fragment>
              ))}
            </span>
            {onWidth ? <Edge column={column.id} onWidth={onWidth} onFit={onFit} /> : null}
          </div>
        );
        return place === fill ? [<i key="fill" aria-hidden />, cell] : cell;
      })}
    </>
  );
}

/** Header row of the table: sort buttons, edges to drag, and the box that selects all loaded rows. */
export const TableHeader = memo(Header) as typeof Header;

/** The edge of a heading: dragged it sizes the column, clicked twice it fits what is drawn. */
function Edge({
  column,
  onWidth,
  onFit,
}: {
  column: string;
  onWidth: NonNullable<HeaderProps<never>['onWidth']>;
  onFit: (id: string) => void;
}) {
  const { t } = useTranslation('parts');
  const from = useRef<{ x: number; width: number } | null>(null);
  const widthAt = (event: PointerEvent) =>
    from.current && clampWidth(from.current.width + event.clientX - from.current.x);
  const end = (event: PointerEvent) => {
    const width = widthAt(event);
    const moved = from.current && event.clientX !== from.current.x;
    from.current = null;
    if (width !== null && moved) onWidth(column, width, true);
  };
  return (
    <span
      className="ld-edge"
      aria-hidden
      title={t('column_edge')}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { x: event.clientX, width: event.currentTarget.parentElement!.offsetWidth };
      }}
      onPointerMove={(event) => {
        const width = widthAt(event);
        if (width !== null) onWidth(column, width, false);
      }}
      onPointerUp={end}
      onPointerCancel={end}
      onDoubleClick={() => onFit(column)}
    />
  );
}
