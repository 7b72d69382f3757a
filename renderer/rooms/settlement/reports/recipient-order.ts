import type { ReportRecipient, ReportScope } from '../../../../shared/contract/report.ts';
import { readableName } from '../../../parts/party-name.ts';
import type { Sort } from '../../../parts/table/columns.ts';
import { shownId } from './recipient-address.ts';
import { measureOf } from './recipient-figures.ts';

/** Whose name, id or promoter's AppID has the text in it, whatever its case. */
export function foundRecipients(rows: readonly ReportRecipient[], search: string): ReportRecipient[] {
  const wanted = search.trim().toLowerCase();
  if (wanted === '') return [...rows];
  return rows.filter(({ name, recipient_id, promoter_appids }) =>
    [name, shownId(recipient_id), ...promoter_appids].some((text) => text.toLowerCase().includes(wanted)),
  );
}

function figureOf(row: ReportRecipient, by: string, scope: ReportScope): number {
  if (by === 'corrections') return row.adjustments[measureOf(scope)];
  if (by === 'unsettled') return row.unsettled.rows;
  if (by === 'payable') return row.payable_fen ?? 0;
  return row.sums[by as keyof ReportRecipient['sums']];
}

/** By a figure or by name; rows that are equal there keep their order. */
export function orderRecipients(
  rows: readonly ReportRecipient[],
  { by, direction }: Sort,
  scope: ReportScope,
): ReportRecipient[] {
  const sign = direction === 'asc' ? 1 : -1;
  const shown = (row: ReportRecipient) => readableName(row.name) ?? shownId(row.recipient_id);
  const compare = (a: ReportRecipient, b: ReportRecipient) =>
    by === 'name' ? shown(a).localeCompare(shown(b), 'zh-CN') : figureOf(a, by, scope) - figureOf(b, by, scope);
  return rows.toSorted((a, b) => sign * compare(a, b));
}

/** Of the rows shown. */
export function recipientTotals(rows: readonly ReportRecipient[], scope: ReportScope) {
  const sum = (of: (row: ReportRecipient) => number) => rows.reduce((total, row) => total + of(row), 0);
  return {
    rows: sum(({ sums }) => sums.rows),
    unsettled: sum(({ unsettled }) => unsettled.rows),
    corrections: sum(({ adjustments }) => adjustments[measureOf(scope)]),
    payable: rows.some(({ payable_fen }) => payable_fen !== null) ? sum((row) => row.payable_fen ?? 0) : null,
    of: (key: keyof ReportRecipient['sums']) => sum(({ sums }) => sums[key]),
  };
}
