import { Link } from 'wouter';
import type { OrderFilter } from '../../../../shared/contract/order.ts';
import type { Unix } from '../../../../shared/time.ts';
import { type Measure, measureText } from './measure.ts';
import { rowsAddress } from './rows-address.ts';

interface Behind {
  /** How many rows there are to open; none, no link. */
  rows: number;
  /** Null: no filter of the orders page has just these rows; `why` says so. */
  filter: OrderFilter | null;
  why?: string;
  asOf: Unix | null;
}

interface FigureText {
  text: string;
  negative?: boolean;
}

/** A figure that opens the rows it was counted from. */
export function Figure({ text, negative = false, rows, filter, why, asOf }: Behind & FigureText) {
  if (rows === 0) return <span className="ld-faint">{text}</span>;
  if (filter === null) return <span title={why}>{text}</span>;
  return (
    <Link href={rowsAddress(filter, asOf)} className={`ld-figure${negative ? ' ld-figure--negative' : ''}`}>
      {text}
    </Link>
  );
}

/** The same of one measure's value. */
export function RowsLink({ value, measure, ...behind }: Behind & { value: number; measure: Measure }) {
  return <Figure {...behind} text={measureText(measure, value)} negative={value < 0} />;
}
