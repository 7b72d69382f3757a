import { FLAG_FIELDS, LIST_FIELDS, RANGE_FIELDS } from '../filter/fields.ts';

const FIELDS = [...LIST_FIELDS, ...FLAG_FIELDS, ...RANGE_FIELDS, 'text', 'order_id', 'order_ids'] as const;
const PARTS = ['name', 'question', 'sort', 'preset', 'columns'] as const;

/** The part of a view that was not understood: a condition the page has a word for, or the part it stands in. */
export type FilePart =
  | { field: (typeof FIELDS)[number] }
  | {
      part: (typeof PARTS)[number] | 'other' /** The field as the file calls it, where that says more. */;
      raw: string;
    };

/** Reads the `reason` of a refused view: a path such as `filter.payment_min`. */
export function filePart(reason: string): FilePart {
  const [part = '', field = ''] = reason.split('.');
  if (part !== 'filter') return { part: PARTS.find((one) => one === part) ?? 'other', raw: field };
  if (field === 'from' || field === 'to' || field === 'axis') return { part: 'preset', raw: '' };
  const known = FIELDS.find((one) => one === field || `${one}_min` === field || `${one}_max` === field);
  return known ? { field: known } : { part: 'other', raw: field };
}

const REASONS = ['missing', 'unreadable', 'too_large', 'too_many', 'not_json', 'not_views', 'newer'] as const;

export function fileReason(reason: unknown): (typeof REASONS)[number] | null {
  return REASONS.find((one) => one === reason) ?? null;
}
