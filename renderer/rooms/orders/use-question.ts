import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { OrderFilter, OrderSort } from '../../../shared/contract/order.ts';
import { useFilters } from '../../app/router/address.ts';
import { type OrderQuestion, questionParams, questionText, readQuestion, textOf } from './address.ts';
import { type History, NO_HISTORY, recorded, redone, undone } from './filter/question-history.ts';

export interface QuestionHold extends OrderQuestion {
  /** `what` names the field somebody is typing in: its changes become one step of undo. */
  setFilter: (filter: OrderFilter, what?: string) => void;
  setSort: (sort: OrderSort) => void;
  setQuestion: (question: OrderQuestion) => void;
  /** Null when there is nothing to take back, or nothing taken back. */
  undo: (() => void) | null;
  redo: (() => void) | null;
}

/**
 * The room's question, read from the address and written back to it: there is no second copy to fall out of step.
 * Every change can be taken back, also one that came by a link.
 */
export function useQuestion(): QuestionHold {
  const { params, set } = useFilters();
  const text = useMemo(() => questionText(params), [params]);
  const read = useMemo(() => readQuestion(new URLSearchParams(text)), [text]);
  const { by, direction } = read.sort;
  // The same order is the same object: a letter typed must not draw the table again for it.
  const sort = useMemo(() => ({ by, direction }), [by, direction]);
  const question = useMemo(() => ({ filter: read.filter, sort }), [read, sort]);
  const [history, setHistory] = useState<History<OrderQuestion>>(NO_HISTORY);
  // The question as last seen or asked: two changes in one turn build upon each other.
  const last = useRef({ text, question });

  // Before the next key can come: a late look would take the question before it for one from outside.
  useLayoutEffect(() => {
    const before = last.current;
    if (before.text === text) return;
    last.current = { text, question };
    setHistory((steps) => recorded(steps, before.question, null, Date.now()));
  }, [text, question]);

  const go = useCallback(
    (next: OrderQuestion) => {
      last.current = { text: textOf(next), question: next };
      set(questionParams(next));
    },
    [set],
  );
  const change = useCallback(
    (next: OrderQuestion, what: string | null = null) => {
      const before = last.current;
      if (textOf(next) === before.text) return;
      setHistory((steps) => recorded(steps, before.question, what, Date.now()));
      go(next);
    },
    [go],
  );
  const setFilter = useCallback(
    (filter: OrderFilter, what?: string) => change({ filter, sort: last.current.question.sort }, what),
    [change],
  );
  const setSort = useCallback((sort: OrderSort) => change({ filter: last.current.question.filter, sort }), [change]);
  const setQuestion = useCallback((next: OrderQuestion) => change(next), [change]);

  const now = useRef({ history, question });
  now.current = { history, question };
  const step = useCallback(
    (way: typeof undone<OrderQuestion>) => {
      const to = way(now.current.history, now.current.question);
      if (!to) return;
      setHistory(to.history);
      go(to.question);
    },
    [go],
  );
  const undo = useCallback(() => step(undone), [step]);
  const redo = useCallback(() => step(redone), [step]);
  return {
    ...question,
    setFilter,
    setSort,
    setQuestion,
    undo: history.past.length > 0 ? undo : null,
    redo: history.future.length > 0 ? redo : null,
  };
}
