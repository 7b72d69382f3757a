import type { ListingSplit, SplitOutcome } from '../../../shared/contract/listing.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import { SPLIT_PAYER } from '../../../shared/status.ts';
import type { Context } from '../context.ts';
import { readProductSplit, setProductSplit } from '../platform/endpoints/promoters.ts';
import { platformCode } from '../platform/failure.ts';
import type { Platform } from '../platform/platform.ts';
import { deedOf } from '../rule/deed.ts';
import { setSplitFromToday } from '../rule/from-today.ts';
import { audit } from '../store/audit.ts';
import { sql } from '../store/sql.ts';

/** A promoter's wanted share (ppm) of the service fee of one product. */
export interface Wish {
  promoter_appid: string;
  product_id: string;
  ratio_ppm: number;
}

type Kind = 'platform' | 'local' | 'unknown';

/** Wishes as they were noted, still to be carried out where the platform pays. */
export type Plan = readonly (Wish & { kind: Kind })[];

/**
 * Notes wished shares before anything is asked of the platform: what the institution pays itself is then in force as
 * a rule of ours, the rest waits ('pending'). Call it inside a transaction; then `carryOut`.
 */
export function planSplits(context: Context, wishes: readonly Wish[]): Plan {
  // Two plans of one product share its splits, so a promoter may be named twice for it.
  const distinct = new Map(wishes.map((wish) => [`${wish.promoter_appid} ${wish.product_id}`, wish]));
  return [...distinct.values()].map((wish) => {
    const kind = payerKind(context, wish.promoter_appid);
    if (kind === 'local') setSplitFromToday(context.store, wish, wish.ratio_ppm, deedOf(context));
    if (kind !== 'unknown') writeSplit(context, wish, kind === 'local' ? 'local' : 'pending', null);
    return { ...wish, kind };
  });
}

/**
 * Sets the waiting shares at the platform and reads each back. What the platform refuses for one promoter and
 * product is noted there and the others go on; when it cannot be reached at all, the rest stays waiting.
 */
export async function carryOut(context: Context, plan: Plan): Promise<SplitOutcome[]> {
  const outcomes = new Map<Wish, string | null>();
  for (const wish of plan)
    if (wish.kind !== 'platform') outcomes.set(wish, wish.kind === 'local' ? null : 'promoter.unknown');
  const waiting = plan.filter((wish) => wish.kind === 'platform');
  if (waiting.length > 0) {
    await eachAtPlatform(context, waiting, (wish, code) => {
      outcomes.set(wish, code);
    });
    context.store.durably(() =>
      audit(context.store, {
        at: context.now(),
        staff: context.staff(),
        action: 'listing.splits_set',
        detail: {
          splits: waiting.map(({ kind: _, ...wish }, index) => ({
            ...wish,
            error_code: outcomes.get(waiting[index]!) ?? null,
          })),
        },
      }),
    );
  }
  return plan.map((wish) => {
    const code = outcomes.get(wish) ?? null;
    return { promoter_appid: wish.promoter_appid, product_id: wish.product_id, ok: code === null, error_code: code };
  });
}

async function eachAtPlatform(
  context: Context,
  wishes: readonly Wish[],
  done: (wish: Wish, code: string | null) => void,
): Promise<void> {
  let next = 0;
  let gone: DeskError | null = null;
  const work = async (platform: Platform) => {
    for (let wish = wishes[next++]; wish; wish = wishes[next++]) {
      const failure: DeskError | null = gone ?? (await failureOf(setAndCheck(platform, wish)));
      if (failure && !concernsOnlyThis(failure)) gone = failure;
      context.store.transaction(() => {
        if (!failure) writeSplit(context, wish, 'platform', null);
        else writeSplit(context, wish, concernsOnlyThis(failure) ? 'failed' : 'pending', failure.code);
      });
      done(wish, failure?.code ?? null);
    }
  };
  let platform: Platform;
  try {
    platform = context.platform();
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    for (const wish of wishes) done(wish, error.code);
    return;
  }
  await Promise.all(Array.from({ length: Math.min(platform.concurrency, wishes.length) }, () => work(platform)));
}

async function setAndCheck(platform: Platform, wish: Wish): Promise<void> {
  await setProductSplit(platform, wish.promoter_appid, wish.product_id, wish.ratio_ppm);
  const found = await readProductSplit(platform, wish.promoter_appid, wish.product_id);
  if (found !== wish.ratio_ppm) throw new DeskError('listing.split_unverified', { ...wish, found });
}

/**
 * Whether a failure is about this promoter or product alone, and the others may go on. Codes of the platform's business
 * modules have eight digits; -1 is also its answer to a parameter it dislikes.
 */
export function concernsOnlyThis(failure: DeskError): boolean {
  const code = platformCode(failure);
  return failure.code === 'listing.split_unverified' || code === -1 || (code !== null && code >= 10_000_000);
}

async function failureOf(work: Promise<void>): Promise<DeskError | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (error instanceof DeskError) return error;
    throw error;
  }
}

/** Who carries a promoter's split out: the platform, our own rules, or nobody we know. */
export function payerKind(context: Context, promoterAppid: string): Kind {
  const promoter = context.store.get<{ payer: number | null }>(
    sql`select payer from promoter where promoter_appid = ${promoterAppid}`,
  );
  if (!promoter) return 'unknown';
  return promoter.payer === SPLIT_PAYER.institution ? 'local' : 'platform';
}

/** Notes how a promoter's split on a product stands. Call it in the transaction of the deed. */
export function writeSplit(context: Context, wish: Wish, state: ListingSplit['state'], errorCode: string | null): void {
  context.store.run(sql`insert into product_split (promoter_appid, product_id, ratio_ppm, state, error_code, set_at, set_by)
    values (${wish.promoter_appid}, ${wish.product_id}, ${wish.ratio_ppm}, ${state}, ${errorCode}, ${context.now()}, ${context.staff()})
    on conflict (promoter_appid, product_id) do update set ratio_ppm = excluded.ratio_ppm, state = excluded.state,
      error_code = excluded.error_code, set_at = excluded.set_at, set_by = excluded.set_by`);
}
