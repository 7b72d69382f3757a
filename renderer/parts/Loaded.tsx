import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorState } from './ErrorState.tsx';
import { LoadingState } from './LoadingState.tsx';

/** Loading, error or data of one route: `<Loaded query={useRoute(…)}>{(data) => …}</Loaded>`. */
export function Loaded<Data>({
  query,
  lines = 5,
  children,
}: {
  query: UseQueryResult<Data>;
  lines?: number;
  children: (data: Data) => ReactNode;
}) {
  // Data once read stays on screen when a later read fails: old figures with a date beat none.
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <ErrorState error={query.error} small onRetry={() => void query.refetch()} />;
  return <LoadingState lines={lines} />;
}
