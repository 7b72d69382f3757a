import { z } from 'zod';
import type { Unix } from '../time.ts';
import { orderFilter, orderSort } from './order-filter.ts';
import { route } from './route.ts';

/** A column of a saved table: its place is its place in the list. */
export const viewColumn = z.object({
  id: z.string().min(1).max(40),
  shown: z.boolean(),
  width: z.number().int().min(40).max(1200).optional(),
  pinned: z.enum(['start', 'end']).optional(),
});
export type ViewColumn = z.infer<typeof viewColumn>;

/** A question worth keeping: the filter, with days or with a preset that moves along with today. */
export const viewQuestion = z.object({
  filter: orderFilter,
  sort: orderSort.prefault({}),
  /** Replaces `from` and `to` when the view is opened. */
  preset: z.enum(['today', 'yesterday', 'last7', 'last30', 'month', 'last_month']).optional(),
  columns: z.array(viewColumn).max(60).optional(),
});
export type ViewQuestion = z.infer<typeof viewQuestion>;

export interface SavedView {
  view_id: string;
  name: string;
  question: ViewQuestion;
  saved_at: Unix;
  saved_by: string;
}

const name = z.string().trim().min(1).max(60);

/** `.ldviews`: JSON, so that one office can hand its questions to another. */
export const VIEW_FILE_FORMAT = 'league-desk.views';
export const VIEW_FILE_VERSION = 1;

export const viewRoutes = {
  'view.list': route<SavedView[]>()(z.object({})),
  /** Throws `view.name_taken`, `view.unknown`. */
  'view.save': route<SavedView>()(z.object({ view_id: z.string().optional(), name, question: viewQuestion })),
  'view.remove': route<{ removed: boolean }>()(z.object({ view_id: z.string() })),
  'view.export': route<{ file: string; views: number }>()(
    z.object({ view_ids: z.array(z.string()).min(1).max(500), file: z.string().min(1).max(4000) }),
  ),
  /** Names that are taken get a number. Throws `view.file_unreadable`; views that make no sense are named in `refused`. */
  'view.import': route<{ added: SavedView[]; refused: { name: string; reason: string }[] }>()(
    z.object({ file: z.string().min(1).max(4000) }),
  ),
};
