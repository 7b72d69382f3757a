import { useCallback, useMemo } from 'react';
import type { OrderFilter, OrderSort } from '../../../shared/contract/order.ts';
import { useFilters } from '../../app/router/address.ts';
import { type OrderQuestion, questionParams, readQuestion } from './address.ts';

export interface QuestionHold extends OrderQuestion {
  setFilter: (filter: OrderFilter) => void;
  setSort: (sort: OrderSort) => void;
}

/** The room's question, read from the address and written back to it: there is no second copy to fall out of step. */
export function useQuestion(): QuestionHold {
  const { params, set } = useFilters();
  const text = params.toString();
  const question = useMemo(() => readQuestion(new URLSearchParams(text)), [text]);
  const setFilter = useCallback(
    (filter: OrderFilter) => set(questionParams({ filter, sort: question.sort })),
    [set, question.sort],
  );
  const setSort = useCallback(
    (sort: OrderSort) => set(questionParams({ filter: question.filter, sort })),
    [set, question.filter],
  );
  return { ...question, setFilter, setSort };
}
