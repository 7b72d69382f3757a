import type { ReactNode } from 'react';

export interface Column<Row> {
  id: string;
  title: string;
  /** Pixels; the least width where the column may grow. */
  width: number;
  /** Share of the room left over; 0 keeps the width. */
  grow?: number;
  align?: 'start' | 'end' | 'center';
  /** Key of the route's sort; gives the header a sort button. */
  sort?: string;
  /** Not shown until staff choose it. */
  hidden?: boolean;
  render: (row: Row) => ReactNode;
}

export interface Sort {
  by: string;
  direction: 'asc' | 'desc';
}

/** Columns staff see: their own choice where they made one, else what the column says. Never none at all. */
export function shownColumns<Row>(columns: readonly Column<Row>[], choice: Record<string, boolean>): Column<Row>[] {
  const shown = columns.filter((column) => choice[column.id] ?? !column.hidden);
  return shown.length ? shown : columns.slice(0, 1);
}

/** The grid's tracks and the width below which it scrolls sideways. */
export function tracksOf<Row>(columns: readonly Column<Row>[], lead: number): { tracks: string; width: number } {
  const grows = columns.some((column) => column.grow);
  const tracks = columns.map((column) =>
    column.grow ? `minmax(${column.width}px, ${column.grow}fr)` : `${column.width}px`,
  );
  // With no growing column an empty last track takes the rest, so that rows and lines reach the edge.
  return {
    tracks: [lead ? `${lead}px` : '', ...tracks, grows ? '' : 'minmax(0, 1fr)'].filter(Boolean).join(' '),
    width: columns.reduce((sum, column) => sum + column.width, lead),
  };
}

/** A header clicked again turns the direction; a new one starts with the largest or newest. */
export function nextSort(sort: Sort | undefined, by: string): Sort {
  return sort?.by === by ? { by, direction: sort.direction === 'desc' ? 'asc' : 'desc' } : { by, direction: 'desc' };
}
