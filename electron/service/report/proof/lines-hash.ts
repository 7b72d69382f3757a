import type { ReportScope } from '../../../../shared/contract/report.ts';
import type { Period } from '../../../../shared/time.ts';
import type { SettlementLine } from '../../settlement/line.ts';
import { RowsHash } from './rows-hash.ts';

/** Name of the text below whose hash a statement carries. Any change of it gets the next number. */
export const STATEMENT_FORMAT = 'league-desk-statement/1';
/** The same over all columns of the detail of the institution's own pack, beside the hash of `settle`. */
const DETAIL_FORMAT = 'league-desk-detail/1';

const ADJUSTMENTS = 'adjustments';

/** A line as a file has it: values by the keys of columns. */
export type LineValues = Pick<SettlementLine, 'kind' | 'adjusts_period' | 'adjustment_reason'> &
  Partial<Record<keyof SettlementLine, unknown>>;

/**
 * The values of the columns with a tab between: fen, ppm, Unix seconds, codes, texts; absent ones are nothing. A line
 * that corrects a closed month says which and why behind them, whether these are columns or not.
 */
export function lineTextOf(keys: readonly (keyof SettlementLine)[]): (line: LineValues) => string {
  return (line) => {
    let text = '';
    for (const key of keys) {
      const value = line[key];
      text += value === null || value === undefined ? '\t' : `${value}\t`;
    }
    return line.kind === 'sale'
      ? text.slice(0, -1)
      : `${text}${line.adjusts_period ?? ''}\t${line.adjustment_reason ?? ''}`;
  };
}

/**
 * Over a first row `league-desk-statement/1 <period> <scope> <recipient id>`, the id as the file shows it, a row of the
 * columns' keys with tabs between, one row per sale as `lineTextOf` gives it, and where closed months are corrected a row
 * `adjustments` and one row per correction.
 */
export class LinesHash {
  readonly #rows: RowsHash;
  readonly #text: (line: LineValues) => string;
  #adjusting = false;

  constructor(title: string, keys: readonly (keyof SettlementLine)[]) {
    this.#rows = new RowsHash(`${title}\n${keys.join('\t')}`);
    this.#text = lineTextOf(keys);
  }

  static ofStatement(of: { period: Period; scope: ReportScope; id: string }, keys: readonly (keyof SettlementLine)[]) {
    return new LinesHash(`${STATEMENT_FORMAT} ${of.period} ${of.scope} ${of.id}`, keys);
  }

  static ofDetail(period: Period, keys: readonly (keyof SettlementLine)[]) {
    return new LinesHash(`${DETAIL_FORMAT} ${period}`, keys);
  }

  get rows(): number {
    return this.#rows.rows;
  }

  /** Sales before corrections. Gives the line's text, of which its check code is made. */
  add(line: LineValues): string {
    if (line.kind !== 'sale' && !this.#adjusting) {
      this.#adjusting = true;
      this.#rows.mark(ADJUSTMENTS);
    }
    const text = this.#text(line);
    this.#rows.add(text);
    return text;
  }

  digest(): string {
    return this.#rows.digest();
  }
}
