import type { AuditRow, AuditVerdict } from '../../../shared/contract/audit.ts';
import type { Page } from '../../../shared/contract/paging.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import { addDays, type Day, startOfDay } from '../../../shared/time.ts';
import { inspectAudit } from '../doctor/inspect.ts';
import { type Sql, sql, where } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';

export interface AuditQuestion {
  search?: string | undefined;
  staff?: string | undefined;
  action?: string | undefined;
  from?: Day | undefined;
  to?: Day | undefined;
}

/** Newest first; the cursor is the number of the last entry. Throws `input.invalid`. */
export function auditPage(
  reader: StoreReader,
  { cursor, limit, ...question }: AuditQuestion & { cursor?: string | undefined; limit: number },
): Page<AuditRow> {
  const conditions = auditConditions(question);
  const before = cursor === undefined ? [] : [sql`entry_id < ${numberOf(cursor)}`];
  const rows = reader.all<AuditRow>(sql`${ROWS} ${where([...conditions, ...before])}
    order by entry_id desc limit ${limit + 1}`);
  const shown = rows.slice(0, limit);
  return {
    rows: shown,
    next_cursor: rows.length > limit ? String(shown.at(-1)!.entry_id) : null,
    total: reader.value<number>(sql`select count(*) from audit_log ${where(conditions)}`) ?? 0,
  };
}

/** Every entry of the question, oldest first, as the chain goes. */
export function auditRows(reader: StoreReader, question: AuditQuestion): IterableIterator<AuditRow> {
  return reader.each<AuditRow>(sql`${ROWS} ${where(auditConditions(question))} order by entry_id`);
}

const ROWS: Sql = { text: 'select entry_id, at, staff, action, detail, hash from audit_log', values: [] };

export function auditConditions({ search, staff, action, from, to }: AuditQuestion): Sql[] {
  const text = search ? likeText(search) : null;
  return [
    ...(text === null
      ? []
      : [sql`(detail like ${text} escape '\\' or action like ${text} escape '\\' or staff like ${text} escape '\\')`]),
    ...(staff === undefined ? [] : [sql`staff = ${staff}`]),
    ...(action === undefined ? [] : [sql`action = ${action}`]),
    ...(from === undefined ? [] : [sql`at >= ${startOf('from', from)}`]),
    ...(to === undefined ? [] : [sql`at < ${startOf('to', addDays(checked(to), 1))}`]),
  ];
}

/** Words and wildcards of what was typed mean themselves. */
function likeText(search: string): string {
  return `%${search.replace(/[\\%_]/g, '\\$&')}%`;
}

function checked(day: Day): Day {
  startOf('to', day);
  return day;
}

function startOf(field: string, day: Day): number {
  const start = startOfDay(day);
  if (start === null) throw new DeskError('input.invalid', { field, value: day });
  return start;
}

function numberOf(cursor: string): number {
  const number = Number(cursor);
  if (!Number.isSafeInteger(number) || number < 0)
    throw new DeskError('input.invalid', { field: 'cursor', value: cursor });
  return number;
}

/** Who did anything, and what kinds of deeds there are. */
export function auditFacets(reader: StoreReader): { staff: string[]; actions: string[] } {
  const distinct = (column: Sql) =>
    reader.all<{ value: string }>(sql`select distinct ${column} as value from audit_log order by 1`);
  return {
    staff: distinct({ text: 'staff', values: [] }).map(({ value }) => value),
    actions: distinct({ text: 'action', values: [] }).map(({ value }) => value),
  };
}

/** Reads every entry: ask it in a thread. */
export function auditVerdict(reader: StoreReader): AuditVerdict {
  const { entries, broken_entry } = inspectAudit(reader);
  const head = reader.value<string>(sql`select hash from audit_log order by entry_id desc limit 1`) ?? '';
  return { entries, broken_at: broken_entry, head };
}
