import { type InfiniteData, keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { RouteInput, RouteName, RouteOutput } from '../../../shared/contract/routes.ts';
import type { Desk } from './connection.ts';
import { useDesk } from './desk-context.ts';
import { pagesInSight } from './page-window.ts';

/** Routes that answer one keyset page at a time. */
export type PagedName = {
  [Name in RouteName]: RouteOutput<Name> extends { rows: unknown[]; next_cursor: string | null } ? Name : never;
}[RouteName];

export type RowOf<Name extends PagedName> = RouteOutput<Name> extends { rows: (infer Row)[] } ? Row : never;

export interface Pages<Name extends PagedName> {
  /** Stands for the input and the end it is read from: another one is another list. */
  question: string;
  /** The end of the list that was read first. */
  start: 'first' | 'last';
  /** All rows read so far, in order. */
  rows: RowOf<Name>[];
  /** The first page read with what it says beside the rows (`total`, counts), null before it came. */
  first: RouteOutput<Name> | null;
  error: unknown;
  /** Nothing to show yet. */
  loading: boolean;
  /** Rows of the filter before are still shown. */
  stale: boolean;
  hasMore: boolean;
  loadingMore: boolean;
  loadMore: () => void;
  hasPrevious: boolean;
  loadPrevious: () => void;
  /** Reads the other end when it is not among the rows; true when other rows will come for it. */
  jump: (to: 'first' | 'last') => boolean;
  /** The rows in sight, so that a refresh of a long list reads those again and not all of it. */
  inSight: (first: number, last: number) => void;
  retry: () => void;
}

interface PageAsked {
  cursor: string | null;
  towards: 'next' | 'previous';
  /** Left out: as the input says. */
  limit?: number;
}

export interface PagesOptions {
  enabled?: boolean;
  /** Rows of every page after the first, which alone has to be quick. */
  limitAfter?: number;
  /** The route also reads backwards (`towards`, `previous_cursor`). */
  bothWays?: boolean;
}

type Answer = { rows: unknown[]; next_cursor: string | null; previous_cursor?: string | null };

/**
 * Rows of a paged route, page after page, either way where the route can; the cursor is this hook's business,
 * `limit` may be given. When the store changed, the pages near the rows in sight are read again, and only those.
 */
export function usePages<Name extends PagedName>(
  name: Name,
  input: Omit<RouteInput<Name>, 'cursor'>,
  options: PagesOptions = {},
): Pages<Name> {
  const desk = useDesk();
  const queries = useQueryClient();
  const { limitAfter, bothWays = false } = options;
  const asked = JSON.stringify(input);
  const [anchor, setAnchor] = useState<{ asked: string; at: 'first' | 'last'; round: number }>({
    asked,
    at: 'first',
    round: 0,
  });
  const { at, round } = anchor.asked === asked ? anchor : { at: 'first' as const, round: 0 };
  // By the text: callers write their input anew at every drawing.
  const key = useMemo(
    () => [...keyOf(name, JSON.parse(asked)), ...(round === 0 ? [] : [at, round])],
    [name, asked, at, round],
  );

  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => readPage(desk, name, input, pageParam),
    initialPageParam: { cursor: null, towards: at === 'first' ? 'next' : 'previous' } as PageAsked,
    getNextPageParam: (page: Answer): PageAsked | null =>
      page.next_cursor === null ? null : { cursor: page.next_cursor, towards: 'next', ...more(limitAfter) },
    getPreviousPageParam: (page: Answer): PageAsked | null =>
      bothWays && page.previous_cursor
        ? { cursor: page.previous_cursor, towards: 'previous', ...more(limitAfter) }
        : null,
    placeholderData: keepPreviousData,
    // Refreshed below, near the rows in sight: reading a hundred pages again at every step of a sync would never end.
    staleTime: 'static',
    enabled: options.enabled ?? true,
  });
  const pages = query.data?.pages as RouteOutput<Name>[] | undefined;
  const rows = useMemo(() => {
    const all: RowOf<Name>[] = [];
    for (const page of pages ?? []) for (const row of page.rows) all.push(row as RowOf<Name>);
    return all;
  }, [pages]);

  const sight = useRef({ first: 0, last: 0 });
  const inSight = useCallback((first: number, last: number) => {
    sight.current = { first, last };
  }, []);

  const { isFetching, refetch } = query;
  const outdated = useRef(false);
  const [, wake] = useState(0);
  useEffect(() => {
    outdated.current = queries.getQueryState(key)?.isInvalidated ?? false;
    if (outdated.current) wake((times) => times + 1);
    const hash = JSON.stringify(key);
    return queries.getQueryCache().subscribe((event) => {
      if (event.type !== 'updated' || event.action.type !== 'invalidate') return;
      if (JSON.stringify(event.query.queryKey) !== hash) return;
      outdated.current = true;
      wake((times) => times + 1);
    });
  }, [queries, key]);
  // Never while a page is on its way: it would be thrown away, and asked for again.
  useEffect(() => {
    if (!outdated.current || isFetching) return;
    outdated.current = false;
    queries.setQueryData<InfiniteData<Answer, PageAsked>>(key, (data) => {
      if (!data) return data;
      const [from, to] = pagesInSight(data.pages, sight.current, bothWays);
      if (to - from === data.pages.length) return data;
      return { pages: data.pages.slice(from, to), pageParams: data.pageParams.slice(from, to) };
    });
    void refetch();
  });

  const { hasNextPage, hasPreviousPage, fetchNextPage, fetchPreviousPage } = query;
  const ready = !isFetching && !query.isPlaceholderData;
  // A page that failed waits for `retry`: the table asks whenever it is near the end, and would ask for ever.
  const { isFetchNextPageError: nextFailed, isFetchPreviousPageError: previousFailed } = query;
  const loadMore = useCallback(() => {
    if (ready && hasNextPage && !nextFailed) void fetchNextPage();
  }, [ready, hasNextPage, nextFailed, fetchNextPage]);
  const loadPrevious = useCallback(() => {
    if (ready && hasPreviousPage && !previousFailed) void fetchPreviousPage();
  }, [ready, hasPreviousPage, previousFailed, fetchPreviousPage]);
  const jump = useCallback(
    (to: 'first' | 'last') => {
      if (!bothWays || (to === 'last' ? !hasNextPage : !hasPreviousPage)) return false;
      setAnchor((before) => ({ asked, at: to, round: before.round + 1 }));
      return true;
    },
    [bothWays, hasNextPage, hasPreviousPage, asked],
  );
  return {
    question: round === 0 ? asked : `${asked} ${at} ${round}`,
    start: at,
    rows,
    first: pages?.[0] ?? null,
    error: query.error,
    loading: query.isPending,
    stale: query.isPlaceholderData,
    hasMore: hasNextPage,
    loadingMore: query.isFetchingNextPage,
    loadMore,
    hasPrevious: hasPreviousPage,
    loadPrevious,
    jump,
    inSight,
    retry: () => void (nextFailed ? fetchNextPage() : previousFailed ? fetchPreviousPage() : refetch()),
  };
}

