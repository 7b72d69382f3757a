import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { RouteInput, RouteName, RouteOutput } from '../../../shared/contract/routes.ts';
import { useDesk } from './desk-context.ts';

/** Routes that answer one keyset page at a time. */
export type PagedName = {
  [Name in RouteName]: RouteOutput<Name> extends { rows: unknown[]; next_cursor: string | null } ? Name : never;
}[RouteName];

export type RowOf<Name extends PagedName> = RouteOutput<Name> extends { rows: (infer Row)[] } ? Row : never;

export interface Pages<Name extends PagedName> {
  /** Stands for the input: another one is another list. */
  question: string;
  /** All rows read so far, in order. */
  rows: RowOf<Name>[];
  /** The first page with what it says beside the rows (`total`, counts), null before it came. */
  first: RouteOutput<Name> | null;
  error: unknown;
  /** Nothing to show yet. */
  loading: boolean;
  /** Rows of the filter before are still shown. */
  stale: boolean;
  hasMore: boolean;
  loadingMore: boolean;
  loadMore: () => void;
  retry: () => void;
}

/** Rows of a paged route, page after page; the cursor is this hook's business, `limit` may be given. */
export function usePages<Name extends PagedName>(
  name: Name,
  input: Omit<RouteInput<Name>, 'cursor'>,
  options: { enabled?: boolean } = {},
): Pages<Name> {
  const desk = useDesk();
  const query = useInfiniteQuery({
    queryKey: [name, 'pages', input],
    queryFn: ({ pageParam }): Promise<RouteOutput<Name>> =>
      desk.read(name, (pageParam === null ? input : { ...input, cursor: pageParam }) as RouteInput<Name>),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
    enabled: options.enabled ?? true,
  });
  const pages = query.data?.pages as RouteOutput<Name>[] | undefined;
  const rows = useMemo(() => (pages ?? []).flatMap((page) => page.rows as RowOf<Name>[]), [pages]);
  return {
    question: JSON.stringify(input),
    rows,
    first: pages?.[0] ?? null,
    error: query.error,
    loading: query.isPending,
    stale: query.isPlaceholderData,
    hasMore: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    loadMore: () => {
      if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
    },
    retry: () => void query.refetch(),
  };
}
