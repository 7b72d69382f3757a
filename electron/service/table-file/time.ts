import { DAY_SECONDS, startOfDay, type Unix } from '../../../shared/time.ts';
import type { TableCell } from './cell.ts';

const ZONE_SECONDS = 8 * 3600;
/** 2010 to 2100: what lies outside is no time of an order. */
const EARLIEST = 1_262_304_000;
const LATEST = 4_102_444_800;

/**
 * The instant a cell names: a date with or without time of day as people write it (UTC+8 unless it says otherwise),
 * Unix seconds or milliseconds, or a spreadsheet's day number. Null when it is none.
 */
export function timeOf({ text, number }: TableCell, epochDays: number): Unix | null {
  const plain = text.normalize('NFKC').trim().replace(/^'/, '');
  return plausible(dated(plain) ?? counted(plain, number, epochDays));
}

function plausible(at: number | null): Unix | null {
  return at !== null && at >= EARLIEST && at < LATEST ? at : null;
}

function dated(text: string): number | null {
  const parts =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]+(\d{1,2})[:时](\d{1,2})(?:[:分](\d{1,2}))?(?:\.\d+)?秒?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i.exec(
      text,
    );
  if (!parts) return null;
  const [, year, month, date, hour = '0', minute = '0', second = '0', zone] = parts;
  const start = startOfDay(`${year}-${month!.padStart(2, '0')}-${date!.padStart(2, '0')}`);
  if (start === null || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  return start + Number(hour) * 3600 + Number(minute) * 60 + Number(second) + zoneShift(zone);
}

/** Seconds to add to a time read as UTC+8 whose own zone is another one. */
function zoneShift(zone: string | undefined): number {
  if (!zone) return 0;
  if (zone.toUpperCase() === 'Z') return ZONE_SECONDS;
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone)!;
  return ZONE_SECONDS - (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}

function counted(text: string, number: boolean, epochDays: number): number | null {
  if (/^\d{10}$/.test(text)) return Number(text);
  if (/^\d{13}$/.test(text)) return Math.floor(Number(text) / 1000);
  const days = Number(text);
  if (!number || !Number.isFinite(days)) return null;
  return Math.round((days - epochDays) * DAY_SECONDS) - ZONE_SECONDS;
}
