import type { ReportSchedule } from '../../../../../shared/contract/report.ts';

/** A plan as it is being made. */
export type ScheduleDraft = Pick<
  ReportSchedule,
  'name' | 'occasion' | 'day' | 'hour' | 'folder' | 'scopes' | 'formats' | 'on'
> & { schedule_id?: string };

/** Days every month has. */
export const LAST_DAY = 28;

/** What most want: everybody's workbook after each closing. The day stands ready for who wants it monthly. */
export function newSchedule(name: string): ScheduleDraft {
  return { name, occasion: 'close', day: 5, hour: 9, folder: '', scopes: ['payee'], formats: ['xlsx'], on: true };
}

export function draftOf(schedule: ReportSchedule): ScheduleDraft {
  const { schedule_id, name, occasion, day, hour, folder, scopes, formats, on } = schedule;
  return { schedule_id, name, occasion, day: day ?? 5, hour: hour ?? 9, folder, scopes, formats, on };
}

export function canBeSaved({ name, folder, scopes, formats, occasion, day, hour }: ScheduleDraft): boolean {
  const timed = occasion === 'close' || (day !== null && hour !== null);
  return name.trim() !== '' && folder !== '' && scopes.length > 0 && formats.length > 0 && timed;
}
