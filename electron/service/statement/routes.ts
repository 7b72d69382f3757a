import type { Context } from '../context.ts';
import type { Jobs } from '../job.ts';
import type { ReadingThreads } from '../reading/threads.ts';
import { reportSigner } from '../report/proof/report-key.ts';
import { startReportWork } from '../report/work.ts';
import type { Handlers } from '../router.ts';
import { institutionOf, startPack, startStatement } from './hand-out.ts';
import { removeSchedule, saveSchedule, shownSchedules } from './schedule/schedules.ts';
import { offeredColumns } from './scope-columns.ts';
import { removeTemplate, reportTemplates, saveTemplate, setRecipientTemplate } from './template/templates.ts';

type StatementHandlers = Pick<
  Handlers,
  | 'report.pack'
  | 'report.statement'
  | 'report.message'
  | 'report.recipients'
  | 'report.key'
  | 'report.columns'
  | 'report.templates'
  | 'report.save_template'
  | 'report.remove_template'
  | 'report.set_recipient'
  | 'report.schedules'
  | 'report.save_schedule'
  | 'report.remove_schedule'
>;

/** `plansChanged` hears of every plan that was saved, so that what is due is written at once. */
export function statementHandlers(
  context: Context,
  jobs: Jobs,
  threads: ReadingThreads,
  plansChanged: () => void,
): StatementHandlers {
  const { store } = context;
  const by = () => ({ staff: context.staff(), now: context.now() });
  const told = <T>(done: T): T => {
    context.changed('reports');
    return done;
  };
  return {
    'report.pack': (input) => startPack(context, jobs, input),
    'report.statement': (input) => startStatement(context, jobs, input),
    'report.message': (input) =>
      startReportWork({
        kind: 'message',
        dataDir: context.dataDir,
        institution: institutionOf(context),
        ...input,
      }),
    'report.recipients': async (input) => {
      const list = await threads.ask('figures', 'report.recipients', input);
      if (input.scope !== 'institution') return list;
      return { ...list, rows: list.rows.map((row) => ({ ...row, name: context.institution.name })) };
    },

    'report.key': () => {
      const { fingerprint, publicKey } = reportSigner(context.dataDir);
      return { key: fingerprint, public_key: publicKey };
    },
    'report.columns': ({ scope }) =>
      offeredColumns(scope).map(({ key, title, kind, plain, needed }) => ({ key, title, kind, plain, needed })),
    'report.templates': () => reportTemplates(store),
    'report.save_template': (input) => told(saveTemplate(store, input, by())),
    'report.remove_template': ({ template_id }) => told(removeTemplate(store, template_id, by())),
    'report.set_recipient': (input) => told(setRecipientTemplate(store, input, by())),

    'report.schedules': () => shownSchedules(store, context.now()),
    'report.save_schedule': (input) => {
      const saved = told(saveSchedule(store, input, by()));
      plansChanged();
      return saved;
    },
    'report.remove_schedule': ({ schedule_id }) => told(removeSchedule(store, schedule_id, by())),
  };
}
