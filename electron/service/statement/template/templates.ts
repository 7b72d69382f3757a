import { randomUUID } from 'node:crypto';
import type { ReportScope, ReportTemplate } from '../../../../shared/contract/report.ts';
import { DeskError } from '../../../../shared/contract/result.ts';
import type { RouteParsed } from '../../../../shared/contract/routes.ts';
import type { Unix } from '../../../../shared/time.ts';
import { audit } from '../../store/audit.ts';
import { sql } from '../../store/sql.ts';
import type { Store, StoreReader } from '../../store/store.ts';
import { offeredColumns } from '../scope-columns.ts';

interface By {
  staff: string;
  /** Platform time. */
  now: Unix;
}

/** Stands for everybody of a scope without a template of his own. */
const EVERYBODY = '';

export function reportTemplates(reader: StoreReader): ReportTemplate[] {
  const rows = reader.all<Omit<ReportTemplate, 'columns' | 'for_all'> & { columns: string; for_all: number }>(
    sql`select template_id, name, scope, columns, set_at, set_by,
        exists (select 1 from report_recipient r
          where r.template_id = t.template_id and r.scope = t.scope and r.recipient_id = ${EVERYBODY}) as for_all,
        (select count(*) from report_recipient r
          where r.template_id = t.template_id and r.recipient_id <> ${EVERYBODY}) as recipients
      from report_template t order by scope, name, template_id`,
  );
  return rows.map(({ columns, for_all, ...row }) => ({ ...row, columns: JSON.parse(columns), for_all: for_all === 1 }));
}

/** Throws `report.template_unknown`, `report.template_columns`. */
export function saveTemplate(
  store: Store,
  { template_id, name, scope, columns }: RouteParsed<'report.save_template'>,
  { staff, now }: By,
): ReportTemplate {
  refuseColumns(scope, columns);
  const id = template_id ?? randomUUID();
  store.durably(() => {
    if (template_id !== undefined && templateOf(store, id).scope !== scope) throw unknown(id);
    store.run(sql`insert into report_template (template_id, name, scope, columns, set_at, set_by)
      values (${id}, ${name}, ${scope}, ${JSON.stringify(columns)}, ${now}, ${staff})
      on conflict (template_id) do update set name = excluded.name, columns = excluded.columns,
        set_at = excluded.set_at, set_by = excluded.set_by`);
    const detail = { template_id: id, name, scope, columns: columns.map(({ key }) => key) };
    audit(store, { at: now, staff, action: 'report.save_template', detail });
  });
  return templateOf(store, id);
}

/** Those who had it get the plain columns again. */
export function removeTemplate(store: Store, template_id: string, { staff, now }: By): { removed: boolean } {
  return store.durably(() => {
    store.run(sql`delete from report_recipient where template_id = ${template_id}`);
    const { changes } = store.run(sql`delete from report_template where template_id = ${template_id}`);
    if (changes > 0) audit(store, { at: now, staff, action: 'report.remove_template', detail: { template_id } });
    return { removed: changes > 0 };
  });
}

/** Throws `report.template_unknown`, also for a template of another scope. */
export function setRecipientTemplate(
  store: Store,
  { scope, recipient_id, template_id }: RouteParsed<'report.set_recipient'>,
  { staff, now }: By,
): { template_id: string | null } {
  store.durably(() => {
    if (template_id !== null && templateOf(store, template_id).scope !== scope) throw unknown(template_id);
    store.run(sql`delete from report_recipient where scope = ${scope} and recipient_id = ${recipient_id}`);
    if (template_id !== null)
      store.run(sql`insert into report_recipient (scope, recipient_id, template_id)
        values (${scope}, ${recipient_id}, ${template_id})`);
    audit(store, { at: now, staff, action: 'report.set_recipient', detail: { scope, recipient_id, template_id } });
  });
  return { template_id };
}

/** Which template a recipient gets: his own, else everybody's; null: the plain columns. */
export function templateFinder(
  reader: StoreReader,
): (recipient: { scope: ReportScope; id: string }) => ReportTemplate | null {
  const templates = new Map(reportTemplates(reader).map((template) => [template.template_id, template]));
  const chosen = new Map(
    reader
      .all<{ scope: ReportScope; recipient_id: string; template_id: string }>(
        sql`select scope, recipient_id, template_id from report_recipient`,
      )
      .map(({ scope, recipient_id, template_id }) => [`${scope}/${recipient_id}`, template_id]),
  );
  return ({ scope, id }) =>
    templates.get(chosen.get(`${scope}/${id}`) ?? chosen.get(`${scope}/${EVERYBODY}`) ?? '') ?? null;
}

function templateOf(reader: StoreReader, templateId: string): ReportTemplate {
  const found = reportTemplates(reader).find(({ template_id }) => template_id === templateId);
  if (!found) throw unknown(templateId);
  return found;
}

const unknown = (template_id: string) => new DeskError('report.template_unknown', { template_id });

function refuseColumns(scope: ReportScope, columns: ReportTemplate['columns']): void {
  const offered = offeredColumns(scope);
  const keys = columns.map(({ key }) => key);
  const known = new Set<string>(offered.map(({ key }) => key));
  const wrong = keys.filter((key, n) => !known.has(key) || keys.indexOf(key) !== n);
  const missing = offered.filter(({ key, needed }) => needed && !keys.includes(key)).map(({ title }) => title);
  if (wrong.length === 0 && missing.length === 0) return;
  const list = (names: readonly string[]) => names.join(', ') || '—';
  throw new DeskError('report.template_columns', { unknown: list(wrong), missing: list(missing) });
}
