import { z } from 'zod';
import type { Unix } from '../time.ts';
import { day, type Page, pageInput, search } from './paging.ts';
import { route } from './route.ts';

export interface AuditRow {
  entry_id: number;
  at: Unix;
  /** Empty for what the program did by itself. */
  staff: string;
  /** Room and deed, such as `settlement.close`. */
  action: string;
  /** JSON of what was done. */
  detail: string;
  hash: string;
}

export interface AuditVerdict {
  entries: number;
  /** The first entry whose hash does not follow from the one before; null when the chain holds. */
  broken_at: number | null;
  /** Hash of the last entry, for keeping outside the program. */
  head: string;
}

const asked = {
  search: search.optional(),
  staff: z.string().max(40).optional(),
  action: z.string().max(60).optional(),
  from: day.optional(),
  to: day.optional(),
};

export const auditRoutes = {
  /** Newest first. */
  'audit.page': route<Page<AuditRow>>()(z.object({ ...asked, ...pageInput })),
  'audit.facets': route<{ staff: string[]; actions: string[] }>()(z.object({})),
  'audit.verify': route<AuditVerdict>()(z.object({})),
  /** All rows of the question to a csv or json file; a job whose result is `{ file, rows }`. */
  'audit.export': route<{ job_id: string }>()(
    z.object({ ...asked, format: z.enum(['csv', 'json']), file: z.string().min(1).max(4000) }),
  ),
};
