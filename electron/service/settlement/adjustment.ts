import type { AdjustmentReason } from '../../../shared/contract/settlement.ts';
import { COMMISSION_STATUS, ORDER_STATUS, SPLIT_PAYER } from '../../../shared/status.ts';
import type { Period, Unix } from '../../../shared/time.ts';
import { type SettlementContext, type SettlementLine, type SettlementRow, settlementLine } from './line.ts';

/** Amounts of a line that are corrected; what is absent counts as 0. */
export const CORRECTED = [
  'actual_payment_fen',
  'service_total_fen',
  'platform_amount_fen',
  'service_amount_fen',
  'agency_amount_fen',
  'sub_agency_amount_fen',
  'promoter_platform_fen',
  'promoter_owed_fen',
  'net_fen',
] as const satisfies readonly (keyof SettlementLine)[];

/** How a row stands now, with what decides whether its promoter keeps his share. */
export interface StandingRow extends SettlementRow {
  refunded: number;
  refunded_at: Unix | null;
  /** Staff's last decision on the row; null when nobody decided. */
  decided_at: Unix | null;
}

export interface BookedRow {
  /** The closed month the row belongs to. */
  home: Period;
  /** Lines of the closings that count, oldest first; none when the row came late. */
  booked: readonly SettlementLine[];
}

/**
 * The lines that bring what was booked of a row to how it stands now: one, or two when it changed hands (promoter,
 * shop, channel or payer), or none. Pure: the closed lines are not touched, and the rule of the first one holds.
 */
export function adjustmentsOf(row: StandingRow, { home, booked }: BookedRow, context: SettlementContext) {
  const present = presentLine(row, booked[0] ?? null, context);
  const parties = new Map<string, Party>();
  for (const line of booked) {
    const party = partyOf(line);
    const found = parties.get(party);
    parties.set(party, { line, booked: plus(found?.booked ?? NOTHING, line, 1), present: NOTHING });
  }
  const own = partyOf(present);
  parties.set(own, { line: present, booked: parties.get(own)?.booked ?? NOTHING, present: plus(NOTHING, present, 1) });
  const lines: SettlementLine[] = [];
  for (const { line, booked: before, present: now } of parties.values()) {
    const amounts = difference(now, before);
    if (amounts === null) continue;
    const reason = reasonOf(row, amounts, booked);
    lines.push({ ...line, ...amounts, kind: 'adjustment', adjusts_period: home, adjustment_reason: reason });
  }
  return lines;
}

interface Party {
  line: SettlementLine;
  booked: Amounts;
  present: Amounts;
}
type Amounts = Readonly<Record<(typeof CORRECTED)[number], number>>;

const NOTHING: Amounts = Object.fromEntries(CORRECTED.map((key) => [key, 0])) as Amounts;

function plus(amounts: Amounts, line: SettlementLine, sign: 1 | -1): Amounts {
  return Object.fromEntries(CORRECTED.map((key) => [key, amounts[key] + sign * (line[key] ?? 0)])) as Amounts;
}

/** Null when nothing has changed. */
function difference(now: Amounts, before: Amounts): Amounts | null {
  const amounts = Object.fromEntries(CORRECTED.map((key) => [key, now[key] - before[key]])) as Amounts;
  return CORRECTED.some((key) => amounts[key] !== 0) ? amounts : null;
}

function partyOf(line: SettlementLine): string {
  return JSON.stringify([line.promoter_appid, line.shop_appid, line.channel, line.promoter_payer]);
}

/** As the row would be booked now: nothing at all once it is settled no longer. */
function presentLine(row: StandingRow, first: SettlementLine | null, context: SettlementContext): SettlementLine {
  const line = settlementLine(row, context, first);
  if (row.commission_status !== COMMISSION_STATUS.settled) return { ...line, ...NOTHING };
  if (first === null || !refundedSince(row, first)) return line;
  if (line.promoter_payer !== SPLIT_PAYER.institution || !line.promoter_owed_fen) return line;
  return {
    ...line,
    promoter_owed_fen: 0,
    net_fen: (line.net_fen ?? 0) + line.promoter_owed_fen,
    withheld: 'refunded',
  };
}

/**
 * The order was refunded as a whole after its line was closed, while the platform lets the fee stand: what it will do
 * about it is not documented, so its amounts are taken as they are, and the promoter's share is claimed back unless
 * staff approved the row knowing of the refund.
 */
function refundedSince(row: StandingRow, first: SettlementLine): boolean {
  if (row.order_status !== ORDER_STATUS.refunded || first.order_status === ORDER_STATUS.refunded) return false;
  const knowing = row.decided_at !== null && row.refunded_at !== null && row.decided_at >= row.refunded_at;
  return !(row.review_state === 'approved' && knowing);
}

function reasonOf(row: StandingRow, amounts: Amounts, booked: readonly SettlementLine[]): AdjustmentReason {
  if (booked.length === 0) return 'late';
  const lower = amounts.service_amount_fen < 0 || amounts.promoter_owed_fen < 0;
  if (lower && row.refunded === 1) return 'refund';
  if (!lower && booked.some(({ kind, adjustment_reason }) => kind === 'adjustment' && adjustment_reason !== 'late'))
    return 'restored';
  return 'changed';
}
