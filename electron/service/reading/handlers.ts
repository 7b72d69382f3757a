import type { RouteOutput, RouteParsed } from '../../../shared/contract/routes.ts';
import type { Context } from '../context.ts';
import { readOrderPage } from '../order/order.ts';
import { orderPage, PageTooCostly } from '../order/page.ts';
import type { Handlers } from '../router.ts';
import type { ReadingName } from './readings.ts';
import type { LaneName, ReadingThreads } from './threads.ts';

/** Those that can be asked of a past moment. */
type WorkbenchName = Extract<ReadingName, `order.${string}` | `analysis.${string}`>;

/**
 * Questions of the orders page and of the analysis. Rows and one order are answered right here, before anybody could
 * notice; everything that may take longer goes to the threads.
 */
export function readingHandlers(context: Context, threads: ReadingThreads): Pick<Handlers, WorkbenchName> {
  const { store } = context;

  /** A moment that is not over yet is now. */
  const isPast = (moment: number | undefined) => moment !== undefined && moment < context.now();
  const ask = <Name extends WorkbenchName>(lane: LaneName, name: Name, input: RouteParsed<Name>) =>
    isPast(input.as_of) ? threads.ask('past', name, input) : threads.ask(lane, name, { ...input, as_of: undefined });
  const figures =
    <Name extends WorkbenchName>(name: Name) =>
    (input: RouteParsed<Name>): Promise<RouteOutput<Name>> =>
      ask('figures', name, input);

  return {
    'order.page': (input) => {
      if (isPast(input.as_of)) return threads.ask('past', 'order.page', input);
      try {
        return orderPage(store, input);
      } catch (error) {
        if (!(error instanceof PageTooCostly)) throw error;
        return ask('rows', 'order.page', input);
      }
    },
    'order.get': (input) =>
      isPast(input.as_of) ? threads.ask('past', 'order.get', input) : readOrderPage(store, input),
    'order.totals': figures('order.totals'),
    'order.facets': figures('order.facets'),
    'analysis.pivot': figures('analysis.pivot'),
    'analysis.trend': figures('analysis.trend'),
    'analysis.delays': figures('analysis.delays'),
    'analysis.refunds': figures('analysis.refunds'),
    'analysis.cohorts': figures('analysis.cohorts'),
    'analysis.members': figures('analysis.members'),
  };
}
