import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import type { RouteInput, RouteName, RouteOutput } from '../../../shared/contract/routes.ts';
import { useFailureNotice } from '../../parts/failure-notice.tsx';
import { useDesk } from './desk-context.ts';

export interface ActionOptions<Name extends RouteName> {
  onDone?: (data: RouteOutput<Name>, input: RouteInput<Name>) => void;
  /** True: the caller shows the failure itself (a form, a dialog), no notice appears. */
  quiet?: boolean;
}

/** A route that changes something. What changed is told by the service's events, so nothing is refreshed here. */
export function useAction<Name extends RouteName>(
  name: Name,
  options: ActionOptions<Name> = {},
): UseMutationResult<RouteOutput<Name>, Error, RouteInput<Name>> {
  const desk = useDesk();
  const notice = useFailureNotice();
  return useMutation<RouteOutput<Name>, Error, RouteInput<Name>>({
    mutationFn: (input) => desk.act(name, input),
    onSuccess: (data, input) => options.onDone?.(data, input),
    onError: (error) => {
      if (!options.quiet) notice(error);
    },
  });
}
