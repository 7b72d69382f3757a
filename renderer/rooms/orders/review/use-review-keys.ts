import { useEffect, useRef } from 'react';
import { isTaken, type ReviewStep, reviewStep } from './review-keys.ts';

/**
 * The queue's keys, wherever on the page the focus is: a click into the details must not make A a dead key. `onStep`
 * says whether it took the step; what it leaves is the room's, which listens one step further out, on the window.
 */
export function useReviewKeys(asking: boolean, onStep: (step: ReviewStep) => boolean): void {
  const now = useRef({ asking, onStep });
  now.current = { asking, onStep };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTaken(event)) return;
      const step = reviewStep(event, now.current.asking);
      if (!step || !now.current.onStep(step)) return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
