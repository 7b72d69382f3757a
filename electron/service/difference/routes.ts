import { DeskError } from '../../../shared/contract/result.ts';
import { periodRange } from '../../../shared/time.ts';
import type { Context } from '../context.ts';
import type { Jobs } from '../job.ts';
import type { ReadingThreads } from '../reading/threads.ts';
import { startReportWork } from '../report/work.ts';
import type { Handlers } from '../router.ts';
import { acceptDifferences, withdrawAcceptances } from './accept.ts';

type DifferenceHandlers = Pick<Handlers, Extract<keyof Handlers, `difference.${string}`>>;

export function differenceHandlers(context: Context, jobs: Jobs, threads: ReadingThreads): DifferenceHandlers {
  const { dataDir } = context;
  return {
    'difference.recompute': ({ period }) => {
      if (period !== undefined && !periodRange(period)) throw new DeskError('period.invalid', { period });
      const { job_id } = jobs.start('recompute', ({ signal, progress }) =>
        startReportWork(
          { kind: 'recompute', dataDir, period: period ?? null },
          { signal, onProgress: ({ done, total, step }) => progress(done, total, step) },
        ),
      );
      return { job_id };
    },
    'difference.summary': (input) => threads.ask('figures', 'difference.summary', input),
    'difference.page': (input) => threads.ask('rows', 'difference.page', input),
    'difference.accept': (input) => acceptDifferences(context, input),
    'difference.withdraw': (input) => withdrawAcceptances(context, input),
  };
}
