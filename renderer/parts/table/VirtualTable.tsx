// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by hand, which table elements do not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays on the grid, which names its active row
import { App, type MenuProps } from 'antd';
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../ErrorState.tsx';
import { type Column, pinOffsets, type Sort, tracksOf } from './columns.ts';
import { fittingWidth } from './fit.ts';
import { tableStep } from './keyboard.ts';
import { Skeleton } from './Skeleton.tsx';
import { type Selection, selectedRows, selectedShare } from './selection.ts';
import type { TableSource } from './source.ts';
import { TableHeader } from './TableHeader.tsx';
import { type OpenMenu, TableMenu } from './TableMenu.tsx';
import { TableRow } from './TableRow.tsx';
import { TotalsRow } from './TotalsRow.tsx';
import { useChoosing } from './use-choosing.ts';
import { placeOf, useKeptPlace } from './use-kept-place.ts';
import { useRowWindow } from './use-row-window.ts';
import './table.css';

/** What a menu or a copy is about. */
export interface TablePoint<Row> {
  row: Row;
  /** The column under the pointer or the keys. */
  column: Column<Row> | null;
  /** The chosen rows in the order of the table when the row is one of them, else the row alone. */
  rows: Row[];
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
  /** Every row of the question is chosen, read or not; `onSelect` tells when staff chose by hand again. */
  everything?: boolean;
  /** Gives the headings edges to drag. */
  onWidth?: (id: string, width: number) => void;
  /** Entries of the menu at a row (right click, Shift+F10). With it the arrow keys also move along the row. */
  menu?: (point: TablePoint<Row>) => NonNullable<MenuProps['items']>;
  /** Ctrl+C or Cmd+C. */
  onCopy?: (rows: Row[]) => void;
  /** Cells of the totals row by column id, always in sight below the rows. */
  totals?: Record<string, ReactNode>;
  /** In place of rows when there are none. */
  empty: ReactNode;
}

const SELECT_WIDTH = 34;
const HEADER_HEIGHT = 32;
const TOTALS_HEIGHT = 34;
/** Windows before an end at which the next page is asked for, and at least so many rows. */
const AHEAD_WINDOWS = 6;
const AHEAD_ROWS = 40;

/**
 * Table over keyset pages: only rows in sight are mounted, further pages come before an end is reached. Give
 * `columns`, `rowKey` and the handlers a stable identity (useMemo, useCallback).
 */
