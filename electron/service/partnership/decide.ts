import { DeskError } from '../../../shared/contract/result.ts';
import type { RouteOutput, RouteParsed } from '../../../shared/contract/routes.ts';
import { PARTNERSHIP_STATUS } from '../../../shared/status.ts';
import type { Context } from '../context.ts';
import { readShop, type ShopCard, updateRelation } from '../platform/endpoints/shops.ts';
import { platformCode } from '../platform/failure.ts';
import type { Platform } from '../platform/platform.ts';
import { sql } from '../store/sql.ts';
import { endDecision, openDecision, type Wanted } from './decision-log.ts';
import { recordShopCard } from './record.ts';

type Decided = RouteOutput<'partnership.decide'>;

/** Sign-in of the institution's console; the page of open invitations lies behind it. */
const CONSOLE_URL = 'https://channels.weixin.qq.com/ec-mcn/auth/login';

const NO_PERMISSION = 48001;
const BUSY = -1;

const DECIDED_STATUS = { accept: PARTNERSHIP_STATUS.accepted, refuse: PARTNERSHIP_STATUS.refused } as const;

/**
 * Accepts or refuses an open invitation and reads the shop again to see that it took effect. Throws
 * `partnership.unknown`, `partnership.not_open`, and what the platform or the network said; a decision that was
 * asked of the platform is in the log in every case.
 */
export async function decidePartnership(context: Context, wanted: RouteParsed<'partnership.decide'>): Promise<Decided> {
  const { shop_appid } = wanted;
  if (statusOf(context, shop_appid) === null) throw new DeskError('partnership.unknown', { shop_appid });
  const platform = context.platform();
  await refreshOpen(context, platform, shop_appid);
  const decisionId = openDecision(context, wanted);
  try {
    const failure = await failureOf(() => updateRelation(platform, shop_appid, wanted.decision));
    if (platformCode(failure) === NO_PERMISSION) return handOver(context, wanted, decisionId);
    return await verify(context, platform, wanted, decisionId, failure);
  } finally {
    context.changed('partnerships', 'status');
  }
}

/** The row on screen may be old: what counts is what the platform shows now. */
async function refreshOpen(context: Context, platform: Platform, shopAppid: string): Promise<void> {
  const card = await readShop(platform, shopAppid);
  if (card) context.store.transaction(() => recordShopCard(context.store, card, context.now()));
  const status = statusOf(context, shopAppid);
  if (card && status === PARTNERSHIP_STATUS.invited) return;
  context.changed('partnerships', 'status');
  throw new DeskError('partnership.not_open', { shop_appid: shopAppid, status });
}

function handOver(context: Context, wanted: Wanted, decisionId: number): Decided {
  context.store.durably(() => endDecision(context, wanted, decisionId, 'console', `platform.${NO_PERMISSION}`));
  return { outcome: 'console', status: PARTNERSHIP_STATUS.invited, console_url: CONSOLE_URL };
}

/**
 * Reads the shop again, also after a failed request: an answer that was lost on the way may have taken effect.
 * `failure` is what the request threw, or undefined.
 */
async function verify(
  context: Context,
  platform: Platform,
  wanted: Wanted,
  decisionId: number,
  failure: unknown,
): Promise<Decided> {
  let card: ShopCard | null = null;
  const unread = await failureOf(async () => {
    card = await readShop(platform, wanted.shop_appid);
  });
  return context.store.durably((): (() => Decided) => {
    if (card) recordShopCard(context.store, card, context.now());
    const status = statusOf(context, wanted.shop_appid) ?? PARTNERSHIP_STATUS.invited;
    if (card && status === DECIDED_STATUS[wanted.decision]) {
      endDecision(context, wanted, decisionId, 'verified', null);
      return () => ({ outcome: 'verified', status, console_url: null });
    }
    const open = status === PARTNERSHIP_STATUS.invited;
    // Not decided for good: the request may have arrived although we saw no answer, or shows a little later.
    const waiting = open && (failure === undefined || (!card && !isRefusal(failure)));
    const reason =
      failure ?? (open ? unread : new DeskError('partnership.not_open', { shop_appid: wanted.shop_appid, status }));
    endDecision(context, wanted, decisionId, waiting ? 'unverified' : 'failed', codeOf(reason));
    return () => {
      if (failure !== undefined || !waiting) throw reason;
      return { outcome: 'unverified', status, console_url: null };
    };
  })();
}

/** The platform itself said no: it certainly did not do it. */
function isRefusal(failure: unknown): boolean {
  const code = platformCode(failure);
  return code !== null && code !== BUSY;
}

function codeOf(failure: unknown): string | null {
  if (failure === undefined) return null;
  return failure instanceof DeskError ? failure.code : 'service.internal';
}

/** What the work threw; undefined when it went well. */
async function failureOf(work: () => Promise<void>): Promise<unknown> {
  try {
    await work();
    return undefined;
  } catch (error) {
    return error ?? new Error('failed without a reason');
  }
}

/** Last known status; null for a shop we do not know. */
function statusOf(context: Context, shopAppid: string): number | null {
  return context.store.value<number>(sql`select status from shop where shop_appid = ${shopAppid}`) ?? null;
}
