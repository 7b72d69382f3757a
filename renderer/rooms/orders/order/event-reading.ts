import { REVIEW_STATES, type ReviewState } from '../../../../shared/contract/order.ts';
import type { ReviewEvent } from '../../../../shared/contract/review.ts';

/** What an act did, in a shape the page can put in words. */
export type EventReading =
  | { kind: 'decision'; before: ReviewState; after: ReviewState }
  | { kind: 'tags'; added: string[]; removed: string[] }
  | { kind: 'note'; text: string; removed: boolean };

export function readEvent({ fact, before, after }: ReviewEvent): EventReading {
  if (fact === 'decision') return { kind: 'decision', before: stateOf(before), after: stateOf(after) };
  if (fact === 'note') return { kind: 'note', text: after ?? before ?? '', removed: after === null };
  const [old, now] = [tagsOf(before), tagsOf(after)];
  return {
    kind: 'tags',
    added: now.filter((tag) => !old.includes(tag)),
    removed: old.filter((tag) => !now.includes(tag)),
  };
}

/** A commission order nobody decided on is open. */
function stateOf(side: string | null): ReviewState {
  const { state } = side === null ? {} : (JSON.parse(side) as { state?: unknown });
  return REVIEW_STATES.find((known) => known === state) ?? 'open';
}

function tagsOf(side: string | null): string[] {
  return side === null ? [] : (JSON.parse(side) as string[]);
}
