import { z } from 'zod';
import type { Fen } from '../money.ts';
import type { Ppm } from '../rate.ts';
import type { Unix } from '../time.ts';
import { splitChoice, splitRatio } from './listing.ts';
import { id, type Page, pageInput, search } from './paging.ts';
import { type ProductKey, productKey } from './product.ts';
import type { ErrorParams } from './result.ts';
import { route } from './route.ts';

/**
 * What a staged change does: the answer to a shop's invitation, our shelf, a listing's default split, and a promoter's
 * split on one product.
 */
export const STAGED_ACTIONS = ['accept', 'refuse', 'list', 'unlist', 'default_split', 'product_split'] as const;
export type StagedAction = (typeof STAGED_ACTIONS)[number];

/**
 * `asked`: begun, and read again before it is asked for once more; `same`: it stood so already; `skipped`: not asked
 * for, see error_code; `undone`: a later batch took it back.
 */
export const STAGED_STATES = ['staged', 'asked', 'done', 'same', 'failed', 'skipped', 'undone'] as const;
export type StagedState = (typeof STAGED_STATES)[number];

export const STAGED_BATCH_STATES = ['staged', 'applying', 'paused', 'done', 'discarded'] as const;

export interface StagedBatch {
  batch_id: number;
  kind: 'partnership' | 'shelf' | 'undo';
  /** Staff's words, may be empty. */
  title: string;
  state: (typeof STAGED_BATCH_STATES)[number];
  /** Why it waits: `staff`, `interrupted`, or the code of what stopped it. */
  pause_reason: string | null;
  made_at: Unix;
  made_by: string;
  /** When all its changes were last read anew at the platform. */
  checked_at: Unix | null;
  started_at: Unix | null;
  started_by: string | null;
  ended_at: Unix | null;
  /** The batch it takes back, and the newest that takes back some of it. */
  undoes: number | null;
  undone_by: number | null;
  rows: number;
  counts: Record<StagedState, number>;
  /** Changes still waiting that something stands in the way of, as last known. */
  blocked: number;
  /** How many changes of each kind. */
  actions: Partial<Record<StagedAction, number>>;
  products: number;
  promoters: number;
  /** The job that works on it now. */
  job_id: string | null;
}

/** What a batch still costs: calls at the platform, and seconds by the limits it has told; null while it told none. */
export interface StagedCost {
  calls: number;
  seconds: number | null;
}

export interface StagedRow {
  place: number;
  action: StagedAction;
  product: ProductKey;
  title: string;
  shop_name: string;
  promoter_appid: string | null;
  promoter_name: string;
  /** 0 the platform pays, 1 the institution pays. */
  payer: number | null;
  wanted_ppm: Ppm | null;
  /** The way back to no share of its own: the platform cannot take one away, so it gets the promoter's own ratio. */
  instead: boolean;
  /**
   * How it stands as far as is known, and when the platform was last asked; `listed` for changes of the shelf,
   * `partnership` (`PARTNERSHIP_STATUS`) for answers to invitations.
   */
  now: { listed: boolean; ratio_ppm: Ppm | null; partnership: number | null; read_at: Unix | null };
  /** Of the service fee of one piece at the lowest price, once the change is made. */
  effect: { promoter_fen: Fen; institution_fen: Fen } | null;
  blocked: string | null;
  state: StagedState;
  error_code: string | null;
  error_params: ErrorParams;
  tries: number;
  ended_at: Unix | null;
}

const batch = z.object({ batch_id: z.number().int().positive() });
const places = z.array(z.number().int().positive()).min(1).max(20_000);
const products = z.array(productKey).max(500).default([]);

export const stagingRoutes = {
  /**
   * Lays changes down in a new batch, or in one that has not begun; nothing is asked of the platform. `added` leaves out
   * what stood in the batch already. Codes: staging.empty, staging.too_many, staging.unknown, staging.begun.
   */
  'staging.stage': route<{ batch: StagedBatch; added: number }>()(
    z.object({
      batch_id: z.number().int().positive().optional(),
      title: z.string().trim().max(100).default(''),
      /** Answers to open invitations, one note for all. */
      invitations: z
        .object({
          shops: z.array(id).min(1).max(500),
          decision: z.enum(['accept', 'refuse']),
          note: z.string().trim().max(1000).default(''),
        })
        .optional(),
      list: products,
      unlist: products,
      /** Default split of `list`, and of the listed products in `defaults`; null there takes it away. */
      default_ratio_ppm: splitRatio.nullable().optional(),
      defaults: products,
      splits: z
        .array(
          z.object({
            products: z.array(productKey).min(1).max(500),
            promoters: z.array(splitChoice).min(1).max(500),
          }),
        )
        .max(20)
        .default([]),
    }),
  ),
  /** Open ones first, then the newest. */
  'staging.list': route<Page<StagedBatch>>()(z.object({ ...pageInput })),
  'staging.get': route<StagedBatch & { cost: StagedCost }>()(batch),
  'staging.rows': route<Page<StagedRow>>()(
    batch.extend({
      state: z.enum([...STAGED_STATES, 'blocked']).optional(),
      search: search.optional(),
      ...pageInput,
    }),
  ),
  /** Reads at the platform how everything that waits stands now, and what is in its way. */
  'staging.check': route<{ job_id: string }>()(batch),
  /** Makes what waits, from the beginning or from where it stopped. Codes: staging.running, staging.nothing_to_do. */
  'staging.apply': route<{ job_id: string }>()(batch),
  'staging.pause': route<StagedBatch>()(batch),
  /** Makes refused and skipped changes wait again and begins; without `places` all of them. */
  'staging.retry': route<{ job_id: string }>()(batch.extend({ places: places.optional() })),
  /** Leaves out what still waits, for good. */
  'staging.discard': route<StagedBatch>()(batch),
  /** Takes changes out of a batch that has not begun. */
  'staging.remove': route<{ batch: StagedBatch; removed: number }>()(batch.extend({ places })),
  /** A new batch of the ways back, to be looked at and applied. Codes: staging.nothing_to_undo. */
  'staging.undo': route<{ batch: StagedBatch }>()(batch.extend({ places: places.optional() })),
};
