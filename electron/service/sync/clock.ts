import { readOrderKeys } from '../platform/endpoints/orders.ts';
import type { Platform } from '../platform/platform.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';

const TRIES = 3;

/** Makes sure that the platform's time is known before it bounds anything; gives up where something strips the header. */
export async function learnTime(platform: Platform, signal: AbortSignal): Promise<void> {
  for (let tries = 0; tries < TRIES && platform.clock.sure() === null; tries += 1) {
    const now = platform.clock.now();
    await readOrderKeys(platform, { axis: 'updated', start: now - 1, end: now }, null, signal);
  }
}

/** Platform time as far as it is certain; the machine's where no reply ever carried a time. */
export function timeNow(platform: Platform): number {
  return platform.clock.sure() ?? platform.clock.now();
}

/**
 * Up to when a list answered now is complete. Where the platform's time is unknown, the newest update in the books is
 * the one instant it has certainly reached.
 */
export function completeUntil(platform: Platform, reader: StoreReader): number {
  return platform.clock.sure() ?? reader.value<number | null>(sql`select max(updated_at) from commission_order`) ?? 0;
}
