import { MEMBERS_FOUND, type Measures, type NamedDimension } from '../../../shared/contract/analysis.ts';
import type { OrderFilter } from '../../../shared/contract/order.ts';
import { addDays, dayOf } from '../../../shared/time.ts';
import {
  referenceCohorts,
  referenceDelays,
  referencePivot,
  referenceRefunds,
  referenceTrend,
} from '../analysis-reference.ts';
import type { Answers, Asked } from './answers.ts';
import { NOW } from './invented.ts';
import { facetLabel } from './invented-filter.ts';
import { orderBook, ordersOf } from './order-answers.ts';

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
  'analysis.delays': (asked) => {
    if (!(asked.input as { without_first_sync?: boolean }).without_first_sync) return referenceDelays(ordersOf(asked));
    const from = addDays(dayOf(NOW), -10);
    const later = ordersOf(asked).filter(({ created_at }) => created_at !== null && dayOf(created_at) >= from);
    return { ...referenceDelays(ordersOf(asked)), known: referenceDelays(later).known, known_from: from };
  },
  'analysis.refunds': (asked) =>
    referenceRefunds(ordersOf(asked), (asked.input as { as_of?: number }).as_of ?? NOW - 14 * 60),
  'analysis.cohorts': (asked) => referenceCohorts(ordersOf(asked), axisOf(asked)),
  'analysis.members': ({ input }) => {
    const { dimension, text } = input as { dimension: NamedDimension; text: string };
    const labels = new Map(orderBook().map((row) => [row[dimension], facetLabel(row, dimension)]));
    const found = [...labels].filter(([value, label]) => value !== null && label?.includes(text));
    return { members: found.slice(0, MEMBERS_FOUND).map(([value, label]) => ({ value, label })) };
  },
};
