import { z } from 'zod';
import type { Unix } from '../time.ts';
import { route } from './route.ts';
import type { SyncTrigger } from './sync.ts';

/** What needs a person; each goes away by itself once it is mended. */
export interface Attention {
  kind: 'credentials_refused' | 'address_not_allowed' | 'quota_used_up' | 'disk_low' | 'store_broken';
  /** The platform's or the program's own code, for support. */
  code: string;
  /** address_not_allowed: `address`; quota_used_up: `endpoint`; disk_low: `free_bytes`. */
  params: Record<string, string | number | null>;
  since: Unix;
}

/** Why no run is coming by itself now; null when the next one has its time. */
export type Waiting = 'off' | 'paused' | 'offline' | 'battery' | 'needs_person' | 'no_credentials' | null;

export interface BackgroundSync {
  on: boolean;
  every_minutes: number;
  on_battery: 'same' | 'slower' | 'never';
  paused_until: Unix | null;
  /** By the machine's clock. */
  next_at: Unix | null;
  waiting: Waiting;
  /** Runs that failed one after another; the pause before the next grows with them. */
  failures: number;
  last_trigger: SyncTrigger | null;
  online: boolean;
  on_battery_now: boolean;
  attention: Attention[];
}

export const backgroundRoutes = {
  'background.get': route<BackgroundSync>()(z.object({})),
  'background.set': route<BackgroundSync>()(
    z.object({
      on: z.boolean().optional(),
      every_minutes: z.number().int().min(5).max(1440).optional(),
      on_battery: z.enum(['same', 'slower', 'never']).optional(),
    }),
  ),
  /** Unix seconds; null goes on at once. */
  'background.pause': route<BackgroundSync>()(z.object({ until: z.number().int().positive().nullable() })),
};
