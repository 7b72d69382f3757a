import type { Context } from '../context.ts';
import type { Jobs } from '../job.ts';
import type { ReadingThreads } from '../reading/threads.ts';
import type { Handlers } from '../router.ts';
import { closePeriod } from './close.ts';
import { settlementPeriods } from './period.ts';
import { reopenPeriod } from './reopen.ts';

type SettlementHandlers = Pick<
  Handlers,
  'settlement.periods' | 'settlement.period' | 'settlement.adjustments' | 'settlement.close' | 'settlement.reopen'
>;

export function settlementHandlers(context: Context, jobs: Jobs, threads: ReadingThreads): SettlementHandlers {
  const { store, dataDir } = context;
  return {
    'settlement.periods': () => settlementPeriods(store),
    'settlement.period': (input) => threads.ask('figures', 'settlement.period', input),
    'settlement.adjustments': (input) => threads.ask('figures', 'settlement.adjustments', input),
    'settlement.close': ({ period, despite }) => {
      const { job_id } = jobs.start('closing', async ({ signal, progress }) => {
        const closing = await closePeriod(store, dataDir, {
          period,
          despite,
          staff: context.staff(),
          now: context.now(),
          signal,
          onProgress: ({ done, total, step }) => progress(done, total, step),
        });
        context.changed('settlement');
        return closing;
      });
      return { job_id };
    },
    'settlement.reopen': ({ period, reason }) => {
      const closing = reopenPeriod(store, { period, reason, staff: context.staff(), now: context.now() });
      context.changed('settlement');
      return closing;
    },
  };
}
