import { dirname } from 'node:path';
import type { PackResult, ReportFormat, ReportScope, StatementResult } from '../../../shared/contract/report.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import type { RouteParsed } from '../../../shared/contract/routes.ts';
import { type Period, periodRange } from '../../../shared/time.ts';
import type { Context } from '../context.ts';
import type { JobHandle, Jobs } from '../job.ts';
import { recordFiles } from '../report/history.ts';
import { startReportWork } from '../report/work.ts';
import type { Statement } from './statement.ts';

export interface PackWish {
  period: Period;
  folder: string;
  scopes: ReportScope[];
  formats: ReportFormat[];
}

/** Who hands the statements out, as they say it. */
export function institutionOf({ institution }: Context): Statement['institution'] {
  return { name: institution.name, app_id: institution.appId };
}

/** Writes a pack in a thread and remembers it; `schedule` is the name of the plan that asked for it. */
export async function handOutPack(
  context: Context,
  { period, folder, scopes, formats }: PackWish,
  { signal, progress }: Pick<JobHandle, 'signal' | 'progress'>,
  schedule: string | null,
): Promise<PackResult> {
  const written = await startReportWork(
    { kind: 'pack', dataDir: context.dataDir, institution: institutionOf(context), period, folder, scopes, formats },
    { signal, onProgress: ({ done, total, step }) => progress(done, total, step) },
  );
  recordFiles(
    context.store,
    { period, folder, files: [written.file], hash: written.hash, rows: written.rows },
    { kind: 'pack', scopes, formats, recipient: null, schedule },
    { staff: context.staff(), now: context.now() },
  );
  context.changed('reports');
  return written;
}

/** Writes the statements of a month as a job; its result is a `PackResult`. */
export function startPack(context: Context, jobs: Jobs, wish: RouteParsed<'report.pack'>): { job_id: string } {
  refuseNoMonth(wish.period);
  const { job_id } = jobs.start('report', (handle) => handOutPack(context, wish, handle, null));
  return { job_id };
}

/** Writes one statement as a job; its result is a `StatementResult`. */
export function startStatement(
  context: Context,
  jobs: Jobs,
  wish: RouteParsed<'report.statement'>,
): { job_id: string } {
  refuseNoMonth(wish.period);
  const { period, scope, format, file } = wish;
  const { job_id } = jobs.start('report', async ({ signal, progress }): Promise<StatementResult> => {
    const { recipient, ...written } = await startReportWork(
      { kind: 'statement', dataDir: context.dataDir, institution: institutionOf(context), ...wish },
      { signal, onProgress: ({ done, total, step }) => progress(done, total, step) },
    );
    recordFiles(
      context.store,
      { period, folder: dirname(file), files: written.files, hash: written.hash, rows: written.rows },
      { kind: 'statement', scopes: [scope], formats: [format], recipient, schedule: null },
      { staff: context.staff(), now: context.now() },
    );
    context.changed('reports');
    return written;
  });
  return { job_id };
}

function refuseNoMonth(period: Period): void {
  if (!periodRange(period)) throw new DeskError('period.invalid', { period });
}
