import type { Unix } from '../../shared/time.ts';
import { useRoute } from '../app/client/index.ts';

/** What the platform's clock is ahead of this machine's, in seconds. */
export function useClockSkew(): number {
  return useRoute('sync.status', {}).data?.clock_skew ?? 0;
}

/**
 * The platform's present time: "today" and "ending soon" follow its clock, not that of the machine. Before the first
 * reply after a start nobody knows the difference, but it cannot be earlier than what has been read.
 */
export function usePlatformNow(): Unix {
  const { data } = useRoute('sync.status', {});
  return Math.max(Math.floor(Date.now() / 1000) + (data?.clock_skew ?? 0), data?.known_as_of.orders ?? 0);
}
