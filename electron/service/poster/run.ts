import type { PosterOutcome, PosterRun } from '../../../shared/contract/poster.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import type { RouteParsed } from '../../../shared/contract/routes.ts';
import type { Context } from '../context.ts';
import type { JobHandle, Jobs } from '../job.ts';
import { bannedWords } from './banned.ts';
import type { PosterDesk } from './desk.ts';
import { posterDraft } from './draft.ts';
import { PosterNames } from './names.ts';
import { outcomeList } from './outcome-list.ts';
import { folderTarget, type PosterTarget, zipTarget } from './target.ts';

/** Posters of one batch; more are too many files for anybody to look at. */
const MOST = 5000;
/** Out at a time: enough for two drawing threads never to wait, few enough to keep little in memory. */
const AT_ONCE = 6;
const SHOWN_FAILURES = 500;
const LIST = '海报清单.csv';

type Input = RouteParsed<'poster.run'>;

/** Starts a batch. Throws `poster.too_many`, `poster.banned_word`, `poster.window_gone`, `poster.running`. */
export function startPosters(context: Context, jobs: Jobs, desk: PosterDesk, input: Input): { job_id: string } {
  const count = input.promoters.length * input.products.length;
  if (count > MOST) throw new DeskError('poster.too_many', { count, most: MOST });
  const refused = input.benefits.flatMap(bannedWords).find(({ grade }) => grade === 'refuse');
  if (refused) throw new DeskError('poster.banned_word', { word: refused.word });
  if (!context.drawing) throw new DeskError('poster.window_gone');
  if (jobs.running('poster')) throw new DeskError('poster.running');
  const { job_id } = jobs.start('poster', (handle) => runPosters(context, desk, input, handle));
  return { job_id };
}

/** Every promoter's poster of every product. A poster that cannot be made is a line of the outcome, not the end. */
export async function runPosters(
  context: Context,
  desk: PosterDesk,
  input: Input,
  handle: JobHandle,
): Promise<PosterRun> {
  const total = input.promoters.length * input.products.length;
  const target = input.as === 'zip' ? zipTarget(input.file) : folderTarget(input.file);
  const names = new PosterNames();
  // All of one product after another: its picture is then decoded once.
  const subjects = input.products.flatMap((product) =>
    input.promoters.map((promoter_appid) => ({ product, promoter_appid })),
  );
  const outcomes: PosterOutcome[] = new Array(total);
  // What ends one piece of work ends all of it.
  const stop = new AbortController();
  const signal = AbortSignal.any([handle.signal, stop.signal]);
  let next = 0;
  let done = 0;
  context.drawing?.(true);
  try {
    handle.progress(0, total, 'posters');
    const work = async () => {
      for (let at = next++; at < total; at = next++) {
        signal.throwIfAborted();
        outcomes[at] = await makePoster({ context, desk, target, names, signal }, { ...input, ...subjects[at]! });
        done += 1;
        handle.progress(done, total, 'posters');
      }
    };
    const works = Array.from({ length: AT_ONCE }, () => work().catch((error) => stop.abort(error)));
    // All have let go of the target before it is kept or dropped.
    await Promise.all(works);
    signal.throwIfAborted();
    await target.add(LIST, outcomeList(outcomes));
    signal.throwIfAborted();
    const file = await target.keep();
    const failures = outcomes.filter(({ error_code }) => error_code !== null);
    return {
      file,
      drawn: total - failures.length,
      failed: failures.length,
      failures: failures.slice(0, SHOWN_FAILURES),
    };
  } catch (error) {
    await target.drop();
    throw error;
  } finally {
    context.drawing?.(false);
  }
}

interface Making {
  context: Context;
  desk: PosterDesk;
  target: PosterTarget;
  names: PosterNames;
  signal: AbortSignal;
}

type Wanted = Parameters<typeof posterDraft>[1];

async function makePoster({ context, desk, target, names, signal }: Making, wanted: Wanted): Promise<PosterOutcome> {
  const { product, promoter_appid } = wanted;
  const whose = { promoter_appid, promoter_name: '', product_id: product.product_id, title: '' };
  try {
    const { content, code_error, title, promoter_name } = await posterDraft(context, wanted);
    Object.assign(whose, { title: title.text, promoter_name });
    if (!content) return { ...whose, file: null, error_code: code_error?.code ?? 'poster.no_code' };
    const png = await desk.draw(content, signal);
    const file = names.file(content, product.product_id, promoter_appid);
    await target.add(file, png);
    return { ...whose, file, error_code: null };
  } catch (error) {
    if (!(error instanceof DeskError) || endsAll(error)) throw error;
    return { ...whose, file: null, error_code: error.code };
  }
}

/** What concerns the batch and not one poster. */
function endsAll({ code }: DeskError): boolean {
  return code === 'job.cancelled' || code === 'poster.window_gone' || /^(store|file)\./.test(code);
}
