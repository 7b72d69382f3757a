import { z } from 'zod';
import type { Unix } from '../time.ts';
import { period } from './paging.ts';
import { route } from './route.ts';
import type { SettlementTotals } from './settlement.ts';

export interface ReportResult {
  totals: SettlementTotals;
  files: string[];
}

export interface ReportVerdict {
  verdict: 'untouched' | 'changed';
  /** Hash written in the file and hash of the lines found in it. */
  stated: string;
  found: string;
  rows: number;
  period: string | null;
}

export const reportRoutes = {
  /** The settlement pack of a month into a folder; a job whose result is a `ReportResult`. */
  'report.start': route<{ job_id: string }>()(z.object({ period, folder: z.string().min(1).max(4000) })),
  'report.verify': route<ReportVerdict>()(z.object({ file: z.string().min(1).max(4000) })),
  'report.list': route<
    { period: string; written_at: Unix; folder: string; files: string[]; hash: string; rows: number }[]
  >()(z.object({})),
};
