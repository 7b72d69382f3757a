import type { Attention } from '../../../shared/contract/background.ts';
import { addDays, dayOf, startOfDay, type Unix } from '../../../shared/time.ts';
import type { Hold } from './schedule.ts';

/** A failure as jobs carry it; of a resource only the code is known. */
export interface RunFailure {
  code: string;
  params: Record<string, string | number | null>;
}

/**
 * Failures of the whole account or machine that stay until a person has done something. 40001, 40013, 40125 and 40243
 * (secret frozen) come from the token's endpoint, 40164 and its older forms 45035 and 61004 from any.
 */
const KINDS: Readonly<Record<string, Attention['kind']>> = {
  'platform.40001': 'credentials_refused',
  'platform.40013': 'credentials_refused',
  'platform.40125': 'credentials_refused',
  'platform.40243': 'credentials_refused',
  'platform.40164': 'address_not_allowed',
  'platform.45035': 'address_not_allowed',
  'platform.61004': 'address_not_allowed',
  'platform.45009': 'quota_used_up',
  'store.disk_full': 'disk_low',
  'store.disk_low': 'disk_low',
  'store.corrupt': 'store_broken',
  'store.readonly': 'store_broken',
};

/** What of a failure's params staff need; the others may name things that do not belong on a lock screen. */
const SHOWN: Readonly<Record<Attention['kind'], readonly string[]>> = {
  credentials_refused: [],
  address_not_allowed: ['address'],
  quota_used_up: ['endpoint'],
  disk_low: ['free_bytes'],
  store_broken: [],
};

/** Null when the program gets over it by trying again. */
export function attentionOf({ code, params }: RunFailure, since: Unix): Attention | null {
  const kind = KINDS[code];
  if (!kind) return null;
  const shown = Object.fromEntries(SHOWN[kind].map((name) => [name, params[name] ?? null]));
  return { kind, code, params: shown, since };
}

/** The same matter as before: only what is new is told again. Another address is another line in the allow-list. */
export function isSame(one: Attention, other: Attention): boolean {
  return one.kind === other.kind && one.code === other.code && one.params.address === other.params.address;
}

const HOUR: Hold = { seconds: 3600, mendable: true };
/** The platform counts anew at 00:00 UTC+8; its clocks and the crowd that waited for it get a few minutes. */
const AFTER_MIDNIGHT_SECONDS = 180;
const SPREAD_SECONDS = 300;

/** How long a failed run of this kind keeps others from starting. `now` is the platform's time, `since` its failure's. */
export function holdOf(kind: Attention['kind'], since: Unix, now: Unix, random: () => number): Hold {
  if (kind !== 'quota_used_up') return HOUR;
  const midnight = startOfDay(addDays(dayOf(since), 1))!;
  const seconds = midnight + AFTER_MIDNIGHT_SECONDS + SPREAD_SECONDS * random() - now;
  return { seconds: Math.max(seconds, 0), mendable: false };
}
