import type { ReportScope } from '../../../shared/contract/report.ts';
import { type GroupTable, groupTables, SHEETS } from '../report/settlement-columns.ts';
import { AMOUNTS, type GroupedSums } from '../settlement/sums.ts';
import type { Recipient } from './recipients.ts';
import { offeredColumns } from './scope-columns.ts';
import type { Statement } from './statement.ts';

/** By what the sales of a recipient are added up beside their list; never by what he himself is. */
const GROUPED: Record<ReportScope, readonly string[]> = {
  institution: [SHEETS.merchants, SHEETS.promoters, SHEETS.channels],
  channel: [SHEETS.merchants, SHEETS.promoters],
  merchant: [SHEETS.channels],
  payee: [SHEETS.promoters],
};

/** Most payees are one promoter, of whom a table would only say the totals again. */
export function hasGroups({ scope, promoters }: Pick<Recipient, 'scope' | 'promoters'>): boolean {
  return scope !== 'payee' || promoters.length > 1;
}

/** Sums of his sales, with no amount he may not see. A table of one row would only say the totals again. */
export function groupsOf(scope: ReportScope, sales: GroupedSums): Statement['groups'] {
  return groupTables(sales.rows())
    .filter(({ sheet, rows }) => GROUPED[scope].includes(sheet) && (scope === 'institution' || rows.length > 1))
    .map((table) => seenBy(scope, table));
}

function seenBy(scope: ReportScope, { sheet, columns, rows }: GroupTable): Statement['groups'][number] {
  const offered = new Map<string, string>(offeredColumns(scope).map(({ key, title }) => [key, title]));
  const hidden = new Set<string>(AMOUNTS.filter((key) => !offered.has(key)));
  const seen = columns
    .filter(({ key }) => !hidden.has(key))
    .map((column) => ({ ...column, title: offered.get(column.key) ?? column.title }));
  return {
    title: sheet,
    columns: seen,
    // The rows too: whoever writes them must not have what nobody may see.
    rows: rows.map((row) => Object.fromEntries(seen.map(({ key }) => [key, row[key] ?? null]))),
  };
}
