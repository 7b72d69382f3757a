import { HOUR_SECONDS, startOfDay, type Unix } from '../../../../shared/time.ts';
import { platformCode } from '../failure.ts';
import type { Platform } from '../platform.ts';
import { label, list, number, part, text, wire } from '../wire.ts';
import { moreOf } from './paged.ts';

export interface Balance {
  /** 可提现余额. */
  available_fen: number | null;
  /** 待结算余额. */
  pending_fen: number | null;
}

/** One movement of money. It never changes, so it is read once. */
export interface Flow {
  flow_id: string;
  /** 1 withdrawal, 2 profit sharing, 3 technical service fee. */
  funds_type: number | null;
  /** As it came: whether outgoing flows are negative is not documented. */
  amount_fen: number | null;
  balance_fen: number | null;
  booked_at: Unix | null;
  remark: string | null;
  /** Without SKU: several commission orders of one order share it. */
  order_id: string | null;
  withdraw_id: string | null;
}

const FUNDS = '/channels/ec/league/headsupplier/funds';
const BAD_PARAMETER = 10_024_000;

const balanceReply = wire({ available_amount: number, pending_amount: number });
const flowList = wire({ flow_ids: list(text), next_key: text });
const flowReply = wire({
  funds_flow: part({
    flow_id: text,
    funds_type: number,
    amount: number,
    balance: number,
    bookkeeping_time: text,
    remark: label,
    order_id: text,
    withdraw_id: text,
  }),
});

export async function readBalance(platform: Platform, signal?: AbortSignal): Promise<Balance> {
  const reply = await platform.call(`${FUNDS}/balance/get`, {}, signal);
  const { available_amount, pending_amount } = balanceReply.parse(reply.value);
  return { available_fen: available_amount, pending_fen: pending_amount };
}

/** The largest page is not documented; 10 is what a call without a size gets. */
const PAGE_SIZES = [50, 10] as const;

/** The page size each platform was seen to take. */
const takenSize = new WeakMap<Platform, number>();

/**
 * Ids of the flows that arose in a range, both ends in Unix seconds, a page at a time. Page and cursor go together:
 * the cursor is honoured only with the page after its own, and from 5000 rows on nothing comes without it.
 * Throws platform.10024000 where the range is too long.
 */
export async function* flowIdPages(
  platform: Platform,
  range: { start: Unix; end: Unix },
  signal?: AbortSignal,
): AsyncGenerator<string[]> {
  const body = { start_time: range.start, end_time: range.end };
  const seen = new Set<string>();
  let nextKey: string | null = null;
  for (let page = 1; ; page += 1) {
    const value = await flowPage(platform, body, page, nextKey, signal);
    const parsed = flowList.parse(value);
    const ids = parsed.flow_ids.filter((id) => id !== null && !seen.has(id)) as string[];
    for (const id of ids) seen.add(id);
    if (ids.length > 0) yield ids;
    // A page that brings nothing new is the last one also where has_more is left out or stuck.
    if (ids.length === 0 || !moreOf(value)) return;
    nextKey = parsed.next_key;
  }
}

async function flowPage(
  platform: Platform,
  body: Record<string, unknown>,
  page: number,
  nextKey: string | null,
  signal?: AbortSignal,
): Promise<Record<string, unknown>> {
  const ask = (size: number) =>
    platform.call(
      `${FUNDS}/flowlist/get`,
      { ...body, page, page_size: size, ...(nextKey ? { next_key: nextKey } : {}) },
      signal,
    );
  const taken = takenSize.get(platform);
  if (taken !== undefined) return (await ask(taken)).value;
  let refused: unknown;
  for (const size of PAGE_SIZES) {
    try {
      const reply = await ask(size);
      takenSize.set(platform, size);
      return reply.value;
    } catch (error) {
      if (platformCode(error) !== BAD_PARAMETER) throw error;
      refused ??= error;
    }
  }
  throw refused;
}

/** One flow; null when the reply holds none. Throws platform.10024008 for an id without a flow. */
export async function readFlow(
  platform: Platform,
  flowId: string,
  signal?: AbortSignal,
): Promise<{ flow: Flow; raw: string } | null> {
  const reply = await platform.call(`${FUNDS}/flowdetail/get`, { flow_id: flowId }, signal);
  const { funds_flow } = flowReply.parse(reply.value);
  if (!funds_flow) return null;
  return {
    flow: {
      flow_id: flowId,
      funds_type: funds_flow.funds_type,
      amount_fen: funds_flow.amount,
      balance_fen: funds_flow.balance,
      booked_at: bookedAt(funds_flow.bookkeeping_time),
      remark: funds_flow.remark,
      order_id: funds_flow.order_id,
      withdraw_id: funds_flow.withdraw_id,
    },
    raw: reply.text,
  };
}

/** `YYYY-MM-DD HH:MM:SS` in Beijing time, the only time of the platform that is no Unix second. */
function bookedAt(time: string | null): Unix | null {
  const match = /^(\d{4}-\d{2}-\d{2}) (\d{2}):(\d{2}):(\d{2})$/.exec(time?.trim() ?? '');
  const day = match && startOfDay(match[1]!);
  if (day === null) return null;
  return day + Number(match![2]) * HOUR_SECONDS + Number(match![3]) * 60 + Number(match![4]);
}