export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const { source, columns, rowKey, rowHeight = 36, onOpen, selection, onSelect, everything = false, onWidth } = props;
  const { rows, inSight, loadMore, loadPrevious } = source;
  const { t } = useTranslation('parts');
  const { message } = App.useApp();
  const id = useId();
  const scroll = useRef<HTMLDivElement>(null);
  const none = rows.length === 0;
  const hasTotals = props.totals !== undefined && !none;
  const selectable = selection !== undefined && onSelect !== undefined;
  const lead = selectable ? SELECT_WIDTH : 0;

  const [sizing, setSizing] = useState<{ id: string; width: number } | null>(null);
  const frame = useMemo(() => {
    const sized = columns.map((column) =>
      column.id === sizing?.id ? { ...column, width: sizing.width, grow: 0 } : column,
    );
    const { tracks, width } = tracksOf(sized as never, lead);
    const style: Record<string, string | number> = { '--ld-tracks': tracks, '--ld-width': `${width}px` };
    for (const [column, offset] of pinOffsets(sized as never, lead)) style[`--ld-pin-${column}`] = `${offset}px`;
    return style as CSSProperties;
  }, [columns, sizing, lead]);

  const keyAt = useCallback(
    (index: number) => {
      const row = rows[index];
      return row === undefined ? undefined : rowKey(row);
    },
    [rows, rowKey],
  );
  useKeptPlace({
    scroll,
    question: source.question,
    start: source.start ?? 'first',
    stale: source.stale,
    count: rows.length,
    keyAt,
    rowHeight,
    hasPrevious: source.hasPrevious ?? false,
  });
  const sight = useRef({ first: 0, last: 0 });
  const onMove = useCallback(
    (first: number, last: number) => {
      sight.current = { first, last };
      inSight?.(first, last);
    },
    [inSight],
  );
  const { from, to, slots, scrollTo } = useRowWindow({
    scroll,
    count: rows.length,
    rowHeight,
    above: HEADER_HEIGHT,
    below: hasTotals ? TOTALS_HEIGHT : 0,
    onMove,
  });

  const { hasMore, hasPrevious = false } = source;
  const ahead = Math.max(AHEAD_ROWS, (to - from) * AHEAD_WINDOWS);
  useEffect(() => {
    if (hasMore && to >= rows.length - ahead) loadMore();
    else if (hasPrevious && from <= ahead) loadPrevious?.();
  }, [hasMore, hasPrevious, from, to, ahead, rows.length, loadMore, loadPrevious]);

  // By key, not by place: rows that come or go must not pass the mark to a neighbour.
  const [marked, setMarked] = useState<{ key: string; index: number } | null>(null);
  const [column, setColumn] = useState(-1);
  const active = useMemo(() => {
    if (marked === null) return -1;
    return keyAt(marked.index) === marked.key ? marked.index : placeOf(marked.key, rows.length, keyAt);
  }, [keyAt, rows.length, marked]);
  const cell = props.menu ? Math.min(column, columns.length - 1) : -1;
  // biome-ignore lint/correctness/useExhaustiveDependencies: run for each question
  useEffect(() => setMarked(null), [source.question]);
  // The other end was asked for by a key: once it is there, its last row is the active one.
  const jumped = useRef<'first' | 'last' | null>(null);
  useEffect(() => {
    if (jumped.current === null || source.stale || none) return;
    const index = jumped.current === 'last' ? rows.length - 1 : 0;
    jumped.current = null;
    setMarked({ key: keyAt(index)!, index });
  }, [source.stale, none, rows.length, keyAt]);

  const choosing = useChoosing({ rows, rowKey, selection, onSelect, everything });
  const [menu, setMenu] = useState<OpenMenu | null>(null);

  // The handlers of rows read what is newest through this, so that rows need not be drawn again for it.
  const now = useRef({ rows, active, selectable, onOpen, keyAt });
  now.current = { rows, active, selectable, onOpen, keyAt };
  const mark = useCallback((index: number) => {
    const key = now.current.keyAt(index);
    setMarked(key === undefined ? null : { key, index });
  }, []);
  const open = useCallback((index: number) => {
    const row = now.current.rows[index];
    if (row !== undefined) now.current.onOpen?.(row);
  }, []);
  const toggle = useCallback(
    (index: number, shift: boolean) => {
      if (shift) choosing.extend(now.current.active, index);
      else choosing.toggle(index);
      mark(index);
      scroll.current?.focus({ preventScroll: true });
    },
    [choosing.extend, choosing.toggle, mark],
  );
  const pick = useCallback(
    (index: number, event: MouseEvent) => {
      const copied = (event.target as HTMLElement).closest<HTMLElement>('[data-copy]')?.dataset.copy;
      if (copied) {
        void navigator.clipboard.writeText(copied).then(() => message.success(t('copied_text', { text: copied })));
        return;
      }
      const many = now.current.selectable && (event.shiftKey || event.ctrlKey || event.metaKey);
      // Text that was marked inside a row is meant to be copied, not opened.
      if (!many && window.getSelection()?.type === 'Range' && !event.shiftKey) return;
      if (many) return toggle(index, event.shiftKey);
      choosing.forgetRange();
      mark(index);
      open(index);
    },
    [choosing.forgetRange, mark, open, toggle, message, t],
  );

  const pointAt = (index: number, at: number): TablePoint<Row> | null => {
    const row = rows[index];
    if (row === undefined) return null;
    const chosen = everything || selection?.has(rowKey(row));
    return {
      row,
      column: columns[at] ?? null,
      rows: chosen ? (everything ? [...rows] : selectedRows(selection!, rows, rowKey)) : [row],
    };
  };
  const openMenu = (index: number, at: number, x: number, y: number) => {
    const point = pointAt(index, at);
    if (point && props.menu) setMenu({ x, y, items: props.menu(point) });
  };
  const onContextMenu = (event: MouseEvent) => {
    const target = event.target as HTMLElement;
    const row = target.closest<HTMLElement>('[data-row]');
    if (!row || !props.menu) return;
    event.preventDefault();
    const index = Number(row.dataset.row);
    const at = columns.findIndex(({ id: one }) => one === target.closest<HTMLElement>('[data-column]')?.dataset.column);
    mark(index);
    setColumn(at);
    openMenu(index, at, event.clientX, event.clientY);
  };
  const closeMenu = () => {
    setMenu(null);
    scroll.current?.focus({ preventScroll: true });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // Keys typed into a control inside a row or the header belong to that control.
    if (event.target !== event.currentTarget) return;
    const perPage = Math.max(1, sight.current.last - sight.current.first - 1);
    const step = tableStep(event, { active, count: rows.length, perPage });
    if (!step) return;
    if ('copy' in step) {
      if (!props.onCopy || window.getSelection()?.type === 'Range') return;
      const chosen = everything ? [...rows] : selection?.size ? selectedRows(selection, rows, rowKey) : [];
      const row = rows[active];
      const what = chosen.length ? chosen : row === undefined ? [] : [row];
      if (what.length) props.onCopy(what);
    } else if ('clear' in step) {
      if (!choosing.clear()) return;
    } else if ('column' in step) {
      if (!props.menu) return;
      const next = Math.max(0, Math.min(columns.length - 1, cell + step.column));
      setColumn(next);
      columnIntoSight(scroll.current, columns[next]?.id);
    } else if ('all' in step) {
      if (!selectable) return;
      choosing.chooseAll();
    } else if ('move' in step) {
      const end = step.move === rows.length - 1 ? 'last' : step.move === 0 ? 'first' : null;
      if (end && (event.key === 'End' || event.key === 'Home') && !step.extend && source.jump?.(end)) {
        jumped.current = end;
      } else {
        if (step.extend && selectable) choosing.extend(active, step.move);
        else choosing.forgetRange();
        mark(step.move);
        scrollTo(step.move);
      }
    } else if ('open' in step) open(active);
    else if ('toggle' in step) choosing.toggle(active);
    else {
      const row = scroll.current?.querySelector(`[data-row="${active}"]`);
      const box = (row?.querySelectorAll('[data-column]')[Math.max(0, cell)] ?? row)?.getBoundingClientRect();
      if (!box || !props.menu) return;
      openMenu(active, cell, box.left + 12, box.bottom - 4);
    }
    event.preventDefault();
  };

  const rowId = (index: number) => `${id}-row-${index}`;
  const share = useMemo(
    () => (everything ? 'all' : selectedShare(selection ?? new Map(), rows, rowKey)),
    [everything, selection, rows, rowKey],
  );
  // The heading is not drawn again while rows pass below it.
  const selectAll = useMemo(
    () => (selectable ? { share, toggle: choosing.toggleAll } : null),
    [selectable, share, choosing.toggleAll],
  );
  const setWidth = useCallback(
    (one: string, width: number, done: boolean) => {
      setSizing(done ? null : { id: one, width });
      if (done) onWidth?.(one, width);
    },
    [onWidth],
  );
  const fit = useCallback(
    (one: string) => {
      if (scroll.current) onWidth?.(one, fittingWidth(scroll.current, one));
    },
    [onWidth],
  );
  const chooseLabel = t('select_row');
  // Elements that leave at one end come in again at the other, and stand where they stood among their like: filling
  // them anew is cheaper than making or moving them. Rows are placed by hand, so their order here is nobody's concern.
  const drawn: ReactNode[] = new Array(slots).fill(null);
  for (let index = from; index < Math.min(to, rows.length); index += 1) {
    const row = rows[index]!;
    const key = rowKey(row);
    drawn[index % slots] = (
      <TableRow
        key={index % slots}
        id={rowId(index)}
        row={row}
        index={index}
        top={index * rowHeight}
        height={rowHeight}
        columns={columns}
        active={index === active || key === props.openKey}
        activeColumn={index === active ? cell : -1}
        selectable={selectable}
        selected={everything || (selection?.has(key) ?? false)}
        opens={onOpen !== undefined}
        chooseLabel={chooseLabel}
        onPick={pick}
        onToggle={toggle}
      />
    );
  }
  return (
    <div
      ref={scroll}
      role="grid"
      aria-label={props.label}
      aria-rowcount={hasMore || hasPrevious ? -1 : rows.length + 1}
      aria-multiselectable={selectable || undefined}
      aria-activedescendant={active >= from && active < to ? rowId(active) : undefined}
      aria-busy={source.loading || source.stale}
      tabIndex={0}
      className={`ld-table${source.stale ? ' ld-table--stale' : ''}${none ? ' ld-table--none' : ''}`}
      style={frame}
      onKeyDown={onKeyDown}
      onContextMenu={onContextMenu}
    >
      <div className="ld-table__inner">
        <div role="rowgroup" className="ld-table__head">
          <div role="row" className="ld-table__headrow" style={{ height: HEADER_HEIGHT }}>
            <TableHeader
              columns={columns}
              sort={props.sort}
              onSort={props.onSort}
              selectAll={selectAll}
              onWidth={onWidth && setWidth}
              onFit={fit}
            />
          </div>
        </div>
        <div role="rowgroup" className="ld-table__body" style={{ height: none ? 'auto' : rows.length * rowHeight }}>
          {drawn}
          {none && source.loading ? <Skeleton columns={columns} rowHeight={rowHeight} lead={selectable} /> : null}
        </div>
        {hasTotals ? (
          <TotalsRow columns={columns as never} totals={props.totals!} height={TOTALS_HEIGHT} lead={selectable} />
        ) : null}
      </div>
      {source.error && !none ? (
        // A grid may hold nothing but rows.
        <div role="row" className="ld-table__more ld-table__more--bad">
          <div role="gridcell">
            <div role="alert">
              {t('more_failed')}
              <button type="button" className="ld-link" onClick={source.retry}>
                {t('retry')}
              </button>
            </div>
          </div>
        </div>
      ) : source.loadingMore && rows.length < 2 * AHEAD_ROWS ? (
        <div role="row" className="ld-table__more">
          <div role="gridcell">{t('loading')}</div>
        </div>
      ) : null}
      {none && !source.loading ? (
        <div role="row" className="ld-table__none">
          <div role="gridcell">
            {source.error ? <ErrorState error={source.error} onRetry={source.retry} /> : props.empty}
          </div>
        </div>
      ) : null}
      <TableMenu open={menu} onClose={closeMenu} />
    </div>
  );
}

/** Scrolls sideways until the heading of the column is wholly in sight beside the pinned ones. */
function columnIntoSight(table: HTMLElement | null, column: string | undefined): void {
  const heading =
    column && table?.querySelector<HTMLElement>(`[role=columnheader][data-column="${CSS.escape(column)}"]`);
  if (!table || !heading || heading.classList.contains('ld-cell--pinned')) return;
  const box = heading.getBoundingClientRect();
  const edges = table.getBoundingClientRect();
  const pinned = [...table.querySelectorAll<HTMLElement>('[role=columnheader].ld-cell--pinned')];
  const start = pinned.filter(({ style }) => style.insetInlineStart).reduce((sum, one) => sum + one.offsetWidth, 0);
  const end = pinned.filter(({ style }) => style.insetInlineEnd).reduce((sum, one) => sum + one.offsetWidth, 0);
  if (box.left < edges.left + start) table.scrollLeft -= edges.left + start - box.left;
  else if (box.right > edges.right - end) table.scrollLeft += box.right - edges.right + end;
}
