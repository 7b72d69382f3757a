import type { ReportScope } from '../../../shared/contract/report.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import type { Period } from '../../../shared/time.ts';
import type { StoreReader } from '../store/store.ts';
import { buildStatement, type StatementSources } from './build.ts';
import { monthBook } from './month-book.ts';
import { payeeBook } from './payees.ts';
import { monthRecipients } from './recipients.ts';
import type { Statement } from './statement.ts';
import { templateFinder } from './template/templates.ts';

/** Everything statements of a month are made from. Throws `period.invalid`. */
export function statementSources(
  reader: StoreReader,
  period: Period,
  institution: Statement['institution'],
): StatementSources {
  return {
    book: monthBook(reader, period),
    payees: payeeBook(reader, period),
    institution,
    templateOf: templateFinder(reader),
  };
}

/** Throws `report.recipient_unknown` when the month has nothing of his. */
export function statementOf(sources: StatementSources, scope: ReportScope, recipientId: string): Statement {
  const { book, payees, institution } = sources;
  const recipient = monthRecipients(book, payees, [scope], institution.name).recipients.find(
    ({ id }) => id === recipientId,
  );
  if (!recipient)
    throw new DeskError('report.recipient_unknown', { period: book.period, scope, recipient_id: recipientId });
  return buildStatement(recipient, sources);
}
