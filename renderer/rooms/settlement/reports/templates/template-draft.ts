import type { ReportColumn, ReportScope, ReportTemplate } from '../../../../../shared/contract/report.ts';

/** A template as it is being made. */
export type TemplateDraft = Pick<ReportTemplate, 'name' | 'scope' | 'columns'> & { template_id?: string };
type Columns = TemplateDraft['columns'];

/** What everybody gets without a template, to begin with. */
export function plainDraft(scope: ReportScope, offered: readonly ReportColumn[]): TemplateDraft {
  return { name: '', scope, columns: plainColumns(offered) };
}

export function plainColumns(offered: readonly ReportColumn[]): Columns {
  return offered.filter(({ plain }) => plain).map(({ key, title }) => ({ key, title }));
}

/** The column at another place; places beyond the ends are the ends. */
export function moved(columns: Columns, key: string, to: number): Columns {
  const column = columns.find((one) => one.key === key);
  if (!column) return columns;
  const rest = columns.filter((one) => one !== column);
  rest.splice(Math.max(0, Math.min(rest.length, to)), 0, column);
  return rest;
}

export function renamed(columns: Columns, key: string, title: string): Columns {
  return columns.map((column) => (column.key === key ? { ...column, title } : column));
}

export function without(columns: Columns, key: string): Columns {
  return columns.filter((column) => column.key !== key);
}

/** What can be added yet. */
export function unusedColumns(columns: Columns, offered: readonly ReportColumn[]): ReportColumn[] {
  return offered.filter(({ key }) => !columns.some((column) => column.key === key));
}

/** A name, and a heading over every column. */
export function canBeSaved({ name, columns }: TemplateDraft): boolean {
  return name.trim() !== '' && columns.length > 0 && columns.every(({ title }) => title.trim() !== '');
}
