import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { RouteInput, RouteName, RouteOutput } from '../../../shared/contract/routes.ts';
import { useDesk } from './desk-context.ts';

export interface RouteOptions<Output, Selected = Output> {
  /** False: not called yet, for example while nothing is chosen. */
  enabled?: boolean;
  /** Keep showing the answer to the previous input until the new one is there (filters, periods). */
  keep?: boolean;
  /** Ask again every so many milliseconds, for figures no event tells of. */
  every?: number;
  /** Part of the answer: the caller is drawn again only when that changes. */
  select?: (output: Output) => Selected;
}

/** The cached answer of a reading route; re-read when the store tells that it changed. */
export function useRoute<Name extends RouteName, Selected = RouteOutput<Name>>(
  name: Name,
  input: RouteInput<Name>,
  options: RouteOptions<RouteOutput<Name>, Selected> = {},
): UseQueryResult<Selected> {
  const desk = useDesk();
  return useQuery({
    queryKey: [name, input],
    queryFn: (): Promise<RouteOutput<Name>> => desk.read(name, input),
    enabled: options.enabled ?? true,
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
    ...(options.every ? { refetchInterval: options.every } : {}),
    ...(options.select ? { select: options.select } : {}),
  }) as UseQueryResult<Selected>;
}
