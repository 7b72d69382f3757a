import { z } from 'zod';
import type { Fen } from '../money.ts';
import type { Unix } from '../time.ts';
import { type Page, pageInput, period } from './paging.ts';
import { route } from './route.ts';

/**
 * How one order stands between the books, the balance's flows and imported files. Flows name no SKU, so orders are
 * matched. `flow_missing`: settled in the books, no flow of commission; `order_missing`: a flow or a file's row, and
 * nothing settled in the books; `accepted`: a difference somebody accepted to the fen.
 */
export const FUNDS_STATES = ['matched', 'differs', 'flow_missing', 'order_missing', 'accepted'] as const;
export type FundsState = (typeof FUNDS_STATES)[number];

/** `settled`: some commission order of it is; `not_settled`: the books know it, nothing of it is settled. */
export type InBooks = 'settled' | 'not_settled' | 'absent';

export const FUNDS_ACCEPT_REASONS = ['timing', 'agreed', 'platform_error', 'small', 'other'] as const;

export interface FundsAcceptance {
  reason: (typeof FUNDS_ACCEPT_REASONS)[number];
  note: string;
  by: string;
  at: Unix;
}

export interface FundsRow {
  /** The order id; `flow:` and the flow id for a flow of commission that names no order. */
  key: string;
  order_id: string | null;
  state: FundsState;
  in_books: InBooks;
  /** Net service fee of the order's settled commission orders; null when none is settled. */
  books_fen: Fen | null;
  /** Profit sharing flows (funds_type 2) less fee flows (3); null without either. */
  flows_fen: Fen | null;
  /** The fee flows alone, positive; part of `flows_fen`. */
  fee_fen: Fen;
  /** What the newest imported file that names the order says; null when none does. */
  file_fen: Fen | null;
  /** Flows less books, a missing side counted as nothing. */
  difference_fen: Fen;
  /** File less books; null without a file. */
  file_difference_fen: Fen | null;
  /** The latest of each side. */
  settled_at: Unix | null;
  booked_at: Unix | null;
  /**
   * Full days of the missing side that were read without finding it; null when nothing is missing, or that side was
   * never read.
   */
  age_days: number | null;
  shop_appid: string | null;
  shop_name: string | null;
  flow_ids: string[];
  accepted: FundsAcceptance | null;
}

export interface Matched {
  orders: number;
  amount_fen: Fen;
}

/**
 * One month: orders by their latest settlement; flows of orders with nothing settled by their latest booking; rows of
 * files of which nothing else is known by their own time. Each order is in one month only, with all its flows.
 */
export interface FundsMatch {
  period: string;
  orders: number;
  books_fen: Fen;
  flows_fen: Fen;
  /** Null when no file names any of the orders. */
  file_fen: Fen | null;
  /** Commission orders settled in the month: what the month's settlement adds up. `books_fen` counts whole orders. */
  settled_fen: Fen;
  /** Commission flows booked in the month, whatever month their order belongs to. */
  booked_fen: Fen;
  /** All five, in their order. */
  states: { state: FundsState; orders: number; difference_fen: Fen }[];
  /** What is missing, by age; the last one has no end. */
  ages: { from_days: number; to_days: number | null; flow_missing: Matched; order_missing: Matched }[];
  /** Orders settled here that no file names, when files name others. */
  not_in_file: Matched;
  /** Orders whose file says another amount than the books. */
  file_differs: Matched;
  /** Flows of other kinds booked in the month: withdrawals, unknown types; as they came, without a sign of ours. */
  other_flows: { funds_type: number | null; flows: number; amount_fen: Fen }[];
  /** Flows of which only the id is known, or no amount; of no month. */
  unread_flows: number;
  balance: { available_fen: Fen | null; pending_fen: Fen | null; seen_at: Unix } | null;
  /** The stretch of booking time that was read; null before the first time. */
  flows_read: { from: Unix; to: Unix } | null;
  orders_known_as_of: Unix | null;
}

