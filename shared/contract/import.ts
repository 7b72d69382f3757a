import { z } from 'zod';
import type { Fen } from '../money.ts';
import type { Unix } from '../time.ts';
import { period } from './paging.ts';
import { route } from './route.ts';

/** What the rows of a file are: commission of orders, or flows of a balance. */
export const IMPORT_KINDS = ['orders', 'flows'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** From whose console the file comes: what a shop pays out is what the institution gets. */
export const IMPORT_SIDES = ['institution', 'merchant'] as const;
export type ImportSide = (typeof IMPORT_SIDES)[number];

/**
 * What a column can be. `type`: the kind of fee or of flow in words; `direction`: in or out; `status`: whether the
 * commission is settled. Orders need `order_id` and `amount`, flows `flow_id` too.
 */
export const IMPORT_FIELDS = [
  'order_id',
  'sku_id',
  'flow_id',
  'amount',
  'payment',
  'at',
  'type',
  'direction',
  'status',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];
/** Index of the column of each field; null or left out: the file has none. */
export type ImportColumns = Partial<Record<ImportField, number | null>>;

/**
 * Why a row does not count. `id_rounded`: a spreadsheet cut the digits of the number; `repeated`: the same line once
 * more, counted once; `conflicting`: the same order and SKU with other figures, none of which is taken.
 */
export const REFUSAL_REASONS = [
  'id_missing',
  'id_rounded',
  'id_invalid',
  'amount_missing',
  'amount_unreadable',
  'amount_too_fine',
  'direction_unknown',
  'repeated',
  'conflicting',
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

export interface Refusal {
  /** Row of the sheet as a spreadsheet numbers it. */
  row: number;
  reason: RefusalReason;
  /** What stands in the cell. */
  value: string;
}

/** What was read of a file, whether it is imported yet or not. */
export interface ImportReading {
  kind: ImportKind;
  side: ImportSide;
  /** `xlsx`, or the encoding of a csv. */
  encoding: string;
  /** Name of the sheet; '' in a csv. */
  sheet: string;
  /** Rows with anything in them below the headings, sums left out. */
  rows: number;
  /** Rows that count, their orders and what they add up to. */
  counted_rows: number;
  orders: number;
  amount_fen: Fen;
  /** Rows of other kinds, which are kept and not added up: withdrawals, fees of others, unsettled, words unknown to us. */
  other_rows: number;
  other_types: { type: string; rows: number }[];
  /** Which heading was read as what. */
  columns: { heading: string; as: ImportField }[];
  refused_rows: number;
  /** How many for which reason. */
  reasons: { reason: RefusalReason; rows: number }[];
  /** The first `MOST_REFUSALS` of them. */
  refused: Refusal[];
}

export const MOST_REFUSALS = 1000;

export interface ImportPreview extends ImportReading {
  name: string;
  headings: string[];
  /** The first rows as text, for the mapping step. */
  sample: string[][];
  /** As it was read, for the mapping step. */
  mapping: Record<ImportField, number | null>;
  /** Whether the amounts are fen, which their heading says, or yuan. */
  unit: 'yuan' | 'fen';
  /** Needed fields without a column; until they have one nothing is read. */
  missing: ImportField[];
  /** The same bytes were imported before, under that number, and not withdrawn. */
  known: number | null;
}

export interface ImportedFile extends ImportReading {
  import_id: number;
  name: string;
  /** The month it was imported for: where rows without a time belong. */
  period: string;
  sha256: string;
  imported_at: Unix;
  imported_by: string;
  withdrawn: { at: Unix; by: string } | null;
}

const place = z.number().int().min(0).max(20_000).nullable();
const file = {
  name: z.string().min(1).max(255),
  bytes: z.instanceof(Uint8Array),
  /** Left out, each is what the file looks like. */
  kind: z.enum(IMPORT_KINDS).optional(),
  side: z.enum(IMPORT_SIDES).optional(),
  columns: z.partialRecord(z.enum(IMPORT_FIELDS), place).optional(),
};

export const importRoutes = {
  /** What an xlsx or csv file holds and how it would be read. Changes nothing. Throws `file.unreadable`. */
  'import.open': route<ImportPreview>()(z.object(file)),
  /**
   * Reads a console's or merchant's file into the books, whole or not at all. Throws `file.unreadable`,
   * `import.no_order_column`, `import.no_flow_column`, `import.no_amount_column`, `import.nothing_read`, `import.known`.
   */
  'import.add': route<ImportedFile>()(z.object({ ...file, period })),
  /** Newest first, withdrawn ones too. */
  'import.list': route<ImportedFile[]>()(z.object({})),
  /** Its rows count no longer; the file and what it said stay in the books. Throws `import.unknown`. */
  'import.withdraw': route<ImportedFile>()(z.object({ import_id: z.number().int() })),
};
