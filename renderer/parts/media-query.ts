import { useCallback, useSyncExternalStore } from 'react';

/** Whether a condition of style sheets holds now: `useMediaQuery('(min-width: 1600px)')`. */
export function useMediaQuery(condition: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const query = matchMedia(condition);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    [condition],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(condition).matches);
}
