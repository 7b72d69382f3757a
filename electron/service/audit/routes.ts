import type { Context } from '../context.ts';
import type { Jobs } from '../job.ts';
import type { ReadingThreads } from '../reading/threads.ts';
import { startReportWork } from '../report/work.ts';
import type { Handlers } from '../router.ts';
import { audit } from '../store/audit.ts';
import { auditConditions, auditFacets } from './page.ts';

type AuditHandlers = Pick<Handlers, Extract<keyof Handlers, `audit.${string}`>>;

export function auditHandlers(context: Context, jobs: Jobs, threads: ReadingThreads): AuditHandlers {
  const { store, dataDir } = context;
  return {
    'audit.page': (input) => threads.ask('rows', 'audit.page', input),
    'audit.facets': () => auditFacets(store),
    'audit.verify': (input) => threads.ask('figures', 'audit.verify', input),
    'audit.export': ({ format, file, ...question }) => {
      // A day that does not exist is refused now, not in the thread.
      auditConditions(question);
      const { job_id } = jobs.start('audit_export', async ({ signal, progress }) => {
        const written = await startReportWork(
          { kind: 'audit_export', dataDir, question, format, file },
          { signal, onProgress: ({ done, total, step }) => progress(done, total, step) },
        );
        if (store.writable)
          store.transaction(() =>
            audit(store, {
              at: context.now(),
              staff: context.staff(),
              action: 'audit.export',
              detail: { ...question, ...written },
            }),
          );
        return written;
      });
      return { job_id };
    },
  };
}
