// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by hand, which table elements do not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays on the grid, which names its active row
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../ErrorState.tsx';
import { LoadingState } from '../LoadingState.tsx';
import { type Column, type Sort, tracksOf } from './columns.ts';
import { tableStep } from './keyboard.ts';
import { type Selection, toggled, toggledAll } from './selection.ts';
import { TableHeader } from './TableHeader.tsx';
import { TableRow } from './TableRow.tsx';
import './table.css';

/** What `usePages` gives, as far as a table needs it. */
export interface TableSource<Row> {
  /** Left out by lists that stay the same list. */
  question?: string;
  rows: readonly Row[];
  error: unknown;
  loading: boolean;
  stale: boolean;
  hasMore: boolean;
  loadingMore: boolean;
  loadMore: () => void;
  retry: () => void;
}

export interface VirtualTableProps<Row> {
  /** For screen readers. */
  label: string;
  source: TableSource<Row>;
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  rowHeight?: number;
  /** Click or Enter. */
  onOpen?: (row: Row) => void;
  /** Row marked as open beside the table. */
  openKey?: string | null;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  selection?: Selection<Row>;
  onSelect?: (selection: Selection<Row>) => void;
  /** Cells of the totals row by column id, always in sight below the rows. */
  totals?: Record<string, ReactNode>;
  /** In place of rows when there are none. */
  empty: ReactNode;
}

const SELECT_WIDTH = 36;
const HEADER_HEIGHT = 32;
/** Rows before the end at which the next page is asked for. */
const AHEAD = 12;

/**
 * Table over keyset pages: only rows in sight are mounted, the next page comes before the end is reached. Give
 * `columns`, `rowKey` and the handlers a stable identity (useMemo, useCallback).
 */
export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const { source, columns, rowKey, rowHeight = 36, onOpen, selection, onSelect } = props;
  const { rows } = source;
  const { t } = useTranslation('parts');
  const id = useId();
  const scroll = useRef<HTMLDivElement>(null);
  const [marked, setMarked] = useState<string | null>(null);
  // By key, not by place: rows that come or go must not pass the mark to a neighbour.
  const active = useMemo(
    () => (marked === null ? -1 : rows.findIndex((row) => rowKey(row) === marked)),
    [rows, rowKey, marked],
  );
  const selectable = selection !== undefined && onSelect !== undefined;
  const { tracks, width } = useMemo(() => tracksOf(columns, selectable ? SELECT_WIDTH : 0), [columns, selectable]);

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollPaddingStart: HEADER_HEIGHT,
    paddingEnd: 0,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;

  const { hasMore, loadMore } = source;
  useEffect(() => {
    if (hasMore && last >= rows.length - AHEAD) loadMore();
  }, [hasMore, last, rows.length, loadMore]);

  // Another question starts at its top; more pages, or new rows while a sync runs, keep the place.
  // biome-ignore lint/correctness/useExhaustiveDependencies: run for each question
  useEffect(() => {
    setMarked(null);
    scroll.current?.scrollTo({ top: 0 });
  }, [source.question]);

  // The handlers of rows read what is newest through this, so that rows need not be drawn again for it.
  const now = useRef({ rows, selection, onSelect, onOpen, rowKey });
  now.current = { rows, selection, onSelect, onOpen, rowKey };
  const toggle = useCallback((index: number) => {
    const { rows: all, selection: chosen, onSelect: choose, rowKey: keyOf } = now.current;
    const row = all[index];
    if (row !== undefined && chosen && choose) choose(toggled(chosen, keyOf(row), row));
  }, []);
  const open = useCallback((index: number) => {
    const row = now.current.rows[index];
    if (row !== undefined) now.current.onOpen?.(row);
  }, []);
  const mark = useCallback((index: number) => {
    const row = now.current.rows[index];
    setMarked(row === undefined ? null : now.current.rowKey(row));
  }, []);
  const pick = useCallback(
    (index: number) => {
      mark(index);
      open(index);
    },
    [mark, open],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    // Keys typed into a control inside a row or the header belong to that control.
    if (event.target !== event.currentTarget) return;
    const perPage = Math.max(1, Math.floor((scroll.current?.clientHeight ?? 0) / rowHeight) - 2);
    const step = tableStep(event.key, active, rows.length, perPage);
    if (!step) return;
    event.preventDefault();
    if ('move' in step) {
      mark(step.move);
      virtual.scrollToIndex(step.move);
    } else if ('open' in step) open(active);
    else toggle(active);
  };

  const rowId = (index: number) => `${id}-row-${index}`;
  const none = rows.length === 0;
  return (
    <div
      ref={scroll}
      role="grid"
      aria-label={props.label}
      aria-rowcount={source.hasMore ? -1 : rows.length + 1}
      aria-multiselectable={selectable || undefined}
      aria-activedescendant={active >= 0 ? rowId(active) : undefined}
      aria-busy={source.loading || source.stale}
      tabIndex={0}
      className={`ld-table${source.stale ? ' ld-table--stale' : ''}${none ? ' ld-table--none' : ''}`}
      onKeyDown={onKeyDown}
    >
      <div className="ld-table__inner" style={{ minWidth: width }}>
        <div role="rowgroup" className="ld-table__head">
          <div role="row" className="ld-table__headrow" style={{ gridTemplateColumns: tracks, height: HEADER_HEIGHT }}>
            <TableHeader
              columns={columns}
              sort={props.sort}
              onSort={props.onSort}
              selectAll={
                selectable
                  ? {
                      checked: !none && rows.every((row) => selection.has(rowKey(row))),
                      some: rows.some((row) => selection.has(rowKey(row))),
                      toggle: () => onSelect(toggledAll(selection, rows, rowKey)),
                    }
                  : null
              }
            />
          </div>
        </div>
        <div role="rowgroup" className="ld-table__body" style={{ height: none ? 'auto' : virtual.getTotalSize() }}>
          {items.map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            const key = rowKey(row);
            return (
              <TableRow
                key={key}
                id={rowId(item.index)}
                row={row}
                index={item.index}
                top={item.start}
                height={rowHeight}
                tracks={tracks}
                columns={columns}
                active={item.index === active || key === props.openKey}
                selectable={selectable}
                selected={selection?.has(key) ?? false}
                opens={onOpen !== undefined}
                onPick={pick}
                onToggle={toggle}
              />
            );
          })}
        </div>
        {props.totals && !none ? (
          <div className="ld-table__totals" style={{ gridTemplateColumns: tracks, height: HEADER_HEIGHT }}>
            {selectable ? <div className="ld-cell" /> : null}
            {columns.map((column) => (
              <div key={column.id} className={`ld-cell ld-cell--${column.align ?? 'start'}`}>
                {props.totals?.[column.id]}
              </div>
            ))}
          </div>
        ) : null}
      </div>
      {source.loadingMore ? <div className="ld-table__more">{t('loading')}</div> : null}
      {none ? (
        <div className="ld-table__none">
          {source.loading ? (
            <LoadingState lines={12} />
          ) : source.error ? (
            <ErrorState error={source.error} onRetry={source.retry} />
          ) : (
            props.empty
          )}
        </div>
      ) : null}
    </div>
  );
}
