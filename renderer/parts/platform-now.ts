import type { Unix } from '../../shared/time.ts';
import { useRoute } from '../app/client/index.ts';

/** The platform's present time: "today" and "ending soon" follow its clock, not that of the machine. */
export function usePlatformNow(): Unix {
  const { data } = useRoute('sync.status', {});
  return Math.floor(Date.now() / 1000) + (data?.clock_skew ?? 0);
}
