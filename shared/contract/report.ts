import { z } from 'zod';
import type { Fen } from '../money.ts';
import type { Unix } from '../time.ts';
import { period } from './paging.ts';
import type { DeskFailure } from './result.ts';
import { route } from './route.ts';
import type { GroupSums, SettlementPeriod, SettlementTotals } from './settlement.ts';

/** Of whom a file speaks: the whole institution, one payee, one merchant (shop), one channel. */
export const REPORT_SCOPES = ['institution', 'payee', 'merchant', 'channel'] as const;
export type ReportScope = (typeof REPORT_SCOPES)[number];

/** `csv` for people (UTF-8 with BOM), `csv_strict` for programs, `csv_gb18030` for old importers. */
export const REPORT_FORMATS = ['xlsx', 'pdf', 'csv', 'csv_strict', 'csv_gb18030', 'text'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export interface ReportResult {
  totals: SettlementTotals;
  files: string[];
}

export interface PackResult {
  file: string;
  /** Files in the archive, the index apart. */
  files: number;
  recipients: number;
  /** Lines of the whole period, sales and corrections. */
  rows: number;
  /** Always empty in a pack that was written: payees, merchants and channels of the period without a file. */
  missing: string[];
  /** Over the lines of the whole period. */
  hash: string;
}

export interface StatementResult {
  file: string;
  /** The file itself first, then what belongs to it: the proof beside a table for programs. */
  files: string[];
  /** Sales and corrections. */
  rows: number;
  /** Over the statement's own lines. */
  hash: string;
}

/** Somebody a statement of the month can be written for. */
export interface ReportRecipient {
  /** '' for the institution, and for the merchant of lines that name none. */
  recipient_id: string;
  name: string;
  sums: GroupSums;
  adjustments: GroupSums;
  /** Estimates: paid in the month and not settled yet. */
  unsettled: GroupSums;
  /** What can be paid to a payee of a closed month; null for others, and while the month is open. */
  payable_fen: Fen | null;
  /** Of a payee: whose sales and corrections they are. */
  promoter_appids: string[];
  /** His own template, else that of everybody of the scope, else null: the plain columns. */
  template_id: string | null;
}

export interface ReportRecipients {
  state: SettlementPeriod['state'];
  /** Most sales first. */
  rows: ReportRecipient[];
}

/** A column a statement can have. */
export interface ReportColumn {
  key: string;
  title: string;
  kind: string;
  /** Part of the statement of whoever has no template. */
  plain: boolean;
  /** No template can leave it out. */
  needed: boolean;
}

/** Where a file differs from what it says of itself. */
export interface ChangedPlace {
  sheet: string | null;
  /** Row of the file, the heading being 1; null for a figure that stands elsewhere. */
  row: number | null;
  order_id: string | null;
  sku_id: string | null;
  what: 'line' | 'line_missing' | 'line_added' | 'total' | 'statement' | 'signature';
}

export interface ReportVerdict {
  verdict: 'untouched' | 'changed';
  /** Hash written in the file and hash of the lines found in it. */
  stated: string;
  found: string;
  rows: number;
  period: string | null;
  /** `own`: signed by this data folder's key; `other`: by another one, valid; `none`: not signed; `broken`: does not fit. */
  signature: 'own' | 'other' | 'none' | 'broken';
  /** Fingerprint of the key, for reading out over the phone. */
  key: string | null;
  /** The first hundred. */
  places: ChangedPlace[];
}

export interface ReportTemplate {
  template_id: string;
  name: string;
  scope: ReportScope;
  columns: { key: string; title: string }[];
  set_at: Unix;
  set_by: string;
  /** Everybody of the scope without a template of his own gets it. */
  for_all: boolean;
  /** How many recipients it was given to by name. */
  recipients: number;
}

export interface ReportSchedule {
  schedule_id: string;
  name: string;
  /** `close`: each time a month is closed; `monthly`: the month before, on `day` at `hour` of UTC+8. */
  occasion: 'close' | 'monthly';
  day: number | null;
  hour: number | null;
  folder: string;
  scopes: ReportScope[];
  formats: ReportFormat[];
  on: boolean;
  /** The next known run of a monthly one; null after closings and while it is off. */
  next_at: Unix | null;
  /** The last month written. */
  last_period: string | null;
  last_at: Unix | null;
  /** Why the last try failed; it is made again until it succeeds. */
  failed: { period: string; at: Unix; error: DeskFailure } | null;
}

export interface WrittenReport {
  period: string;
  written_at: Unix;
  folder: string;
  files: string[];
  hash: string;
  rows: number;
  /** `month` the workbook and tables of a month, `pack` statements as one archive, `statement` a single one. */
  kind: 'month' | 'pack' | 'statement';
  scopes: ReportScope[];
  formats: ReportFormat[];
  recipient: { id: string; name: string } | null;
  /** The plan it was written by; null when somebody asked for it. */
  schedule: string | null;
}

const path = z.string().min(1).max(4000);
const scope = z.enum(REPORT_SCOPES);
const recipient_id = z.string().max(100);
const contents = {
  scopes: z.array(scope).min(1).max(REPORT_SCOPES.length),
  formats: z.array(z.enum(REPORT_FORMATS)).min(1).max(REPORT_FORMATS.length),
};
const columns = z
  .array(z.object({ key: z.string().max(60), title: z.string().trim().min(1).max(60) }))
  .min(1)
  .max(60);
const name = z.string().trim().min(1).max(60);
const id = z.string().min(1).max(60);

export const reportRoutes = {
  /** The settlement pack of a month into a folder; a job whose result is a `ReportResult`. */
  'report.start': route<{ job_id: string }>()(z.object({ period, folder: path })),
  /** Statements of a month as one archive with an index; a job whose result is a `PackResult`. Fails with `report.pack_incomplete`. */
  'report.pack': route<{ job_id: string }>()(z.object({ period, folder: path, ...contents })),
  /** One recipient's statement in one format; a job whose result is a `StatementResult`. Fails with `report.recipient_unknown`. */
  'report.statement': route<{ job_id: string }>()(
    z.object({
      period,
      scope,
      recipient_id: recipient_id.default(''),
      format: z.enum(REPORT_FORMATS),
      file: path,
    }),
  ),
  /** Ready words to send with a statement. Throws `report.recipient_unknown`. */
  'report.message': route<{ text: string }>()(z.object({ period, scope, recipient_id: recipient_id.default('') })),
  'report.recipients': route<ReportRecipients>()(z.object({ period, scope })),
  'report.verify': route<ReportVerdict>()(z.object({ file: path })),
  /**
   * The installation's key, made when there is none yet: `key` is the fingerprint people compare, `public_key` the raw
   * Ed25519 key as base64. Throws `report.key_broken`.
   */
  'report.key': route<{ key: string; public_key: string }>()(z.object({})),
  /** Newest first. */
  'report.list': route<WrittenReport[]>()(z.object({})),

  'report.columns': route<ReportColumn[]>()(z.object({ scope })),
  'report.templates': route<ReportTemplate[]>()(z.object({})),
  /** Throws `report.template_unknown`, and `report.template_columns` for columns the scope does not have or cannot do without. */
  'report.save_template': route<ReportTemplate>()(z.object({ template_id: id.optional(), name, scope, columns })),
  /** Its recipients get the plain columns again. */
  'report.remove_template': route<{ removed: boolean }>()(z.object({ template_id: id })),
  /** `recipient_id` '' means everybody of the scope without a template of his own; null takes it back. */
  'report.set_recipient': route<{ template_id: string | null }>()(
    z.object({ scope, recipient_id, template_id: id.nullable() }),
  ),

  'report.schedules': route<ReportSchedule[]>()(z.object({})),
  /** Throws `report.schedule_unknown`. A monthly one needs `day` and `hour`. */
  'report.save_schedule': route<ReportSchedule>()(
    z
      .object({
        schedule_id: id.optional(),
        name,
        occasion: z.enum(['close', 'monthly']),
        day: z.number().int().min(1).max(28).nullable().default(null),
        hour: z.number().int().min(0).max(23).nullable().default(null),
        folder: path,
        ...contents,
        on: z.boolean(),
      })
      .refine(({ occasion, day, hour }) => occasion === 'close' || (day !== null && hour !== null), { path: ['day'] }),
  ),
  'report.remove_schedule': route<{ removed: boolean }>()(z.object({ schedule_id: id })),
};
