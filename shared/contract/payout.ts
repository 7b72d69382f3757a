import { z } from 'zod';
import type { Fen } from '../money.ts';
import type { Unix } from '../time.ts';
import { period } from './paging.ts';
import { PAYOUT_CHANNELS, type PayoutChannel, payeeId } from './payee.ts';
import { route } from './route.ts';

export interface PayoutItem {
  payee_id: string;
  name: string;
  amount_fen: Fen;
  state: 'waiting' | 'paid' | 'partly_paid' | 'failed';
  paid_fen: Fen;
  paid_at: Unix | null;
  /** Number of the bank's or platform's transaction. */
  reference: string;
  failure: string;
  /** The batch whose failed payment this one tries again. */
  retry_of: number | null;
  /** The batch that tries this one again. */
  retried_by: number | null;
  /** End of the account's number. */
  hint: string;
  /** What stands in the bank's file, such as `LD12-3`: its result is found again by it. */
  remark: string;
}
export interface PayoutBatch {
  batch_id: number;
  period: string;
  channel: PayoutChannel;
  /** Approved until every payment has a result. */
  state: 'draft' | 'approved' | 'paid' | 'partly_paid' | 'failed' | 'cancelled';
  made_at: Unix;
  made_by: string;
  approved_at: Unix | null;
  approved_by: string | null;
  cancelled_at: Unix | null;
  cancelled_by: string | null;
  cancelled_reason: string | null;
  items: PayoutItem[];
  amount_fen: Fen;
  paid_fen: Fen;
  /** What `payout.retry` would take into a new draft. */
  retryable: number;
}

/** What a draft would hold, and what it leaves out. */
export interface PayoutPlan {
  payees: number;
  amount_fen: Fen;
  left_out: { payee_id: string; name: string; amount_fen: Fen; reason: 'no_account' | 'in_batch' }[];
}

/** Why a row of a result file was not taken. */
export const RESULT_REFUSALS = [
  'fits_nothing',
  'fits_several',
  'twice_in_file',
  'amount_differs',
  'amount_unreadable',
  'still_processing',
  'result_unknown',
  'has_result',
] as const;
export type ResultRefusal = (typeof RESULT_REFUSALS)[number];

export interface PayoutImport {
  read: number;
  matched: number;
  /** `row` is that of the file, `value` what tells the row apart, account numbers masked. */
  refused: { row: number; reason: ResultRefusal; value: string }[];
  batch: PayoutBatch;
}

const draft = { period, channel: z.enum(PAYOUT_CHANNELS), payee_ids: z.array(payeeId).max(5000).optional() };
const batch = { batch_id: z.number().int() };

export const payoutRoutes = {
  /** Newest first. */
  'payout.list': route<PayoutBatch[]>()(z.object({ period })),
  'payout.plan': route<PayoutPlan>()(z.object(draft)),
  /**
   * A draft of everything payable of a closed period with an account of the channel. Throws `payout.nothing_payable`,
   * `payout.staff_missing`, `period.open`.
   */
  'payout.draft': route<PayoutBatch>()(z.object(draft)),
  /**
   * By another person than the one who drafted it: `payout.second_person`, `payout.staff_missing`. Throws
   * `payout.balance_changed` and `payout.account_changed` when the draft no longer stands, `period.open`.
   */
  'payout.approve': route<PayoutBatch>()(z.object(batch)),
  /** While nothing of it has a result. Throws `payout.has_results`, `payout.cancelled`. */
  'payout.cancel': route<PayoutBatch>()(z.object({ ...batch, reason: z.string().trim().min(1).max(500) })),
  /** The approved batch as a file for the bank or platform: xlsx by its name, else csv with BOM. Throws `payee.sealed`. */
  'payout.export': route<{ file: string; rows: number }>()(z.object({ ...batch, file: z.string().min(1).max(4000) })),
  /** 0 is a failed payment. Throws `payout.not_approved`, `payout.more_than_drafted`, `payout.retried`. */
  'payout.record': route<PayoutBatch>()(
    z.object({
      ...batch,
      payee_id: payeeId,
      paid_fen: z.number().int().min(0),
      reference: z.string().trim().max(100).default(''),
      failure: z.string().trim().max(200).default(''),
    }),
  ),
  /** The result file of bank or platform. Throws `file.unreadable`, `payout.not_a_result`. */
  'payout.import': route<PayoutImport>()(
    z.object({ ...batch, name: z.string().min(1).max(255), bytes: z.instanceof(Uint8Array) }),
  ),
  /** A new draft of what failed or was paid in part only. Throws `payout.nothing_to_retry`. */
  'payout.retry': route<PayoutBatch>()(z.object(batch)),
};
