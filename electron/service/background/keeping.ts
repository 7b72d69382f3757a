import { z } from 'zod';
import type { Attention } from '../../../shared/contract/background.ts';
import type { Unix } from '../../../shared/time.ts';
import { readSetting, writeSetting } from '../store/setting.ts';
import type { Store, StoreReader } from '../store/store.ts';
import type { ScheduleSettings } from './schedule.ts';

const CHOICE = 'background';
const ATTENTION = 'background_attention';

const choice = z.object({
  on: z.boolean(),
  every_minutes: z.number().int().min(5).max(1440),
  on_battery: z.enum(['same', 'slower', 'never']),
  paused_until: z.number().int().positive().nullable(),
});

/** What staff chose, kept from one start to the next. */
export type Choice = ScheduleSettings & { paused_until: Unix | null };

const USUAL: Choice = { on: true, every_minutes: 15, on_battery: 'slower', paused_until: null };

export function readChoice(store: StoreReader): Choice {
  return parsed(readSetting(store, CHOICE), choice) ?? USUAL;
}

export function writeChoice(store: Store, chosen: Choice): void {
  writeSetting(store, CHOICE, JSON.stringify(chosen));
}

const attention: z.ZodType<Attention[]> = z.array(
  z.object({
    kind: z.enum(['credentials_refused', 'address_not_allowed', 'quota_used_up', 'disk_low', 'store_broken']),
    code: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
    since: z.number().int(),
  }),
);

export function readAttention(store: StoreReader): Attention[] {
  return parsed(readSetting(store, ATTENTION), attention) ?? [];
}

export function writeAttention(store: Store, list: readonly Attention[]): void {
  writeSetting(store, ATTENTION, list.length === 0 ? null : JSON.stringify(list));
}

/** What an older or newer program wrote and this one cannot read counts as not written. */
function parsed<T>(text: string | null, shape: z.ZodType<T>): T | null {
  try {
    return text === null ? null : shape.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
