import type { ReportRecipients, ReportScope } from '../../../shared/contract/report.ts';
import type { Period } from '../../../shared/time.ts';
import type { StoreReader } from '../store/store.ts';
import { monthBook } from './month-book.ts';
import { payeeBook } from './payees.ts';
import { monthRecipients } from './recipients.ts';
import { templateFinder } from './template/templates.ts';

/**
 * Whom a statement of the month can be written for. A second for each 100,000 lines: ask it in a thread. The name of
 * the institution is not in its books: it is left empty here. Throws `period.invalid`.
 */
export function recipientList(
  reader: StoreReader,
  { period, scope }: { period: Period; scope: ReportScope },
): ReportRecipients {
  const book = monthBook(reader, period);
  const payees = payeeBook(reader, period);
  const templateOf = templateFinder(reader);
  const { recipients } = monthRecipients(book, payees, [scope], '');
  return {
    state: book.state,
    rows: recipients.map((recipient) => ({
      recipient_id: recipient.id,
      name: recipient.name,
      sums: recipient.sums,
      adjustments: recipient.adjustments,
      unsettled: recipient.unsettled,
      payable_fen: recipient.balance?.payable_fen ?? null,
      promoter_appids: recipient.promoters,
      template_id: templateOf(recipient)?.template_id ?? null,
    })),
  };
}
