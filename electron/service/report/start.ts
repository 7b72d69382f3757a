import { DeskError } from '../../../shared/contract/result.ts';
import type { RouteParsed } from '../../../shared/contract/routes.ts';
import { periodRange } from '../../../shared/time.ts';
import type { Context } from '../context.ts';
import type { Jobs } from '../job.ts';
import { orderConditions } from '../order/filter.ts';
import { institutionOf } from '../statement/hand-out.ts';
import { recordOrderExport, recordReport } from './history.ts';
import { startReportWork } from './work.ts';

/** Writes the settlement pack as a job; its result is a `ReportResult`. */
export function startReport(context: Context, jobs: Jobs, { period, folder }: RouteParsed<'report.start'>) {
  if (!periodRange(period)) throw new DeskError('period.invalid', { period });
  const { job_id } = jobs.start('report', async (handle) => {
    const written = await startReportWork(
      { kind: 'report', dataDir: context.dataDir, institution: institutionOf(context), period, folder },
      { signal: handle.signal, onProgress: ({ done, total, step }) => handle.progress(done, total, step) },
    );
    recordReport(context.store, written, folder, { staff: context.staff(), now: context.now() });
    context.changed('settlement');
    return written;
  });
  return { job_id };
}

/** Exports all rows of a filter as a job; its result is `{ file, rows }`. */
export function startOrderExport(context: Context, jobs: Jobs, wanted: RouteParsed<'order.export'>) {
  // A day that does not exist is refused now, not in the thread.
  orderConditions(wanted.filter);
  // A moment that is not over yet is now.
  const as_of = wanted.as_of !== undefined && wanted.as_of < context.now() ? wanted.as_of : undefined;
  const { job_id } = jobs.start('order_export', async (handle) => {
    const written = await startReportWork(
      { kind: 'order_export', dataDir: context.dataDir, ...wanted, as_of },
      { signal: handle.signal, onProgress: ({ done, total, step }) => handle.progress(done, total, step) },
    );
    if (context.store.writable)
      recordOrderExport(context.store, { ...wanted, as_of }, written, { staff: context.staff(), now: context.now() });
    return written;
  });
  return { job_id };
}
