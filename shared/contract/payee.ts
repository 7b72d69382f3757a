import { z } from 'zod';
import type { Fen } from '../money.ts';
import type { Unix } from '../time.ts';
import { id, type Page, pageInput, period, search } from './paging.ts';
import { route } from './route.ts';

export const PAYOUT_CHANNELS = ['bank', 'wechat', 'flexible_work'] as const;
export type PayoutChannel = (typeof PAYOUT_CHANNELS)[number];

/** `promoter:<appid>` for a promoter nobody put anywhere, else an id of ours. */
export const payeeId = z.string().min(1).max(100);

export interface PayeeRow {
  payee_id: string;
  /** '' where neither staff nor the platform gave a name: show the id. */
  name: string;
  /** Whose shares go, or from a later month on will go, to the payee; `from_period` null: always. */
  promoters: { promoter_appid: string; name: string; from_period: string | null }[];
  accounts: { channel: PayoutChannel; hint: string }[];
  /** The payee's own minimum; null: the institution's. */
  minimum_payout_fen: Fen | null;
  /** Owed by closed months, less what was paid, plus what was written off. Negative: the payee owes the institution. */
  balance_fen: Fen;
  note: string;
}

/** One entry of a payee's ledger, by month. */
export interface LedgerEntry {
  period: string;
  kind: 'sales' | 'clawback' | 'correction' | 'payout' | 'write_off';
  /** Payouts and clawbacks negative. */
  amount_fen: Fen;
  balance_fen: Fen;
  /** Lines of the closing; null for what is not made of lines. */
  rows: number | null;
  at: Unix | null;
  by: string | null;
  note: string;
  batch_id: number | null;
}

export interface PayeeLedger {
  payee: PayeeRow;
  entries: LedgerEntry[];
}

/** What a payee gets for a period: the statement's figures. Opening, sales, adjustments and write-offs less paid is closing. */
export interface PayeeBalance {
  payee_id: string;
  name: string;
  promoters: number;
  /** Lines of the period, whoever pays their promoter. */
  rows: number;
  /** Carried over from the months before. */
  opening_fen: Fen;
  sales_fen: Fen;
  /** Lines that correct closed months: refunds negative. */
  adjustments_fen: Fen;
  write_offs_fen: Fen;
  paid_fen: Fen;
  closing_fen: Fen;
  /** What can be paid now; 0 when below the minimum or negative. */
  payable_fen: Fen;
  carried: 'minimum' | 'negative' | null;
  /** Of `payable_fen`, what stands in payout batches without a result. */
  in_payout_fen: Fen;
  /** Paid by the platform itself for lines of the period: shown, in no balance. */
  platform_fen: Fen;
}

/** What closed months take back of shares, and what payees still owe of it. */
export interface ClawbackAges {
  period: string;
  /** Negative corrections booked in the period. */
  rows: number;
  amount_fen: Fen;
  /** The same by the month whose sale was refunded, newest first. */
  by_month: { adjusts_period: string; rows: number; amount_fen: Fen }[];
  /** Negative balances at the period's end by the days since the end of the month in which they turned negative. */
  ages: { from_days: number; to_days: number | null; payees: number; amount_fen: Fen }[];
  written_off_fen: Fen;
}

/** Who a promoter is: an id of the platform, and everything he was called. */
export interface PromoterIdentity {
  promoter_appid: string;
  names: { name: string; first_seen_at: Unix | null; source: 'directory' | 'orders' }[];
  aliases: { alias: string; set_at: Unix; set_by: string }[];
  /** Other promoters who have, or had, one of these names. */
  namesakes: { promoter_appid: string; name: string }[];
  /** Where his shares go, newest month first; before the first one to himself. */
  payees: { from_period: string; payee_id: string; name: string; set_at: Unix; set_by: string }[];
}

export interface PayoutAccount {
  channel: PayoutChannel;
  account_name: string;
  account_no: string;
  bank: string;
  note: string;
}
const account = z.object({
  channel: z.enum(PAYOUT_CHANNELS),
  account_name: z.string().trim().min(1).max(100),
  account_no: z.string().trim().min(1).max(64),
  bank: z.string().trim().max(100).default(''),
  note: z.string().trim().max(200).default(''),
});

export const payeeRoutes = {
  /** Largest balance first. `made`: only those staff made, to whom promoters can be given. */
  'payee.list': route<Page<PayeeRow>>()(
    z.object({ search: search.optional(), made: z.boolean().default(false), ...pageInput }),
  ),
  /** Throws `payee.unknown`. */
  'payee.ledger': route<PayeeLedger>()(z.object({ payee_id: payeeId })),
  /** Payees of a closed period with what they get; `total` is of all, whatever was searched. Throws `period.open`. */
  'payee.balances': route<{ rows: PayeeBalance[]; total: PayeeBalance }>()(
    z.object({ period, search: search.optional() }),
  ),
  'payee.identity': route<PromoterIdentity>()(z.object({ promoter_appid: id })),
  /** Without an id a new payee. Throws `payee.unknown`. */
  'payee.save': route<PayeeRow>()(
    z.object({
      payee_id: payeeId.optional(),
      name: z.string().trim().min(1).max(100),
      note: z.string().trim().max(500).default(''),
      minimum_payout_fen: z.number().int().min(0).nullable().default(null),
    }),
  ),
  /**
   * Gives promoters' shares to a payee from a month on; null gives each back to himself. Throws `payee.period_closed`,
   * `payee.unknown`, `promoter.unknown`.
   */
  'payee.assign': route<{ changed: number }>()(
    z.object({ promoter_appids: z.array(id).min(1).max(1000), payee_id: payeeId.nullable(), from_period: period }),
  ),
  'payee.set_alias': route<{ aliases: string[] }>()(
    z.object({ promoter_appid: id, alias: z.string().trim().min(1).max(100), remove: z.boolean().default(false) }),
  ),
  /** Seals the account with the key of this data folder. */
  'payee.set_account': route<PayeeRow>()(z.object({ payee_id: payeeId, account })),
  'payee.remove_account': route<PayeeRow>()(z.object({ payee_id: payeeId, channel: z.enum(PAYOUT_CHANNELS) })),
  /**
   * Opens the sealed account for somebody who must see it; written to the audit log. Throws `payee.sealed`,
   * `payee.no_account`, `payout.staff_missing`.
   */
  'payee.account': route<PayoutAccount>()(z.object({ payee_id: payeeId, channel: z.enum(PAYOUT_CHANNELS) })),
  /** Reads the institution's minimum, or sets it. */
  'payee.minimum': route<{ minimum_payout_fen: Fen }>()(
    z.object({ minimum_payout_fen: z.number().int().min(0).optional() }),
  ),
  /** Gives up a debt, up to all of it. Throws `write_off.more_than_debt`, `period.open`. */
  'payee.write_off': route<PayeeLedger>()(
    z.object({
      payee_id: payeeId,
      period,
      amount_fen: z.number().int().min(1),
      reason: z.string().trim().min(1).max(500),
    }),
  ),
  /** Throws `period.open`. */
  'clawback.ages': route<ClawbackAges>()(z.object({ period })),
};
