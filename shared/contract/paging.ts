import { z } from 'zod';

/** Keyset page: `cursor` is the opaque text of the previous answer. */
export const pageInput = {
  cursor: z.string().max(4000).optional(),
  limit: z.number().int().min(1).max(500).default(50),
};

export interface Page<Row> {
  rows: Row[];
  next_cursor: string | null;
  /** All rows of the filter, not of the page. */
  total: number;
}

/** An id of the platform, always as text: ids have up to 20 digits. */
export const id = z.string().min(1).max(64);
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const period = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
/** What staff search for: matches names and ids. */
export const search = z.string().trim().max(100);
