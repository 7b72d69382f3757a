import { z } from 'zod';
import type { Unix } from '../time.ts';
import { period } from './paging.ts';
import { route } from './route.ts';
import type { SettlementTotals } from './settlement.ts';

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
  /** Always empty in a pack that was written: payees, merchants and channels of the period without a file. */
  missing: string[];
  hash: string;
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
}

export interface ReportSchedule {
  schedule_id: string;
  name: string;
  occasion: 'close' | 'monthly';
  day: number | null;
  hour: number | null;
  folder: string;
  scopes: ReportScope[];
  formats: ReportFormat[];
  on: boolean;
  last_period: string | null;
  last_at: Unix | null;
  last_error: string | null;
}

export interface WrittenReport {
  period: string;
  written_at: Unix;
  folder: string;
  files: string[];
  hash: string;
  rows: number;
  scope: ReportScope;
}

export const reportRoutes = {
  /** The settlement pack of a month into a folder; a job whose result is a `ReportResult`. */
  'report.start': route<{ job_id: string }>()(z.object({ period, folder: z.string().min(1).max(4000) })),
  'report.verify': route<ReportVerdict>()(z.object({ file: z.string().min(1).max(4000) })),
  'report.list': route<WrittenReport[]>()(z.object({})),
};
