import type { ReportTemplate } from '../../../shared/contract/report.ts';
import type { SettlementLine } from '../settlement/line.ts';
import { sumOf } from '../settlement/period.ts';
import { GroupedSums, LineSum, OrderNumbers } from '../settlement/sums.ts';
import { groupsOf, hasGroups } from './group-tables.ts';
import type { MonthBook, Place } from './month-book.ts';
import type { PayeeBook } from './payees.ts';
import type { Recipient } from './recipients.ts';
import { type LineColumn, offeredColumns, plainColumns } from './scope-columns.ts';
import type { Statement } from './statement.ts';

export interface StatementSources {
  book: MonthBook;
  payees: PayeeBook;
  institution: Statement['institution'];
  /** The template of a recipient; null gives the plain columns. */
  templateOf(recipient: Pick<Recipient, 'scope' | 'id'>): ReportTemplate | null;
}

/** So many lines are kept while a statement is written; more are read again each time they are asked for. */
const KEPT = 5000;

/**
 * The statement of one recipient. Its sums are added up from its own lines, read for it, so that they can be held
 * against what the month says of him.
 */
export function buildStatement(recipient: Recipient, { book, institution, templateOf }: StatementSources): Statement {
  const { scope, id, shown_id, name } = recipient;
  const lines = rereadable(recipient.places, book.read);
  const unsettled = rereadable(recipient.unsettledPlaces, book.readUnsettled);
  const { sales, adjustments, groups } = addedUp(lines(), hasGroups(recipient) ? new GroupedSums() : null);
  return {
    scope,
    period: book.period,
    recipient: { id, shown_id, name },
    institution,
    state: book.state,
    closing: book.closing,
    known_as_of: book.known_as_of,
    sums: sales,
    adjustments,
    unsettled: sumOf(unsettled()),
    balance: recipient.balance,
    columns: columnsOf(templateOf(recipient), scope),
    groups: groups ? groupsOf(scope, groups) : [],
    lines,
    unsettledLines: unsettled,
  };
}

function columnsOf(template: ReportTemplate | null, scope: Recipient['scope']): LineColumn[] {
  if (template === null) return plainColumns(scope);
  const offered = new Map<string, LineColumn>(offeredColumns(scope).map((column) => [column.key, column]));
  // A column an older program offered and this one does not know is left out.
  return template.columns.flatMap(({ key, title }) => {
    const column = offered.get(key);
    return column ? [{ ...column, title }] : [];
  });
}

function rereadable(places: readonly Place[], read: MonthBook['read']): () => Iterable<SettlementLine> {
  if (places.length > KEPT) return () => read(places);
  let kept: SettlementLine[] | null = null;
  return () => {
    kept ??= [...read(places)];
    return kept;
  };
}

function addedUp(lines: Iterable<SettlementLine>, groups: GroupedSums | null) {
  const orders = new OrderNumbers();
  const sales = new LineSum();
  const adjustments = new LineSum();
  for (const line of lines) {
    const order = orders.of(line.order_id);
    if (line.kind === 'adjustment') adjustments.add(line, order);
    else {
      sales.add(line, order);
      groups?.add(line, order);
    }
  }
  return { sales: sales.sums, adjustments: adjustments.sums, groups };
}
