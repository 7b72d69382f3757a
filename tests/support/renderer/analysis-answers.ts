import type { Measures } from '../../../shared/contract/analysis.ts';
import type { OrderFilter } from '../../../shared/contract/order.ts';
import {
  referenceCohorts,
  referenceDelays,
  referencePivot,
  referenceRefunds,
  referenceTrend,
} from '../analysis-reference.ts';
import type { Answers, Asked } from './answers.ts';
import { NOW } from './invented.ts';
import { ordersOf } from './order-answers.ts';

const axisOf = (asked: Asked) => (asked.input as { filter: OrderFilter }).filter.axis ?? 'created';

export const analysisAnswers: Answers = {
  'analysis.pivot': (asked) => {
    const { by = 'service_amount_fen', ...input } = asked.input as Parameters<typeof referencePivot>[2] & {
      by?: keyof Measures;
    };
    return referencePivot(ordersOf(asked), axisOf(asked), { ...input, by });
  },
  'analysis.trend': (asked) =>
    referenceTrend(ordersOf(asked), axisOf(asked), (asked.input as { step?: 'day' | 'week' | 'month' }).step ?? 'day'),
  'analysis.delays': (asked) => referenceDelays(ordersOf(asked)),
  'analysis.refunds': (asked) =>
    referenceRefunds(ordersOf(asked), (asked.input as { as_of?: number }).as_of ?? NOW - 14 * 60),
  'analysis.cohorts': (asked) => referenceCohorts(ordersOf(asked), axisOf(asked)),
};
