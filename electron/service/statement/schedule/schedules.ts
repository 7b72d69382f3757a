import { randomUUID } from 'node:crypto';
import type { ReportSchedule } from '../../../../shared/contract/report.ts';
import { DeskError, type DeskFailure } from '../../../../shared/contract/result.ts';
import type { RouteParsed } from '../../../../shared/contract/routes.ts';
import type { Period, Unix } from '../../../../shared/time.ts';
import { audit } from '../../store/audit.ts';
import { sql } from '../../store/sql.ts';
import type { Store, StoreReader } from '../../store/store.ts';
import { type DueRun, nextRun, type Timing } from './due.ts';

interface By {
  staff: string;
  /** Platform time. */
  now: Unix;
}

/** A plan with all that decides its runs. */
export interface Schedule extends Timing {
  schedule_id: string;
  name: string;
  folder: string;
  scopes: ReportSchedule['scopes'];
  formats: ReportSchedule['formats'];
  last_at: Unix | null;
  failed: ReportSchedule['failed'];
}

interface ScheduleRow extends Omit<Schedule, 'scopes' | 'formats' | 'failed'> {
  contents: string;
  failed_period: Period | null;
  failed_at: Unix | null;
  failed_error: string | null;
}

/** In the order they were set up. */
export function schedulesOf(reader: StoreReader): Schedule[] {
  const rows = reader.all<ScheduleRow>(
    sql`select schedule_id, name, occasion, day, hour, folder, contents, on_since, last_period, last_closing_id, last_at,
      failed_period, failed_at, failed_error from report_schedule order by set_at, schedule_id`,
  );
  return rows.map(({ contents, failed_period, failed_at, failed_error, ...row }) => {
    const { scopes, formats } = JSON.parse(contents);
    const failed =
      failed_period === null || failed_at === null || failed_error === null
        ? null
        : { period: failed_period, at: failed_at, error: JSON.parse(failed_error) as DeskFailure };
    return { ...row, scopes, formats, failed };
  });
}

/** As the window shows them. */
export function shownSchedules(reader: StoreReader, now: Unix): ReportSchedule[] {
  return schedulesOf(reader).map((schedule) => {
    const { on_since, last_closing_id: _, ...shown } = schedule;
    return { ...shown, on: on_since !== null, next_at: nextRun(schedule, now) };
  });
}

/** Switched on, it begins to count anew: what was due while it was off is not made up. Throws `report.schedule_unknown`. */
export function saveSchedule(
  store: Store,
  wanted: RouteParsed<'report.save_schedule'>,
  { staff, now }: By,
): ReportSchedule {
  const { schedule_id, name, occasion, folder, scopes, formats, on } = wanted;
  const id = schedule_id ?? randomUUID();
  store.durably(() => {
    const before = schedulesOf(store).find((one) => one.schedule_id === id);
    if (schedule_id !== undefined && !before) throw new DeskError('report.schedule_unknown', { schedule_id: id });
    const since = on ? (before?.on_since ?? now) : null;
    const day = occasion === 'monthly' ? wanted.day : null;
    const hour = occasion === 'monthly' ? wanted.hour : null;
    const contents = JSON.stringify({ scopes, formats });
    store.run(sql`insert into report_schedule (schedule_id, name, occasion, day, hour, folder, contents, on_since, set_at, set_by)
      values (${id}, ${name}, ${occasion}, ${day}, ${hour}, ${folder}, ${contents}, ${since}, ${now}, ${staff})
      on conflict (schedule_id) do update set name = excluded.name, occasion = excluded.occasion, day = excluded.day,
        hour = excluded.hour, folder = excluded.folder, contents = excluded.contents, on_since = excluded.on_since,
        set_by = excluded.set_by, failed_period = null, failed_at = null, failed_error = null`);
    audit(store, { at: now, staff, action: 'report.save_schedule', detail: { ...wanted, schedule_id: id } });
  });
  return shownSchedules(store, now).find((one) => one.schedule_id === id)!;
}

export function removeSchedule(store: Store, schedule_id: string, { staff, now }: By): { removed: boolean } {
  return store.durably(() => {
    const { changes } = store.run(sql`delete from report_schedule where schedule_id = ${schedule_id}`);
    if (changes > 0) audit(store, { at: now, staff, action: 'report.remove_schedule', detail: { schedule_id } });
    return { removed: changes > 0 };
  });
}

export function markWritten(store: Store, schedule_id: string, { period, closing_id }: DueRun, now: Unix): void {
  store.run(sql`update report_schedule set last_period = ${period}, last_at = ${now},
      last_closing_id = coalesce(${closing_id}, last_closing_id),
      failed_period = null, failed_at = null, failed_error = null
    where schedule_id = ${schedule_id}`);
}

/** Kept until a later try succeeds. The audit log hears of it once, not of every try. */
export function markFailed(
  store: Store,
  { schedule_id, failed }: Pick<Schedule, 'schedule_id' | 'failed'>,
  period: Period,
  error: DeskFailure,
  { staff, now }: By,
): void {
  const same = failed?.period === period && failed.error.code === error.code;
  store.transaction(() => {
    store.run(sql`update report_schedule set failed_period = ${period}, failed_at = ${now},
        failed_error = ${JSON.stringify(error)} where schedule_id = ${schedule_id}`);
    if (same) return;
    const detail = { schedule_id, period, code: error.code };
    audit(store, { at: now, staff, action: 'report.schedule_failed', detail });
  });
}
