import type { Context } from '../context.ts';
import type { ReadingThreads } from '../reading/threads.ts';
import type { Handlers } from '../router.ts';
import { acceptFunds, withdrawFundsAcceptances } from './accept.ts';
import { fundsOrder } from './order.ts';

type FundsHandlers = Pick<Handlers, Extract<keyof Handlers, `funds.${string}`>>;

export function fundsHandlers(context: Context, threads: ReadingThreads): FundsHandlers {
  return {
    // In one thread: the page is cut from the rows the sums were made of.
    'funds.match': (input) => threads.ask('figures', 'funds.match', input),
    'funds.page': (input) => threads.ask('figures', 'funds.page', input),
    'funds.flows': (input) => threads.ask('rows', 'funds.flows', input),
    'funds.order': ({ key }) => fundsOrder(context.store, key),
    'funds.accept': (input) => acceptFunds(context, input),
    'funds.withdraw_acceptance': (input) => withdrawFundsAcceptances(context, input),
  };
}
