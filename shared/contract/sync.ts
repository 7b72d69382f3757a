import { z } from 'zod';
import type { Unix } from '../time.ts';
import { day, id, pageInput } from './paging.ts';
import { route } from './route.ts';

/** In the order they are read: what is waited for most and costs least comes first. */
export const RESOURCES = ['shops', 'promoters', 'orders', 'products', 'funds', 'live_notices'] as const;
export type Resource = (typeof RESOURCES)[number];

/** What set a run off. */
export const SYNC_TRIGGERS = ['staff', 'schedule', 'start', 'wake', 'online'] as const;
export type SyncTrigger = (typeof SYNC_TRIGGERS)[number];

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
  /** What kept this resource from being read to its end; the others went on. */
  error_code: string | null;
}

export interface SyncRun {
  run_id: number;
  trigger: SyncTrigger;
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
  /** How far behind what is known the next run lists again, seconds; grows with the lateness seen. */
  overlap: number;
  /** The latest a row came in the last 30 days, seconds after it should have been there; 0 when none was late. */
  lateness: number;
  /** First hour of the history that is read without a gap up to `known_as_of`; null before the first sync. */
  covered_from: Unix | null;
  /** History that was asked for and is still to be read goes back to here; null when none is waiting. */
  backfill_from: Unix | null;
  /** Findings of the drift report nobody has looked at. */
  drift: number;
}

export interface QuarantineRow {
  order_id: string;
  sku_id: string;
  reason: string;
  since: Unix;
  tries: number;
  last_try_at: Unix;
  /** Runs of the schedule leave it alone until then; staff's runs try every key. */
  next_try_at: Unix;
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

/** One endpoint's use and its limits; null where the platform has not said. */
export interface EndpointUse {
  endpoint: string;
  calls: number;
  failed: number;
  millis_avg: number;
  calls_today: number;
  /** Most calls within one minute today. */
  busiest_minute: number;
  daily_limit: number | null;
  daily_remain: number | null;
  /** `call_count` calls in `refresh_seconds` seconds. */
  call_count: number | null;
  refresh_seconds: number | null;
  limits_asked_at: Unix | null;
  /** Pace that refusals taught, calls a minute. */
  learned_per_minute: number | null;
  limited_at: Unix | null;
}

export interface ReadHour {
  /** First second of the hour. */
  hour_at: Unix;
  /** read: everything of it is known. open: planned, not finished. unread: never asked for. */
  state: 'read' | 'open' | 'unread';
  first_read_at: Unix | null;
  last_read_at: Unix | null;
  rows_then: number;
  rows_now: number;
  /** Rows that came after the hour had been read. */
  late: number;
}

export interface Completeness {
  resource: Resource;
  /** Hours of the asked days up to the platform's now, oldest first. */
  hours: ReadHour[];
  known_as_of: Unix | null;
  covered_from: Unix | null;
}

export interface DriftRow {
  drift_id: number;
  endpoint: string;
  /** new: not documented. missing: documented as always there. retyped: another type. code: an unknown value of a code. */
  kind: 'new' | 'missing' | 'retyped' | 'code';
  /** Dotted, lists as [] , such as `commssion_order.order_detail.fulfil_info`. */
  path: string;
  expected: string;
  found: string;
  first_seen_at: Unix;
  last_seen_at: Unix;
  times: number;
  /** A raw reply that shows it. */
  sample: string;
  acknowledged_at: Unix | null;
  acknowledged_by: string | null;
}

export const syncRoutes = {
  /**
   * Starts a run, or joins the one that is running. `since`: also hours from that day on that were never read, by
   * the time their orders were made; the first sync goes back 180 days without it. `quarantine` reads the keys of the
   * quarantine and nothing else.
   */
  'sync.start': route<{ job_id: string }>()(
    z.object({
      only: z.array(z.enum(RESOURCES)).min(1).optional(),
      since: day.optional(),
      quarantine: z.boolean().optional(),
    }),
  ),
  'sync.status': route<SyncStatus>()(z.object({})),
  'sync.runs': route<SyncRun[]>()(z.object({ limit: z.number().int().min(1).max(200).default(20) })),
  'sync.quarantine': route<{ rows: QuarantineRow[]; next_cursor: string | null; total: number }>()(z.object(pageInput)),
  /** Tries one key at once: `read` when it is in the books now, else the reason it still is not. */
  'sync.retry_key': route<{ read: boolean; reason: string | null }>()(z.object({ order_id: id, sku_id: id })),
  'sync.ledger': route<{ rows: LedgerRow[]; by_endpoint: EndpointUse[] }>()(
    z.object({ limit: z.number().int().min(1).max(500).default(100), failed_only: z.boolean().default(false) }),
  ),
  /** Days in UTC+8, both ends included; at most 366. */
  'sync.completeness': route<Completeness>()(z.object({ resource: z.enum(RESOURCES), from: day, to: day })),
  /** Newest first; those nobody acknowledged before the others. */
  'sync.drift': route<DriftRow[]>()(z.object({})),
  'sync.acknowledge_drift': route<{ acknowledged: number }>()(
    z.object({ drift_ids: z.array(z.number().int()).min(1) }),
  ),
};
