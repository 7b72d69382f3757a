import { DAY_SECONDS, formatInstant, type Unix } from '../../../shared/time.ts';

const ZONE_SECONDS = 28_800;
const days = new Map<number, string>();

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/** As `formatInstant`, four times as fast: a report has a few hundred days and a million instants. */
export function instantText(instant: Unix): string {
  const local = instant + ZONE_SECONDS;
  const day = Math.floor(local / DAY_SECONDS);
  let text = days.get(day);
  if (text === undefined) {
    text = formatInstant(instant).slice(0, 11);
    if (days.size > 10_000) days.clear();
    days.set(day, text);
  }
  const second = local - day * DAY_SECONDS;
  return `${text}${two(Math.floor(second / 3600))}:${two(Math.floor((second % 3600) / 60))}:${two(second % 60)}`;
}
