import { setImmediate as turn } from 'node:timers/promises';
import type { HuntAnswer } from '../../../shared/contract/hunt.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import type { RouteParsed } from '../../../shared/contract/routes.ts';
import type { Context } from '../context.ts';
import type { JobHandle, Jobs } from '../job.ts';
import { MANY_IN_A_ROW } from '../sync/detail-failure.ts';
import { inParallel } from '../sync/in-parallel.ts';
import { answersFromBooks, CHUNK } from './answer.ts';
import { cluesOnce, failsThisOrderOnly, lookUp, unanswered } from './look-up.ts';
import type { HuntItem } from './read-text.ts';

type Hunt = RouteParsed<'hunt.start'>;

/** The hunt as a job; its result is HuntAnswer[], one an item, in their order. */
export function startHunt(context: Context, jobs: Jobs, hunt: Hunt): { job_id: string } {
  const { job_id } = jobs.start('hunt', (handle) => runHunt(context, hunt, handle));
  return { job_id };
}

async function runHunt(context: Context, hunt: Hunt, handle: JobHandle): Promise<HuntAnswer[]> {
  const answers: HuntAnswer[] = [];
  for (let start = 0; start < hunt.items.length; start += CHUNK) {
    handle.signal.throwIfAborted();
    answers.push(...answersFromBooks(context.store, hunt.items.slice(start, start + CHUNK), hunt.channel));
    handle.progress(answers.length, hunt.items.length, 'books');
    // Others get their turn: the books answer thousands without ever waiting.
    await turn();
  }
  if (hunt.look_up) await askForMissing(context, hunt, answers, handle);
  return answers;
}

/** Asks the platform for every order the books do not have, and puts its answers in place. */
async function askForMissing(context: Context, hunt: Hunt, answers: HuntAnswer[], handle: JobHandle): Promise<void> {
  const missing = answers.flatMap((answer, index) =>
    answer.rows.length === 0 && answer.verdict !== 'damaged' ? [index] : [],
  );
  if (missing.length === 0) return;
  handle.progress(0, missing.length, 'platform');
  const clues = cluesOnce(context, handle.signal);
  let asked = 0;
  let failuresInARow = 0;
  // What fails for the whole account or network fails for every further order too.
  let stopped: string | null = null;
  try {
    await inParallel(missing, concurrencyOf(context), async (index) => {
      if (stopped === null) {
        try {
          answers[index] = await ask(answers[index]!, hunt.items[index]!);
          failuresInARow = 0;
        } catch (error) {
          if (!(error instanceof DeskError) || handle.signal.aborted) throw error;
          failuresInARow += 1;
          if (!failsThisOrderOnly(error) || failuresInARow >= MANY_IN_A_ROW) stopped = error.code;
          answers[index] = unanswered(answers[index]!, error.code);
        }
      } else answers[index] = unanswered(answers[index]!, stopped);
      asked += 1;
      handle.progress(asked, missing.length, 'platform');
    });
  } finally {
    context.changed('orders', 'settlement', 'sync');
  }

  function ask(answer: HuntAnswer, item: HuntItem): Promise<HuntAnswer> {
    return lookUp(context, item, answer.order_id, hunt.channel, clues, handle.signal);
  }
}

/** Without credentials nobody is asked; each order then says so. */
function concurrencyOf(context: Context): number {
  return context.connected ? context.platform().concurrency : 1;
}
