import { DeskError } from '../../../shared/contract/result.ts';
import { PARTNERSHIP_STATUS } from '../../../shared/status.ts';
import type { Context } from '../context.ts';
import { READ_SHOP, readShop, UPDATE_RELATION, updateRelation } from '../platform/endpoints/shops.ts';
import { platformCode } from '../platform/failure.ts';
import type { Change, Standing } from '../staging/change.ts';
import type { Executor } from '../staging/executor.ts';
import { sql } from '../store/sql.ts';
import { endDecision, openDecision, type Wanted, waitingDecision } from './decision-log.ts';
import { recordShopCard } from './record.ts';

const DECIDED = { accept: PARTNERSHIP_STATUS.accepted, refuse: PARTNERSHIP_STATUS.refused } as const;
const NO_PERMISSION = 48001;
const BUSY = -1;
/** Codes of the platform's business modules have eight digits: they are about this shop. */
const LEAST_BUSINESS_CODE = 10_000_000;

/** Answers a shop's invitation at the platform; every asking is in the shop's log of decisions, as a single one is. */
export function decisionExecutor(decision: 'accept' | 'refuse'): Executor {
  const wantedBy = (change: Change): Wanted => ({
    shop_appid: change.shop_appid,
    decision,
    note: change.wanted.note ?? '',
  });
  /** Ends what was asked for and not yet answered, if this is so. */
  const conclude = (context: Context, change: Change, ...end: Conclusion) => {
    const wanted = wantedBy(change);
    const waiting = waitingDecision(context.store, wanted);
    if (waiting !== null) endDecision(context, wanted, waiting, ...end);
  };
  return {
    // Read before and read back.
    cost: () => [
      { endpoint: READ_SHOP, calls: 2 },
      { endpoint: UPDATE_RELATION, calls: 1 },
    ],
    obstacle(context, { shop_appid }) {
      const status = context.store.value<number>(sql`select status from shop where shop_appid = ${shop_appid}`);
      if (status === undefined) return 'partnership.unknown';
      return status === PARTNERSHIP_STATUS.invited || status === DECIDED[decision] ? null : 'partnership.not_open';
    },
    read: (context, change, signal) => readStanding(context, change, signal),
    stands: ({ partnership }) => partnership === DECIDED[decision],
    ask(context, change) {
      const wanted = wantedBy(change);
      return async (signal) => {
        // Taken up after a kill it is noted already; asked for anew it is somebody's new word.
        if (change.state !== 'asked' || waitingDecision(context.store, wanted) === null) openDecision(context, wanted);
        await updateRelation(context.platform(), change.shop_appid, decision, signal);
      };
    },
    notTaken: ({ shop_appid }, { partnership }) =>
      partnership === PARTNERSHIP_STATUS.invited
        ? new DeskError('partnership.unverified', { shop_appid })
        : new DeskError('partnership.not_open', { shop_appid, status: partnership ?? null }),
    record: (context, change) => conclude(context, change, 'verified', null),
    recordFailure(context, change, failure) {
      // It may still take effect: the next sync sees it, and ends the decision then.
      if (failure.code === 'partnership.unverified' || platformCode(failure) === BUSY) return;
      const handed = platformCode(failure) === NO_PERMISSION;
      conclude(context, change, handed ? 'console' : 'failed', failure.code);
    },
    concernsOnlyThis(failure) {
      const code = platformCode(failure);
      if (code === null) return failure.code.startsWith('partnership.');
      return code === NO_PERMISSION || code === BUSY || code >= LEAST_BUSINESS_CODE;
    },
    // The platform gives a number; the usual reason is that the invitation is no longer open.
    async explain(context, change, failure, signal) {
      if ((platformCode(failure) ?? 0) < LEAST_BUSINESS_CODE) return failure;
      const { partnership } = await readStanding(context, change, signal);
      const { shop_appid } = change;
      if (partnership == null || partnership === PARTNERSHIP_STATUS.invited) return failure;
      return new DeskError('partnership.not_open', { shop_appid, status: partnership });
    },
    // The platform knows no way back to an open invitation: the shop has to invite again.
    wayBack: () => ({ blocked: 'staging.no_way_back' }),
  };
}

type Conclusion = Parameters<typeof endDecision> extends [unknown, unknown, unknown, ...infer Rest] ? Rest : never;

async function readStanding(context: Context, { shop_appid }: Change, signal: AbortSignal): Promise<Standing> {
  const card = await readShop(context.platform(), shop_appid, signal);
  if (!card) throw new DeskError('partnership.unknown', { shop_appid });
  context.store.transaction(() => recordShopCard(context.store, card, context.now()));
  return { ratio_ppm: null, partnership: card.status };
}
