import { useCallback, useEffect, useRef, useState } from 'react';
import type { OrderFilter, OrderRow, OrderSort } from '../../../../shared/contract/order.ts';
import type { Unix } from '../../../../shared/time.ts';
import { useConnection, useDesk } from '../../../app/client/index.ts';
import { rowKey, withFresh } from './queue.ts';

const PAGE_ROWS = 100;
/** Order ids asked for at once when rows are read again. */
const IDS = 400;
/** A sync tells of changes many times a second. */
const REFRESH_MILLIS = 700;

export interface Queue {
  rows: OrderRow[];
  /** Rows of the question before are still shown. */
  stale: boolean;
  error: unknown;
  hasMore: boolean;
  /** Rows of the whole queue when it was read, those decided since included; null while not counted. */
  total: number | null;
  loadMore: () => void;
  /** Reads rows of the list again, where they stand; all of them when none are named. Gives the rows read. */
  refresh: (rows?: readonly OrderRow[]) => Promise<Map<string, OrderRow>>;
  /** Reads the list anew: what was decided is gone from it. */
  reload: () => void;
}

interface State {
  question: string;
  rows: OrderRow[];
  cursor: string | null;
  total: number | null;
  error: unknown;
}

/**
 * The queue as one works on it: read page by page, and a row that was decided keeps its place although the filter
 * no longer gives it. `inSight` names the rows to follow what others do to them.
 */
export function useQueue(
  { filter, sort, asOf }: { filter: OrderFilter; sort: OrderSort; asOf: Unix | null },
  inSight: () => readonly OrderRow[],
): Queue {
  const desk = useDesk();
  const { client } = useConnection();
  const [round, setRound] = useState(0);
  const question = JSON.stringify({ filter, sort, asOf, round });
  const [state, setState] = useState<State>({ question: '', rows: [], cursor: null, total: null, error: null });
  const now = useRef({ question, state, loading: false });
  now.current.question = question;
  now.current.state = state;

  const count = useCallback(
    async (asked: string) => {
      const { filter, asOf } = JSON.parse(asked);
      const past = asOf === null ? {} : { as_of: asOf };
      try {
        const { review_state } = await desk.read('order.facets', { filter, of: ['review_state'], ...past });
        const total = (review_state?.values ?? [])
          .filter(({ value }) => filter.review_state.includes(value))
          .reduce((sum, { rows }) => sum + rows, 0);
        setState((before) => (before.question === asked ? { ...before, total } : before));
      } catch {
        // The queue works without it; its head then says that there are more.
      }
    },
    [desk],
  );
  const read = useCallback(
    async (asked: string, cursor: string | null) => {
      const { filter, sort, asOf } = JSON.parse(asked);
      const past = asOf === null ? {} : { as_of: asOf };
      now.current.loading = true;
      try {
        const page = await desk.read('order.page', {
          filter,
          sort,
          ...past,
          limit: PAGE_ROWS,
          ...(cursor === null ? {} : { cursor }),
        });
        if (now.current.question !== asked) return;
        setState((before) => ({
          question: asked,
          rows: cursor === null ? page.rows : joined(before.rows, page.rows),
          cursor: page.next_cursor,
          total: cursor === null ? null : before.total,
          error: null,
        }));
        if (cursor === null && page.next_cursor !== null) void count(asked);
      } catch (error) {
        // An answer to a question nobody asks any more is no failure to tell of.
        if (now.current.question === asked) setState((before) => ({ ...before, question: asked, error }));
      } finally {
        now.current.loading = false;
      }
    },
    [desk, count],
  );
  useEffect(() => void read(question, null), [read, question]);

  const loadMore = useCallback(() => {
    const { state: current, question: asked, loading } = now.current;
    if (!loading && current.question === asked && current.cursor !== null) void read(asked, current.cursor);
  }, [read]);

  const refresh = useCallback(
    async (some?: readonly OrderRow[]) => {
      const ids = [...new Set((some ?? now.current.state.rows).map((row) => row.order_id))];
      const fresh = new Map<string, OrderRow>();
      for (let start = 0; start < ids.length; start += IDS) {
        const order_ids = ids.slice(start, start + IDS);
        let cursor: string | undefined;
        do {
          const page = await desk.read('order.page', {
            filter: { order_ids },
            limit: 500,
            ...(cursor === undefined ? {} : { cursor }),
          });
          for (const row of page.rows) fresh.set(rowKey(row), row);
          cursor = page.next_cursor ?? undefined;
        } while (cursor !== undefined);
      }
      setState((before) => ({ ...before, rows: withFresh(before.rows, fresh) }));
      return fresh;
    },
    [desk],
  );

  const sight = useRef(inSight);
  sight.current = inSight;
  const live = asOf === null;
  useEffect(() => {
    if (!client || !live) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = client.on('data.changed', ({ topics }) => {
      if (!topics.includes('orders') && !topics.includes('reviews')) return;
      timer ??= setTimeout(() => {
        timer = undefined;
        // A failure here is told by the next thing one does; the rows stay as they were.
        refresh(sight.current()).catch(() => {});
      }, REFRESH_MILLIS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [client, live, refresh]);

  return {
    rows: state.rows,
    stale: state.question !== question,
    error: state.question === question ? state.error : null,
    hasMore: state.cursor !== null,
    // All read: the list itself is the count.
    total: state.cursor === null ? state.rows.length : state.total,
    loadMore,
    refresh,
    reload: useCallback(() => setRound((before) => before + 1), []),
  };
}

/** A page behind the rows; one that moved meanwhile stays where it was first seen. */
function joined(rows: readonly OrderRow[], page: readonly OrderRow[]): OrderRow[] {
  const known = new Set(rows.map(rowKey));
  return [...rows, ...page.filter((row) => !known.has(rowKey(row)))];
}
