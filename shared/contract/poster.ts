import { z } from 'zod';
import { POSTER_LOOKS, type PosterContent } from '../poster.ts';
import type { Unix } from '../time.ts';
import { id } from './paging.ts';
import { productKey } from './product.ts';
import { route } from './route.ts';

const look = z.enum(POSTER_LOOKS);
const size = z.enum(['3x4', '9x16', '1x1']);
/** Which code a poster carries: the picture the platform gave, or a code of ours that says the promoter's web link. */
const code = z.enum(['platform', 'link']);

/** Staff's own words on a poster, such as 包邮; three fit. */
const benefit = z
  .string()
  .trim()
  .min(1)
  .max(48)
  .refine((text) => Array.from(text).length <= 12);
const benefits = z.array(benefit).max(3);

/** A word advertisements must not or should not use, and where it stands: UTF-16 offsets into the text checked. */
export interface BannedFinding {
  word: string;
  grade: 'refuse' | 'warn';
  from: number;
  to: number;
  reason: string;
}

export interface CheckedText {
  text: string;
  findings: BannedFinding[];
}

export interface PosterDraft {
  /** Null while the promoter has no code for this product; `code_error` says why. */
  content: PosterContent | null;
  code_error: { code: string; params: Record<string, string | number | null> } | null;
  /** When link and code were read from the platform. */
  code_fetched_at: Unix | null;
  /** The promoter has no picture code kept, or none was wanted. */
  code_kind: 'platform' | 'link' | null;
  /** Staff's words; a poster with a refused one cannot be saved. */
  benefits: CheckedText[];
  /** The merchant's words: only warned about. */
  title: CheckedText;
  promoter_name: string;
}

/** One poster of a batch. */
export interface PosterOutcome {
  promoter_appid: string;
  promoter_name: string;
  product_id: string;
  title: string;
  /** Place within folder or archive; null when it was not made. */
  file: string | null;
  error_code: string | null;
}

/** What a batch gave; all outcomes stand in the list that goes with the posters. */
export interface PosterRun {
  /** The archive or the folder. */
  file: string;
  drawn: number;
  failed: number;
  /** The first 500. */
  failures: PosterOutcome[];
}

export const posterChoices = z.object({ look, size, code, benefits });
export type PosterChoices = z.infer<typeof posterChoices>;

export const shareTemplate = z.string().trim().min(1).max(500);

export const posterRoutes = {
  /** The looks, words and code last worked with. */
  'poster.choices': route<PosterChoices>()(z.object({})),
  'poster.set_choices': route<PosterChoices>()(posterChoices),
  /**
   * What a promoter's poster of a product says; link and code are read from the platform where they are not kept yet.
   * Throws product.unknown, promoter.unknown.
   */
  'poster.draft': route<PosterDraft>()(
    z.object({ product: productKey, promoter_appid: id, look, size, code, benefits }),
  ),
  /**
   * A job that draws every promoter's poster of every product into one archive or below a folder; its result is a
   * PosterRun. Nothing is written when it is cancelled or fails. Throws poster.too_many, poster.banned_word,
   * poster.running, poster.window_gone.
   */
  'poster.run': route<{ job_id: string }>()(
    z.object({
      promoters: z.array(id).min(1).max(500),
      products: z.array(productKey).min(1).max(500),
      look,
      size,
      code,
      benefits,
      as: z.enum(['zip', 'folder']),
      file: z.string().min(1).max(4000),
    }),
  ),
  /** For the window that draws: waits until posters are wanted, or some seconds. */
  'poster.take': route<{ orders: { order_id: string; content: PosterContent }[] }>()(
    z.object({ want: z.number().int().min(1).max(8) }),
  ),
  /** What became of an order; `heard` false when nobody waits for it any more. */
  'poster.give': route<{ heard: boolean }>()(
    z.object({
      order_id: id,
      drawn: z.union([z.object({ png: z.instanceof(Uint8Array) }), z.object({ failure: z.string().max(1000) })]),
    }),
  ),
  /** Writes a drawn poster. Throws poster.not_a_png, file.unwritable, store.disk_full. */
  'poster.save': route<{ file: string; bytes: number }>()(
    z.object({ file: z.string().min(1).max(4000), png: z.instanceof(Uint8Array) }),
  ),
  /** The text that goes with a link, from the template as it stands; a value that is not known leaves its line out. */
  'poster.share_text': route<CheckedText & { template: string }>()(
    z.object({ product: productKey, promoter_appid: id, benefits }),
  ),
  /** Null: the program's own template again. */
  'poster.set_share_template': route<{ template: string }>()(z.object({ template: shareTemplate.nullable() })),
  /** Staff's words against the rules, without a poster. */
  'poster.check_words': route<CheckedText[]>()(z.object({ texts: benefits })),
  /** The rules staff's words are checked against, with their source. */
  'poster.banned_words': route<{
    /** Civil day the list was put together. */
    compiled_on: string;
    groups: { grade: 'refuse' | 'warn'; reason: string; words: string[] }[];
  }>()(z.object({})),
};
