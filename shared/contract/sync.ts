import { z } from 'zod';
import type { Unix } from '../time.ts';
import { day, pageInput } from './paging.ts';
import { route } from './route.ts';

export const RESOURCES = ['shops', 'products', 'promoters', 'orders'] as const;
export type Resource = (typeof RESOURCES)[number];

export interface ResourceOutcome {
  resource: Resource;
  /** Details or rows read from the platform in this run. */
  read: number;
  inserted: number;
  changed: number;
  unchanged: number;
  /** Keys whose detail the platform does not give now. */
  quarantined: number;
  known_as_of: Unix | null;
}

export interface SyncRun {
  run_id: number;
  started_at: Unix;
  ended_at: Unix | null;
  state: 'running' | 'done' | 'failed' | 'cancelled' | 'interrupted';
  error_code: string | null;
  resources: ResourceOutcome[];
}

export interface SyncStatus {
  running: { job_id: string; resource: Resource | null; read: number; queued: number; of: number | null } | null;
  known_as_of: Record<Resource, Unix | null>;
  last_run: SyncRun | null;
  queued_keys: number;
  quarantined: number;
  /** Platform clock minus this machine's, seconds; null before the first reply. */
  clock_skew: number | null;
}

export interface QuarantineRow {
  order_id: string;
  sku_id: string;
  reason: string;
  since: Unix;
  tries: number;
  last_try_at: Unix;
}

export interface LedgerRow {
  at: Unix;
  endpoint: string;
  /** 'ok', a platform errcode, or a network code. */
  outcome: string;
  millis: number;
  rid: string | null;
  try_number: number;
}

export const syncRoutes = {
  /** Starts a run, or joins the one that is running. */
  'sync.start': route<{ job_id: string }>()(
    z.object({ only: z.array(z.enum(RESOURCES)).min(1).optional(), since: day.optional() }),
  ),
  'sync.status': route<SyncStatus>()(z.object({})),
  'sync.runs': route<SyncRun[]>()(z.object({ limit: z.number().int().min(1).max(200).default(20) })),
  'sync.quarantine': route<{ rows: QuarantineRow[]; next_cursor: string | null; total: number }>()(z.object(pageInput)),
  'sync.ledger': route<{
    rows: LedgerRow[];
    by_endpoint: { endpoint: string; calls: number; failed: number; millis_avg: number }[];
  }>()(z.object({ limit: z.number().int().min(1).max(500).default(100) })),
};
