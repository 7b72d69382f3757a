import { dayOf } from '../../../shared/time.ts';
import type { Context } from '../context.ts';
import type { Jobs } from '../job.ts';
import type { ReadingThreads } from '../reading/threads.ts';
import { startReportWork } from '../report/work.ts';
import type { Handlers } from '../router.ts';
import { deedOf } from './deed.ts';
import { checkRule, endRule, withdrawRule } from './deeds.ts';
import { listRules } from './list.ts';
import { addRule } from './succession.ts';

type RuleHandlers = Pick<
  Handlers,
  'rule.list' | 'rule.add' | 'rule.end' | 'rule.check' | 'rule.withdraw' | 'rule.incentive' | 'rule.what_if'
>;

export function ruleHandlers(context: Context, jobs: Jobs, threads: ReadingThreads): RuleHandlers {
  const { store, dataDir } = context;
  const told = <Done>(done: Done): Done => {
    context.changed('rules');
    return done;
  };
  return {
    'rule.list': (input) => listRules(store, input, dayOf(context.now())),
    'rule.add': (rule) => told(store.durably(() => addRule(store, rule, deedOf(context)))),
    'rule.end': (input) => told(endRule(store, input, deedOf(context))),
    'rule.check': (input) => told(checkRule(store, input, deedOf(context))),
    'rule.withdraw': (input) => told(withdrawRule(store, input, deedOf(context))),
    'rule.incentive': (input) => threads.ask('figures', 'rule.incentive', input),
    'rule.what_if': (input) => {
      const { job_id } = jobs.start('what_if', ({ signal, progress }) =>
        startReportWork(
          { kind: 'what_if', dataDir, ...input },
          { signal, onProgress: ({ done, total, step }) => progress(done, total, step) },
        ),
      );
      return { job_id };
    },
  };
}
