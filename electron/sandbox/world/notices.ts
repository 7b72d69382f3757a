/** Live rooms announced for the next days, by talents and by shops' own Channels accounts; drawn by who and day. */
import { DAY, dayOf, HOUR, startOfDay } from '../clock.ts';
import { mix } from '../random.ts';
import type { Talent } from './promoters.ts';
import type { ShopAccount } from './shops.ts';

export interface Notice {
  notice_id: string;
  description: string;
  /** Unix seconds */
  start_time: number;
}

/** Days ahead a room is announced. */
const AHEAD = 5;

export function talentNotices(talent: Talent, now: number): Notice[] {
  return noticesOf(`finderlivenotice-${talent.number}`, talent.nickname, now);
}

export function accountNotices(account: ShopAccount, now: number): Notice[] {
  return noticesOf(`finderlivenotice-${account.id.slice(3, 11)}`, account.name, now);
}

/** Whether a content cooperation lets our promoters spread what a shop's account makes. */
export function hasContent(account: ShopAccount): boolean {
  return mix('content', account.id) % 3 !== 0;
}

function noticesOf(who: string, name: string, now: number): Notice[] {
  const today = dayOf(now);
  return Array.from({ length: AHEAD }, (_, i) => today + i)
    .filter((day) => mix('notice', who, day) % 3 === 0)
    .map((day) => ({
      notice_id: `${who}-${day}`,
      description: `${name} 好物专场`,
      start_time: startOf(who, day, today),
    }))
    .filter(({ start_time }) => start_time > now && start_time < now + AHEAD * DAY);
}

/** Between 19:00 and 20:30; some rooms are put off by an hour on their day. */
function startOf(who: string, day: number, today: number): number {
  const drawn = mix('start', who, day);
  const late = day === today && drawn % 5 === 0 ? HOUR : 0;
  return startOfDay(day) + 19 * HOUR + (drawn % 4) * (HOUR / 2) + late;
}
