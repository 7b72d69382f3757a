import type { HuntAnswer } from '../../../shared/contract/hunt.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import type { Context } from '../context.ts';
import { readKeysOfOrder } from '../platform/endpoints/order-by-number.ts';
import { failsThisKeyOnly, mayFailThisKeyOnly } from '../sync/detail-failure.ts';
import { orderNumber } from '../table-file/order-number.ts';
import { answersFromBooks, type WantedChannel } from './answer.ts';
import { refreshClues } from './clues.ts';
import { readKeys } from './read-key.ts';
import type { HuntItem } from './read-text.ts';

/** Asks the platform for an order by its number and records what it gives. False when it knows no such order. */
async function askPlatform(context: Context, orderId: string, signal?: AbortSignal): Promise<boolean> {
  const keys = await readKeysOfOrder(context.platform(), orderId, signal);
  if (keys.length > 0) await readKeys(context, keys, signal);
  return keys.length > 0;
}

/** Brings the clue orders up to date, once for however many orders; the code of what kept it from that, or null. */
export type Clues = () => Promise<string | null>;

export function cluesOnce(context: Context, signal?: AbortSignal): Clues {
  let refreshed: Promise<string | null> | null = null;
  return () => {
    refreshed ??= refreshClues(context, signal);
    return refreshed;
  };
}

/** The answer after asking the platform; only for an order it does not know the clues are read. Throws what its calls throw. */
export async function lookUp(
  context: Context,
  item: HuntItem,
  orderId: string,
  channel: WantedChannel,
  clues: Clues,
  signal?: AbortSignal,
): Promise<HuntAnswer> {
  const found = await askPlatform(context, orderId, signal);
  // Where the clues could not be read, "not visible" may still be a shop's own goods; the code says so.
  const cluesFailed = found ? null : await clues();
  const [answer] = answersFromBooks(context.store, [item], channel);
  const known = { ...answer!, looked_up: true };
  if (found || !UNKNOWN.has(known.verdict)) return known;
  return { ...known, verdict: 'not_visible', hour_at: null, candidates: [], error_code: cluesFailed };
}

/** Verdicts of books that never saw the order: the platform's no is the better answer. */
const UNKNOWN: ReadonlySet<HuntAnswer['verdict']> = new Set(['not_in_books', 'not_yet_read', 'damaged']);

/** One order, asked for now, also when it is in the books. What keeps the platform from answering is in `error_code`. */
export async function lookUpNow(context: Context, given: string): Promise<HuntAnswer> {
  const item: HuntItem = { given, at: null };
  const [before] = answersFromBooks(context.store, [item], null);
  const number = orderNumber(given);
  if (number.kind !== 'whole') return before!;
  try {
    return await lookUp(context, item, number.order_id, null, cluesOnce(context));
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    return unanswered(before!, error.code);
  } finally {
    context.changed('orders', 'settlement', 'sync');
  }
}

/** What the books know stands; only where they know nothing the answer is that nobody could be asked. */
export function unanswered(answer: HuntAnswer, code: string): HuntAnswer {
  if (answer.rows.length > 0) return answer;
  return { ...answer, verdict: 'unanswered', error_code: code };
}

/** Whether the failure speaks of this one call, so that the next order may be asked for all the same. */
export function failsThisOrderOnly(error: unknown): boolean {
  return failsThisKeyOnly(error) || mayFailThisKeyOnly(error);
}