/**
 * Asks for the first page of a question the page is about to show, so that the service works while the page draws.
 * The input has to be the one `usePages` will be given.
 */
export function useFirstPageAhead<Name extends PagedName>(
  name: Name,
): (input: Omit<RouteInput<Name>, 'cursor'>) => void {
  const desk = useDesk();
  const queries = useQueryClient();
  return useCallback(
    (input) =>
      void queries.prefetchInfiniteQuery({
        queryKey: keyOf(name, input),
        queryFn: ({ pageParam }) => readPage(desk, name, input, pageParam),
        initialPageParam: { cursor: null, towards: 'next' } as PageAsked,
        staleTime: 'static',
      }),
    [desk, queries, name],
  );
}

function keyOf<Name extends PagedName>(name: Name, input: Omit<RouteInput<Name>, 'cursor'>): unknown[] {
  return [name, 'pages', input];
}

function readPage<Name extends PagedName>(
  desk: Desk,
  name: Name,
  input: Omit<RouteInput<Name>, 'cursor'>,
  { cursor, towards, limit }: PageAsked,
): Promise<RouteOutput<Name>> {
  return desk.read(name, {
    ...input,
    ...(cursor === null ? {} : { cursor }),
    ...(towards === 'next' ? {} : { towards }),
    ...(limit === undefined ? {} : { limit }),
  } as RouteInput<Name>);
}

const more = (limit: number | undefined) => (limit === undefined ? {} : { limit });
