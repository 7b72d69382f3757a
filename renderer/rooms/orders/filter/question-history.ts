/** Changes of one field within this time are one step: nobody wants to take back letters one by one. */
const SAME_STEP_MILLIS = 1500;
const MOST_STEPS = 100;

/** What undo and redo go through; the present question itself is not in it. */
export interface History<Question> {
  past: readonly Question[];
  future: readonly Question[];
  /** What the newest step changed and when it did last; null: nothing more joins it. */
  newest: { what: string; at: number } | null;
}

export const NO_HISTORY: History<never> = { past: [], future: [], newest: null };

/** A step away from `before`. `what` names the field being typed in; null for a change that stands alone. `at`: milliseconds. */
export function recorded<Question>(
  history: History<Question>,
  before: Question,
  what: string | null,
  at: number,
): History<Question> {
  const { newest, past } = history;
  const joins = what !== null && newest?.what === what && at - newest.at <= SAME_STEP_MILLIS;
  return {
    past: joins ? past : [...past, before].slice(-MOST_STEPS),
    future: [],
    newest: what === null ? null : { what, at },
  };
}

/** The question before, with the history in which the present one can be had again; null when there is none. */
export function undone<Question>(
  { past, future }: History<Question>,
  present: Question,
): { question: Question; history: History<Question> } | null {
  const question = past.at(-1);
  if (question === undefined) return null;
  return { question, history: { past: past.slice(0, -1), future: [present, ...future], newest: null } };
}

export function redone<Question>(
  { past, future }: History<Question>,
  present: Question,
): { question: Question; history: History<Question> } | null {
  const [question, ...rest] = future;
  if (question === undefined) return null;
  return { question, history: { past: [...past, present], future: rest, newest: null } };
}
