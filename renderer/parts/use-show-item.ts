import { useCallback } from 'react';
import { bridge } from '../app/bridge/bridge.ts';
import { useFailureNotice } from './failure-notice.tsx';

/** Shows a written file in the system's file manager, or says why it cannot (it was moved, for example). */
export function useShowItem(): (path: string) => void {
  const notice = useFailureNotice();
  return useCallback(
    (path) => {
      void bridge()
        .showItem(path)
        .then((answer) => {
          if (!answer.ok) notice(answer.error);
        });
    },
    [notice],
  );
}
