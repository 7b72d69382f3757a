import { setImmediate as turn } from 'node:timers/promises';
import type { ReviewRules, RULE_REASONS } from '../../../shared/contract/review.ts';
import { COMMISSION_STATUS } from '../../../shared/status.ts';
import { DAY_SECONDS } from '../../../shared/time.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { buyerBursts } from './buyer-bursts.ts';
import { rateJumps } from './rate-jumps.ts';

export type RuleReason = (typeof RULE_REASONS)[number];

/** Rows by their `id` in commission_order, each with the first rule that holds it. */
export type Flagged = Map<number, RuleReason>;

export interface Span {
  from: number;
  to: number;
}

interface Looked {
  id: number;
  stands_since: number;
  created_at: number | null;
  promoter_appid: string | null;
  product_id: string | null;
  difference_fen: number | null;
  refunded: 0 | 1;
  commission_status: number | null;
  self_purchase: 0 | 1;
}

/** So many rows at a time: a page is read in a few milliseconds, and everybody else has a turn in between. */
const PAGE = 1000;

/**
 * The rows the rules hold, of those that stand as they do since `since` (platform time), or of all (null). A burst
 * of one buyer also names the earlier rows it is made of. Throws when the signal was aborted.
 */
export async function flaggedRows(
  reader: StoreReader,
  rules: ReviewRules,
  since: number | null,
  signal?: AbortSignal,
): Promise<Flagged> {
  const flagged: Flagged = new Map();
  const promoters = new Map<string, Span>();
  const products = new Map<string, Span>();
  const pause = async () => {
    await turn();
    signal?.throwIfAborted();
  };
  for await (const row of changedRows(reader, since, pause)) {
    const reason = ownReason(row, rules);
    if (reason) flagged.set(row.id, reason);
    if (row.created_at === null) continue;
    if (rules.self_purchase && row.promoter_appid) widen(promoters, row.promoter_appid, row.created_at);
    if (rules.rate_jump_ppm !== null && row.product_id) widen(products, row.product_id, row.created_at);
  }
  const add = (reason: RuleReason) => (id: number) => flagged.has(id) || flagged.set(id, reason);
  if (rules.self_purchase) {
    const { orders, days } = rules.self_purchase;
    for (const [promoter, span] of promoters) {
      buyerBursts(reader, promoter, span, { orders, seconds: days * DAY_SECONDS }).forEach(add('rule_self_purchase'));
      await pause();
    }
  }
  if (rules.rate_jump_ppm !== null)
    for (const [product, span] of products) {
      rateJumps(reader, product, span, since ?? 0, rules.rate_jump_ppm).forEach(add('rule_rate_jump'));
      await pause();
    }
  return flagged;
}

async function* changedRows(reader: StoreReader, since: number | null, pause: () => Promise<void>) {
  let last = { stands_since: since ?? 0, id: since === null ? 0 : -1 };
  for (;;) {
    const place =
      since === null
        ? sql`where id > ${last.id} order by id`
        : sql`where (stands_since, id) > (${last.stands_since}, ${last.id}) order by stands_since, id`;
    const rows = reader.all<Looked>(sql`select id, stands_since, created_at, promoter_appid, product_id,
      difference_fen, refunded, commission_status, self_purchase from commission_order ${place} limit ${PAGE}`);
    yield* rows;
    const end = rows.at(-1);
    if (!end || rows.length < PAGE) return;
    last = end;
    await pause();
  }
}

function ownReason(row: Looked, rules: ReviewRules): RuleReason | null {
  if (rules.difference_fen !== null && Math.abs(row.difference_fen ?? 0) >= rules.difference_fen)
    return 'rule_difference';
  const ended =
    row.commission_status === COMMISSION_STATUS.settled || row.commission_status === COMMISSION_STATUS.cancelled;
  if (rules.refund_open && row.refunded === 1 && !ended) return 'rule_refund_open';
  return rules.self_purchase && row.self_purchase === 1 ? 'rule_self_purchase' : null;
}

function widen(spans: Map<string, Span>, key: string, at: number): void {
  const span = spans.get(key);
  if (!span) spans.set(key, { from: at, to: at });
  else {
    span.from = Math.min(span.from, at);
    span.to = Math.max(span.to, at);
  }
}
