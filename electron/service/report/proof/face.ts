import { z } from 'zod';
import { REPORT_SCOPES } from '../../../../shared/contract/report.ts';
import { CLOSE_CHECKS } from '../../../../shared/contract/settlement.ts';
import { LINES_FORMAT } from '../../settlement/fingerprint.ts';
import { COLUMN_KINDS } from '../column.ts';
import { STATEMENT_FORMAT } from './lines-hash.ts';

const text = z.string().max(500);
const count = z.number().int().min(0);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
/** Fen by key of a column, with the numbers of rows and orders. */
const sums = z.record(z.string().max(60), z.number().int());
const column = { key: z.string().max(60), title: z.string().max(60) };

/**
 * What a file says of itself, signed as one text. Everything on its cover and its notes follows from this, so that a
 * reader can hold them against it.
 */
export const faceSchema = z.object({
  format: z.enum([STATEMENT_FORMAT, LINES_FORMAT]),
  period: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  scope: z.enum(REPORT_SCOPES),
  /** Files of older programs have a payee's inner key as his id, and no heading over it. */
  recipient: z.object({ id: text, name: text, id_title: z.string().max(60).optional() }),
  institution: z.object({ name: text, app_id: text.nullable() }),
  state: z.enum(['open', 'closed', 'reopened']),
  closing: z.object({ number: count, at: z.number().int(), by: text, hash: text }).nullable(),
  /** Unix seconds. */
  known_as_of: z.number().int().nullable(),
  /** Of the detail, in their order, with their headings. */
  columns: z.array(z.object(column)).min(1).max(100),
  /** Sales and corrections. */
  rows: count,
  /** Over the lines, see `LinesHash`; of the institution's pack the one that `settle` prints, see `Fingerprint`. */
  hash,
  /** Of the institution's pack: over all columns of its detail. */
  detail_hash: hash.nullable(),
  sums,
  adjustments: sums,
  unsettled: sums,
  /** Fen; of payees of a closed month. */
  balance: z
    .object({
      opening_fen: z.number().int(),
      sales_fen: z.number().int(),
      adjustments_fen: z.number().int(),
      write_offs_fen: z.number().int(),
      paid_fen: z.number().int(),
      closing_fen: z.number().int(),
      payable_fen: z.number().int(),
      carried: z.enum(['minimum', 'negative']).nullable(),
    })
    .nullable(),
  /** Tables beside the detail that stand in the file. */
  tables: z.array(
    z.object({
      sheet: text,
      /** Null: those of the detail. */
      columns: z
        .array(z.object({ ...column, kind: z.enum(COLUMN_KINDS) }))
        .max(100)
        .nullable(),
      rows: count,
      hash,
    }),
  ),
  /** Of the institution's pack: what somebody should look at. */
  checks: z.record(z.string().max(60), count).nullable(),
  checklist: z
    .array(
      z.object({
        check: z.enum(CLOSE_CHECKS),
        state: z.enum(['ok', 'asks', 'blocks']),
        count,
        amount_fen: z.number().int().nullable(),
      }),
    )
    .nullable(),
});

export type Face = z.infer<typeof faceSchema>;

/** The text that is signed and stands in the file. */
export function faceText(face: Face): string {
  return JSON.stringify(face);
}

/** Null for what is no face. */
export function readFace(text: string): Face | null {
  try {
    return faceSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
