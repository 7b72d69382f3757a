import type { ReactNode } from 'react';
import { failureOf } from '../../parts/failure-text.ts';
import { useServiceState } from '../bridge/service-state.ts';
import { useRoute } from '../client/use-route.ts';
import { StartFailure } from './StartFailure.tsx';

/**
 * Lets the rooms in unless the service cannot work at all. Main tells of a service that does not start; one that
 * starts but cannot open its store says so in its first answer.
 */
export function StartGate({ children }: { children: ReactNode }) {
  const service = useServiceState((state) => state.service);
  const status = useRoute('desk.status', {});
  if (service.phase === 'failed') return <StartFailure failure={service.error} />;
  if (status.error && status.data === undefined) {
    const failure = failureOf(status.error);
    if (failure.code.startsWith('store.')) return <StartFailure failure={failure} />;
  }
  return children;
}
