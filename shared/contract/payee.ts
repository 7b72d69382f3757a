import { z } from 'zod';
import type { Fen } from '../money.ts';
import type { Unix } from '../time.ts';
import { id, type Page, pageInput, period, search } from './paging.ts';
import { route } from './route.ts';

export const PAYOUT_CHANNELS = ['bank', 'wechat', 'flexible_work'] as const;
export type PayoutChannel = (typeof PAYOUT_CHANNELS)[number];

/** `promoter:<appid>` for a promoter nobody put anywhere, else an id of ours. */
const payeeId = z.string().min(1).max(100);

export interface PayeeRow {
  payee_id: string;
  name: string;
  promoters: { promoter_appid: string; name: string; from_period: string | null }[];
  accounts: { channel: PayoutChannel; hint: string }[];
  minimum_payout_fen: Fen | null;
  /** Owed by closed months, less what was paid and written off. Negative: the payee owes the institution. */
  balance_fen: Fen;
  note: string;
}

/** One line of a payee's ledger, oldest first. */
export interface LedgerEntry {
  period: string;
  kind: 'sales' | 'clawback' | 'correction' | 'payout' | 'write_off';
  /** Payouts negative. */
  amount_fen: Fen;
  balance_fen: Fen;
  rows: number | null;
  at: Unix | null;
  by: string | null;
  note: string;
}

export interface PayeeLedger {
  payee: PayeeRow;
  entries: LedgerEntry[];
}

/** What a payee gets for a period: the statement's figures. */
export interface PayeeBalance {
  payee_id: string;
  name: string;
  promoters: number;
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
}

/** Corrections of closed months that are negative, by the age of the refund. */
export interface ClawbackAges {
  period: string;
  rows: number;
  amount_fen: Fen;
  /** Negative balances of payees, by months since they turned negative. */
  ages: { from_days: number; to_days: number | null; payees: number; amount_fen: Fen }[];
  written_off_fen: Fen;
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

export interface PayoutItem {
  payee_id: string;
  name: string;
  amount_fen: Fen;
  state: 'waiting' | 'paid' | 'partly_paid' | 'failed';
  paid_fen: Fen;
  paid_at: Unix | null;
  reference: string;
  failure: string;
  retry_of: number | null;
  hint: string;
}
export interface PayoutBatch {
  batch_id: number;
  period: string;
  channel: PayoutChannel;
  state: 'draft' | 'approved' | 'paid' | 'partly_paid' | 'failed' | 'cancelled';
  made_at: Unix;
  made_by: string;
  approved_at: Unix | null;
  approved_by: string | null;
  cancelled_reason: string | null;
  items: PayoutItem[];
  amount_fen: Fen;
  paid_fen: Fen;
}
export interface PayoutImport {
  read: number;
  matched: number;
  /** Rows of the file that fit no waiting payment, with the reason. */
  refused: { row: number; reason: string; value: string }[];
  batch: PayoutBatch;
}

export const payeeRoutes = {
  'payee.list': route<Page<PayeeRow>>()(z.object({ search: search.optional(), ...pageInput })),
  'payee.ledger': route<PayeeLedger>()(z.object({ payee_id: payeeId })),
  /** Payees of a closed period with what they get; throws `period.open` while it is not closed. */
  'payee.balances': route<{ rows: PayeeBalance[]; total: PayeeBalance }>()(z.object({ period })),
  'payee.save': route<PayeeRow>()(
    z.object({
      payee_id: payeeId.optional(),
      name: z.string().trim().min(1).max(100),
      note: z.string().trim().max(500).default(''),
      minimum_payout_fen: z.number().int().min(0).nullable().default(null),
    }),
  ),
  /** Gives promoters' shares to a payee from a month on; null gives each back to himself. Throws `payee.period_closed`. */
  'payee.assign': route<PayeeRow[]>()(
    z.object({ promoter_appids: z.array(id).min(1).max(1000), payee_id: payeeId.nullable(), from_period: period }),
  ),
  'payee.set_alias': route<{ aliases: string[] }>()(
    z.object({ promoter_appid: id, alias: z.string().trim().min(1).max(100), remove: z.boolean().default(false) }),
  ),
  'payee.set_account': route<PayeeRow>()(z.object({ payee_id: payeeId, account })),
  'payee.remove_account': route<PayeeRow>()(z.object({ payee_id: payeeId, channel: z.enum(PAYOUT_CHANNELS) })),
  /** Opens the sealed account for somebody who must see it; written to the audit log. Throws `payee.sealed`. */
  'payee.account': route<PayoutAccount>()(z.object({ payee_id: payeeId, channel: z.enum(PAYOUT_CHANNELS) })),
  'payee.minimum': route<{ minimum_payout_fen: Fen }>()(
    z.object({ minimum_payout_fen: z.number().int().min(0).optional() }),
  ),
  'payee.write_off': route<PayeeLedger>()(
    z.object({
      payee_id: payeeId,
      period,
      amount_fen: z.number().int().min(1),
      reason: z.string().trim().min(1).max(500),
    }),
  ),
  'clawback.ages': route<ClawbackAges>()(z.object({ period })),

  'payout.list': route<PayoutBatch[]>()(z.object({ period: period.optional() })),
  /** A draft of everything payable of a closed period with an account of the channel. Throws `payout.nothing_payable`, `period.open`. */
  'payout.draft': route<PayoutBatch>()(
    z.object({ period, channel: z.enum(PAYOUT_CHANNELS), payee_ids: z.array(payeeId).max(5000).optional() }),
  ),
  /** By another person than the one who drafted it: `payout.second_person`. */
  'payout.approve': route<PayoutBatch>()(z.object({ batch_id: z.number().int() })),
  'payout.cancel': route<PayoutBatch>()(
    z.object({ batch_id: z.number().int(), reason: z.string().trim().min(1).max(500) }),
  ),
  /** The approved batch as a file for the bank or platform (csv with BOM or xlsx). */
  'payout.export': route<{ file: string; rows: number }>()(
    z.object({ batch_id: z.number().int(), file: z.string().min(1).max(4000) }),
  ),
  'payout.record': route<PayoutBatch>()(
    z.object({
      batch_id: z.number().int(),
      payee_id: payeeId,
      paid_fen: z.number().int().min(0),
      reference: z.string().trim().max(100).default(''),
      failure: z.string().trim().max(200).default(''),
    }),
  ),
  /** The result file of bank or platform; rows are matched by reference, account and amount. */
  'payout.import': route<PayoutImport>()(
    z.object({ batch_id: z.number().int(), name: z.string().min(1).max(255), bytes: z.instanceof(Uint8Array) }),
  ),
  /** A new draft of what failed or was paid in part only. */
  'payout.retry': route<PayoutBatch>()(z.object({ batch_id: z.number().int() })),
};
