import type { Context } from '../context.ts';
import type { Jobs } from '../job.ts';
import type { Handlers } from '../router.ts';
import { readBatch } from './batch.ts';
import { costOf } from './cost.ts';
import { listBatches } from './list.ts';
import { stagedRows } from './rows.ts';
import { stage } from './stage.ts';
import { discardBatch, pauseBatch, removeChanges, retryBatch, startApply, startCheck } from './start.ts';
import { undo } from './undo.ts';

type StagingHandlers = Pick<Handlers, Extract<keyof Handlers, `staging.${string}`>>;

export function stagingHandlers(context: Context, jobs: Jobs): StagingHandlers {
  const read = (batchId: number) => readBatch(context.store, jobs, batchId);
  return {
    'staging.stage': (input) => {
      const { batch_id, added } = stage(context, input);
      return { batch: read(batch_id), added };
    },
    'staging.list': (input) => listBatches(context, jobs, input),
    'staging.get': ({ batch_id }) => ({ ...read(batch_id), cost: costOf(context, batch_id) }),
    'staging.rows': (input) => stagedRows(context, input),
    'staging.check': ({ batch_id }) => startCheck(context, jobs, batch_id),
    'staging.apply': ({ batch_id }) => startApply(context, jobs, batch_id),
    'staging.pause': ({ batch_id }) => pauseBatch(context, jobs, batch_id),
    'staging.retry': (input) => retryBatch(context, jobs, input),
    'staging.discard': ({ batch_id }) => discardBatch(context, jobs, batch_id),
    'staging.remove': (input) => removeChanges(context, jobs, input),
    'staging.undo': (input) => ({ batch: read(undo(context, input)) }),
  };
}
