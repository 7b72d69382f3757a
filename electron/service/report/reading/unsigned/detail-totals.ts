import type { SettlementLine } from '../../../settlement/line.ts';
import type { Cell } from '../../column.ts';
import { LINE_COLUMNS } from '../../settlement-columns.ts';

const SUMMED = LINE_COLUMNS.filter((column) => 'summed' in column).map(({ key }) => key);

/** What the lines of the detail add up to, beside what its total rows print. */
export class DetailTotals {
  readonly #sums = SUMMED.map((key) => ({ key, lines: 0, printed: 0 }));

  line(line: SettlementLine): void {
    for (const sum of this.#sums) sum.lines += line[sum.key] ?? 0;
  }

  /** A total row; a detail of several sheets has one on each. */
  total(row: Readonly<Record<string, Cell>>): void {
    for (const sum of this.#sums) sum.printed += Number(row[sum.key]);
  }

  agree(): boolean {
    return this.#sums.every(({ lines, printed }) => lines === printed);
  }
}
