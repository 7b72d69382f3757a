import { create } from 'zustand';
import type { ServiceState } from '../../../shared/bridge.ts';
import { bridge } from './bridge.ts';

/** What main says about the service; the port alone cannot tell a slow start from one that failed. */
export const useServiceState = create<{ service: ServiceState }>()(() => ({ service: { phase: 'starting' } }));

export function watchService(): () => void {
  const stop = bridge().onServiceState((service) => useServiceState.setState({ service }));
  void bridge()
    .getAppInfo()
    .then(({ service }) => useServiceState.setState({ service }));
  return stop;
}
