import { z } from 'zod';
import type { Channel } from '../channel.ts';
import type { Unix } from '../time.ts';
import { id } from './paging.ts';
import { route } from './route.ts';

/** What became of an order somebody misses. */
export type HuntVerdict =
  /** In the books. */
  | 'here'
  /** In the books, but sold through another channel than the one that was asked for. */
  | 'other_channel'
  /** Listed by the platform, its detail is not given yet. */
  | 'quarantined'
  /** Queued; its detail is read with the next run. */
  | 'queued'
  /** A shop's own goods sold through shared content: a clue order, without commission. */
  | 'own_goods'
  /** Its hour was not read yet; `hour_at` names it. */
  | 'not_yet_read'
  /** The platform says that the institution has no such order. */
  | 'not_visible'
  /** Everything is read and it is not there; the platform was not asked. */
  | 'not_in_books'
  /** No order number at all, or one that a spreadsheet has rounded; `candidates` may name what it was. */
  | 'damaged'
  /** The platform could not be asked now; `error_code` says why. */
  | 'unanswered';

export interface HuntAnswer {
  /** As it was given. */
  given: string;
  order_id: string;
  verdict: HuntVerdict;
  /** Rows of the books, one a SKU. */
  rows: {
    sku_id: string;
    product_title: string | null;
    shop_name: string | null;
    channel: Channel;
    promoter_name: string | null;
    order_status: number | null;
    commission_status: number | null;
    actual_payment_fen: number | null;
    service_amount_fen: number | null;
    created_at: Unix | null;
    first_seen_at: Unix;
  }[];
  /** quarantined: the platform's code; unanswered: why. */
  error_code: string | null;
  quarantined_since: Unix | null;
  /** not_yet_read: first second of the hour. */
  hour_at: Unix | null;
  /** damaged: orders of the books that begin with the digits that are left. */
  candidates: string[];
  /** The platform was asked just now; what it gave is in the books. */
  looked_up: boolean;
}

/** A table somebody dropped: what its columns are called and which one holds the order numbers. */
export interface HuntTable {
  name: string;
  headers: string[];
  /** The first rows as text, for the mapping step. */
  sample: string[][];
  rows: number;
  /** Index into `headers`; null when no column looks like it. */
  order_column: number | null;
  /** Column of the order's or the payment's time, when there is one. */
  time_column: number | null;
}

const item = z.object({
  given: z.string().max(200),
  /** Time the file gives for it, Unix seconds. */
  at: z.number().int().positive().nullable().default(null),
});

export const huntRoutes = {
  /** Reads the head of an xlsx or csv file (UTF-8 or GB18030). Throws file.unreadable. */
  'hunt.open_table': route<HuntTable>()(z.object({ name: z.string().max(400), bytes: z.instanceof(Uint8Array) })),
  /** The order numbers of a column, with their times, without repetitions. */
  'hunt.read_table': route<{ items: { given: string; at: Unix | null }[] }>()(
    z.object({
      name: z.string().max(400),
      bytes: z.instanceof(Uint8Array),
      order_column: z.number().int().min(0),
      time_column: z.number().int().min(0).nullable(),
    }),
  ),
  /** Pasted text: every run of digits (and every order-like word) becomes an item. */
  'hunt.read_text': route<{ items: { given: string; at: Unix | null }[] }>()(
    z.object({ text: z.string().max(2_000_000) }),
  ),
  /**
   * A job whose result is HuntAnswer[]. With `look_up` every order that is not in the books is asked for at the
   * platform by its number; without it only the books answer. `channel`: the channel the order is expected in.
   */
  'hunt.start': route<{ job_id: string }>()(
    z.object({
      items: z.array(item).min(1).max(20_000),
      look_up: z.boolean(),
      channel: z.enum(['promoter', 'talent']).nullable().default(null),
    }),
  ),
  /** One order, asked for at the platform now, also when it is in the books. */
  'hunt.look_up': route<HuntAnswer>()(z.object({ order_id: id })),
};
