import { z } from 'zod';
import type { Channel } from '../channel.ts';
import type { Fen } from '../money.ts';
import type { Unix } from '../time.ts';
import { route } from './route.ts';

export const JOB_KINDS = [
  'sync',
  'order_export',
  'report',
  'hunt',
  'doctor',
  'closing',
  'recompute',
  'what_if',
  'audit_export',
  'staging',
  'poster',
] as const;
export type JobKind = (typeof JOB_KINDS)[number];

/** Long work: started by a route, watched by `job.changed` events, cancelled by `job.cancel`. */
export interface Job {
  job_id: string;
  kind: JobKind;
  state: 'running' | 'done' | 'failed' | 'cancelled';
  /** Units of the work done and expected; `total` null while unknown. */
  done: number;
  total: number | null;
  /** A step of the work, a key of the translations. */
  step: string | null;
  error: { code: string; params: Record<string, string | number | null> } | null;
  /**
   * What the work gave; for `report` a ReportResult, PackResult or StatementResult, for `order_export` {file, rows}, for `sync` a SyncRun, for `hunt` HuntAnswer[], for `doctor` a DoctorReport,
   * for `closing` a Closing, for `recompute` a Recomputation, for `what_if` a WhatIf, for `audit_export` {file, rows},
   * for `staging` a StagedBatch, for `poster` a PosterRun. */
  result: unknown;
}

export interface DeskStatus {
  institution: { name: string; app_id: string | null; demo: boolean };
  /** False until AppID and secret were given. */
  connected: boolean;
  base_url: string;
  /** Platform time up to which the orders were read; null before the first sync. */
  known_as_of: Unix | null;
  /** The last call that reached the platform, and the last that did not. */
  last_reached_at: Unix | null;
  last_failure: { at: Unix; code: string; params: Record<string, string | number | null> } | null;
  staff: string;
  counts: {
    orders: number;
    promotable_products: number;
    listings: number;
    promoters: number;
    partnerships: number;
    open_invitations: number;
  };
  version: string;
}

export interface Overview {
  today: string;
  /** Last 30 days by day of payment (UTC+8), oldest first. */
  days: { day: string; channel: Channel; rows: number; actual_payment_fen: Fen; service_amount_fen: Fen }[];
  month: { period: string; settled_fen: Fen; settled_rows: number; unsettled_fen: Fen; unsettled_rows: number };
  open_invitations: { shop_appid: string; shop_name: string; first_seen_at: Unix }[];
  plans_ending: {
    shop_appid: string;
    product_id: string;
    plan_type: number;
    head_supplier_appid: string;
    title: string;
    plan_end_at: Unix;
    listed: boolean;
  }[];
  /** All that end within seven days; the list above holds the first. */
  plans_ending_count: number;
  top_promoters: { promoter_appid: string; name: string; rows: number; actual_payment_fen: Fen }[];
  quarantined: number;
}

export const deskRoutes = {
  'desk.status': route<DeskStatus>()(z.object({})),
  'desk.overview': route<Overview>()(z.object({})),
  'desk.set_staff': route<{ staff: string }>()(z.object({ staff: z.string().trim().min(1).max(40) })),
  'job.list': route<Job[]>()(z.object({})),
  'job.get': route<Job>()(z.object({ job_id: z.string() })),
  'job.cancel': route<Job>()(z.object({ job_id: z.string() })),
};
