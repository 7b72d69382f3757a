import type { PayeeBalance } from '../../../shared/contract/payee.ts';
import type { ReportScope } from '../../../shared/contract/report.ts';
import type { SettlementPeriod } from '../../../shared/contract/settlement.ts';
import type { Period, Unix } from '../../../shared/time.ts';
import type { Column } from '../report/column.ts';
import type { SettlementLine } from '../settlement/line.ts';
import type { LineSums } from '../settlement/sums.ts';

/** What one recipient gets for one period, ready to be written; writers only give it its shape. */
export interface Statement {
  scope: ReportScope;
  period: Period;
  /**
   * Of the institution: id ''. Of a channel: id and name are its code and word. A payee's id is a key of the program's
   * own: documents say `shown_id`, see `Recipient`.
   */
  recipient: { id: string; shown_id: string; name: string };
  institution: { name: string; app_id: string | null };
  state: SettlementPeriod['state'];
  /** Which closing it was written from; null while the month is open: then it says that figures may change. */
  closing: { number: number; at: Unix; by: string; hash: string } | null;
  /** Platform time up to which orders were known; also the time written into files, never the machine's clock. */
  known_as_of: Unix | null;
  /** Sales, lines that correct closed months, and what is not settled yet: never mixed. */
  sums: LineSums;
  adjustments: LineSums;
  unsettled: LineSums;
  /** Carried over, paid, payable; for a payee of a closed month, else null. */
  balance: PayeeBalance | null;
  /** Detail columns in their order, with the headings of the recipient's template. */
  columns: readonly (Column & { key: keyof SettlementLine })[];
  /** Sums by promoter, merchant or channel, as far as the scope has several. */
  groups: readonly {
    title: string;
    columns: readonly Column[];
    rows: readonly Record<string, string | number | null>[];
  }[];
  /** Sales, then corrections, in the order of the report. Can be read more than once. */
  lines(): Iterable<SettlementLine>;
  unsettledLines(): Iterable<SettlementLine>;
}