/** Everything there is of one key: what its three figures are made of. */
export interface FundsOrder {
  key: string;
  commission_orders: {
    sku_id: string;
    product_title: string | null;
    commission_status: number | null;
    service_amount_fen: Fen | null;
    platform_amount_fen: Fen | null;
    settled_at: Unix | null;
  }[];
  /** In the order of booking, all kinds. `counted`: commission or fee. */
  flows: {
    flow_id: string;
    funds_type: number | null;
    amount_fen: Fen | null;
    booked_at: Unix | null;
    remark: string | null;
    counted: boolean;
  }[];
  /** Rows of files that are not withdrawn, the newest file first. `counted`: part of `file_fen`. */
  file_rows: {
    import_id: number;
    name: string;
    row: number;
    amount_fen: Fen | null;
    counted: boolean;
    cells: { heading: string; text: string }[];
  }[];
  /** Newest first, withdrawn ones too. */
  acceptances: (FundsAcceptance & {
    of: 'flows' | 'file';
    difference_fen: Fen;
    withdrawn: { at: Unix; by: string } | null;
  })[];
}

/** A flow as the platform gave it. */
export interface FundsFlow {
  flow_id: string;
  funds_type: number | null;
  amount_fen: Fen | null;
  balance_fen: Fen | null;
  booked_at: Unix | null;
  remark: string | null;
  order_id: string | null;
  withdraw_id: string | null;
  first_seen_at: Unix;
}

export const FUNDS_SORTS = ['difference', 'books', 'flows', 'file', 'settled', 'booked', 'age'] as const;

/** So many orders are accepted or opened again at once. */
const MOST_KEYS = 5000;

const key = z.string().min(1).max(128);
const fen = z.number().int();

export const fundsRoutes = {
  'funds.match': route<FundsMatch>()(z.object({ period })),
  'funds.page': route<Page<FundsRow>>()(
    z.object({
      period,
      state: z.enum(FUNDS_STATES).optional(),
      /** Only rows whose file says another amount, or that no file names. */
      file: z.enum(['differs', 'absent']).optional(),
      /** Only what is missing for so many days: both ends belong to it, without a second one it is open. */
      age: z.object({ from_days: z.number().int().min(0), to_days: z.number().int().min(0).nullable() }).optional(),
      /** Any part of an order id. */
      search: z.string().trim().max(100).optional(),
      /** `difference` by its size, whatever its sign. */
      sort: z.enum(FUNDS_SORTS).default('difference'),
      direction: z.enum(['asc', 'desc']).default('desc'),
      ...pageInput,
    }),
  ),
  /**
   * Flows booked in the month, in the order of booking: of commission and its fees, or of one other kind (`null`: the
   * reply named none). `unread`: those of which no amount is known, of any month.
   */
  'funds.flows': route<Page<FundsFlow>>()(
    z.object({
      period,
      of: z.enum(['commission', 'other', 'unread']),
      funds_type: z.number().int().nullable().optional(),
      ...pageInput,
    }),
  ),
  'funds.order': route<FundsOrder>()(z.object({ key })),
  /**
   * Remembers who accepted which differences and why, for exactly these amounts; another amount is open again.
   * `outdated`: rows that differ by another amount by now, which are left alone. `other` needs a note.
   */
  'funds.accept': route<{ accepted: number; outdated: number }>()(
    z.object({
      rows: z
        .array(z.object({ key, difference_fen: fen, file_difference_fen: fen.nullable() }))
        .min(1)
        .max(MOST_KEYS),
      reason: z.enum(FUNDS_ACCEPT_REASONS),
      note: z.string().trim().max(500).default(''),
    }),
  ),
  'funds.withdraw_acceptance': route<{ withdrawn: number }>()(z.object({ keys: z.array(key).min(1).max(MOST_KEYS) })),
};
