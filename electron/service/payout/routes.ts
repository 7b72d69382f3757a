import type { Context } from '../context.ts';
import type { ReadingThreads } from '../reading/threads.ts';
import type { Handlers } from '../router.ts';
import { approvePayout } from './approve.ts';
import { exportPayout } from './bank-file.ts';
import { batchesOf } from './batch.ts';
import { cancelPayout } from './cancel.ts';
import { draftPayout } from './draft.ts';
import { importResults } from './import.ts';
import { recordResult } from './record.ts';
import { retryPayout } from './retry.ts';

type PayoutHandlers = Pick<Handlers, Extract<keyof Handlers, `payout.${string}`>>;

export function payoutHandlers(context: Context, threads: ReadingThreads): PayoutHandlers {
  const { store } = context;
  return {
    'payout.list': ({ period }) => batchesOf(store, period),
    'payout.plan': (input) => threads.ask('figures', 'payout.plan', input),
    'payout.draft': (input) => draftPayout(context, input),
    'payout.approve': ({ batch_id }) => approvePayout(context, batch_id),
    'payout.cancel': (input) => cancelPayout(context, input),
    'payout.export': (input) => exportPayout(context, input),
    'payout.record': (input) => recordResult(context, input),
    'payout.import': (input) => importResults(context, input),
    'payout.retry': ({ batch_id }) => retryPayout(context, batch_id),
  };
}
