/** What `usePages` gives, as far as a table needs it. */
export interface TableSource<Row> {
  /** Left out by lists that stay the same list. */
  question?: string;
  rows: readonly Row[];
  error: unknown;
  loading: boolean;
  /** Rows of the question before are still shown. */
  stale: boolean;
  hasMore: boolean;
  loadingMore: boolean;
  loadMore: () => void;
  retry: () => void;
  /** Rows before the first one read; only lists that were opened at their end, or were cut, have them. */
  hasPrevious?: boolean;
  loadPrevious?: () => void;
  /** Reads the other end of the list when it is not among the rows; true when rows will come for it. */
  jump?: (to: 'first' | 'last') => boolean;
  /** Told which rows are in sight, so that a refresh reads those and not a hundred pages. */
  inSight?: (first: number, last: number) => void;
  /** The end the list was opened at. */
  start?: 'first' | 'last';
}

const nothing = () => {};

/** A list that is wholly there. */
export function staticSource<Row>(rows: readonly Row[], question?: string): TableSource<Row> {
  return {
    ...(question === undefined ? {} : { question }),
    rows,
    error: null,
    loading: false,
    stale: false,
    hasMore: false,
    loadingMore: false,
    loadMore: nothing,
    retry: nothing,
  };
}
