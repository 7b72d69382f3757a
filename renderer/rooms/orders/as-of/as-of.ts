import { asOf } from '../../../../shared/contract/order.ts';
import { DAY_SECONDS, dayOf, previousPeriod, startOfDay, type Unix } from '../../../../shared/time.ts';

/** The past moment of an address (`as_of`, Unix seconds); null is now, and so is whatever makes no sense or is to come. */
export function readAsOf(text: string | null, now: Unix): Unix | null {
  if (text === null || !/^\d{1,10}$/.test(text)) return null;
  const moment = asOf.safeParse(Number(text));
  return moment.success && moment.data < now ? moment.data : null;
}

export const JUMPS = ['day', 'week', 'month'] as const;
export type Jump = (typeof JUMPS)[number];

/** One day or seven days back, or to the beginning of the month (of the month before when it stands there already). */
export function jumpBack(jump: Jump, from: Unix): Unix {
  if (jump !== 'month') return Math.max(0, from - (jump === 'day' ? 1 : 7) * DAY_SECONDS);
  const month = dayOf(from).slice(0, 7);
  const begin = startOfDay(`${month}-01`)!;
  return begin < from ? begin : startOfDay(`${previousPeriod(month)}-01`)!;
}

/** The moment a calendar field shows as civil text of UTC+8 ("2026-10-31 23:59:59"), wherever the machine stands. */
export function momentOf(civil: string): Unix | null {
  const match = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}):(\d{2}):(\d{2})$/.exec(civil);
  const day = match && startOfDay(match[1]!);
  if (!match || day === null) return null;
  return day + Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4]);
}
