import type { ReactNode } from 'react';
import type { ViewColumn } from '../../../shared/contract/view.ts';

export type Pin = 'start' | 'end';

export interface Column<Row> {
  id: string;
  title: string;
  /** The words of a heading over a cell of several values, each sorting by its own where it can. */
  heads?: { title: string; sort?: string }[];
  /** What the heading means, on hover. */
  hint?: string;
  /** Pixels; the least width where the column may grow. */
  width: number;
  /** Share of the room left over; 0 keeps the width. */
  grow?: number;
  align?: 'start' | 'end' | 'center';
  /** Key of the route's sort; gives the header a sort button. */
  sort?: string;
  /** Not shown until staff choose it. */
  hidden?: boolean;
  /** Its cells hold parts that are cut each for itself. Whatever cuts costs the page a layer, so the cell then does not. */
  cutInParts?: boolean;
  /** Stays in sight at an edge while the others scroll sideways. */
  pinned?: Pin;
  /** Heading the column stands under in the column manager. */
  group?: string;
  /** The plain values behind the cell with their headings, for copying: two-line cells give both. */
  plain?: { heading: string; value: (row: Row) => PlainValue }[];
  render: (row: Row) => ReactNode;
}

/** Text of the outside world, a number already written out, or nothing. `text` is guarded against formulas. */
export type PlainValue = { text: string } | { figure: string } | null;

export interface Sort {
  by: string;
  direction: 'asc' | 'desc';
}

export const LEAST_WIDTH = 48;
export const MOST_WIDTH = 1200;

/** A width as it may be remembered. */
export function clampWidth(width: number): number {
  return Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, Math.round(width)));
}

/** A column and what staff made of it. */
export interface PlacedColumn<Row> extends Column<Row> {
  shown: boolean;
  /** Its width was set by hand: it no longer grows. */
  sized: boolean;
}

/**
 * Every column in staff's order, marked shown or not. Columns the choice does not know (the program is newer than
 * the choice) come behind the one they follow by design; ids the table does not know are left out.
 */
export function placedColumns<Row>(
  columns: readonly Column<Row>[],
  choice: readonly ViewColumn[] = [],
): PlacedColumn<Row>[] {
  const byId = new Map(columns.map((column) => [column.id, column]));
  const placed: PlacedColumn<Row>[] = [];
  const mentioned = new Set<string>();
  for (const { id, shown, width, pinned } of choice) {
    const column = byId.get(id);
    if (!column || mentioned.has(id)) continue;
    mentioned.add(id);
    const { pinned: _design, ...rest } = column;
    placed.push({
      ...rest,
      shown,
      sized: width !== undefined,
      ...(width === undefined ? {} : { width: clampWidth(width), grow: 0 }),
      ...(pinned ? { pinned } : {}),
    });
  }
  columns.forEach((column, place) => {
    if (mentioned.has(column.id)) return;
    const before = columns[place - 1];
    const at = before ? placed.findIndex(({ id }) => id === before.id) + 1 : 0;
    placed.splice(at, 0, { ...column, shown: !column.hidden, sized: false });
  });
  return placed;
}

/** The columns to draw: shown ones, those pinned to the start first and those pinned to the end last. Never none. */
export function shownColumns<Row>(
  columns: readonly Column<Row>[],
  choice: readonly ViewColumn[] = [],
): PlacedColumn<Row>[] {
  const placed = placedColumns(columns, choice);
  const shown = placed.filter((column) => column.shown);
  // A pinned column that grew would lie over its neighbours.
  const drawn = (shown.length ? shown : placed.slice(0, 1)).map((column) =>
    column.pinned && column.grow ? { ...column, grow: 0 } : column,
  );
  return [
    ...drawn.filter(({ pinned }) => pinned === 'start'),
    ...drawn.filter(({ pinned }) => pinned === undefined),
    ...drawn.filter(({ pinned }) => pinned === 'end'),
  ];
}

/** What is remembered of placed columns. */
export function choiceOf<Row>(placed: readonly PlacedColumn<Row>[]): ViewColumn[] {
  return placed.map(({ id, shown, sized, width, pinned }) => ({
    id,
    shown,
    ...(sized ? { width } : {}),
    ...(pinned ? { pinned } : {}),
  }));
}

/** The column moved to another place of the list; places beyond its ends are its ends. */
export function movedColumn(choice: readonly ViewColumn[], id: string, to: number): ViewColumn[] {
  const moved = choice.find((column) => column.id === id);
  if (!moved) return [...choice];
  const rest = choice.filter((column) => column !== moved);
  rest.splice(Math.max(0, Math.min(rest.length, to)), 0, moved);
  return rest;
}

/** The column with other settings; `undefined` takes a setting away. */
export function changedColumn(
  choice: readonly ViewColumn[],
  id: string,
  change: { shown?: boolean; width?: number | undefined; pinned?: Pin | undefined },
): ViewColumn[] {
  return choice.map((column) => {
    if (column.id !== id) return column;
    const next: ViewColumn = { ...column, ...(change.shown === undefined ? {} : { shown: change.shown }) };
    if ('width' in change) {
      delete next.width;
      if (change.width !== undefined) next.width = clampWidth(change.width);
    }
    if ('pinned' in change) {
      delete next.pinned;
      if (change.pinned !== undefined) next.pinned = change.pinned;
    }
    return next;
  });
}

/** The grid's tracks and the width below which it scrolls sideways. */
export function tracksOf(
  columns: readonly Pick<Column<never>, 'width' | 'grow' | 'pinned'>[],
  lead: number,
): { tracks: string; width: number } {
  const grows = columns.some((column) => column.grow);
  const rest = columns.findIndex((column) => column.pinned === 'end');
  const tracks = columns.map((column) =>
    column.grow ? `minmax(${column.width}px, ${column.grow}fr)` : `${column.width}px`,
  );
  // With no growing column an empty track takes the rest, so that rows and lines reach the edge: the last one, or
  // the one before the columns that are pinned there.
  const fill = grows ? [] : ['minmax(0, 1fr)'];
  const at = rest < 0 ? tracks.length : rest;
  return {
    tracks: [lead ? `${lead}px` : '', ...tracks.slice(0, at), ...fill, ...tracks.slice(at)].filter(Boolean).join(' '),
    width: columns.reduce((sum, column) => sum + column.width, lead),
  };
}

/** Whether an empty cell stands before the columns pinned to the end; see `tracksOf`. */
export function fillsBeforeEnd(columns: readonly Pick<Column<never>, 'grow' | 'pinned'>[]): boolean {
  return !columns.some(({ grow }) => grow) && columns.some(({ pinned }) => pinned === 'end');
}

/** Distance of a pinned column from its edge, by column id. Pinned columns must not grow, or neighbours would overlap. */
export function pinOffsets(
  columns: readonly Pick<Column<never>, 'id' | 'width' | 'pinned'>[],
  lead: number,
): ReadonlyMap<string, number> {
  const offsets = new Map<string, number>();
  let start = lead;
  for (const { id, width, pinned } of columns) {
    if (pinned !== 'start') continue;
    offsets.set(id, start);
    start += width;
  }
  let end = 0;
  for (const { id, width, pinned } of columns.toReversed()) {
    if (pinned !== 'end') continue;
    offsets.set(id, end);
    end += width;
  }
  return offsets;
}

/** A header clicked again turns the direction; a new one starts with the largest or newest. */
export function nextSort(sort: Sort | undefined, by: string): Sort {
  return sort?.by === by ? { by, direction: sort.direction === 'desc' ? 'asc' : 'desc' } : { by, direction: 'desc' };
}
