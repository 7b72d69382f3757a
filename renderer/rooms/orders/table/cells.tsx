import type { ReactNode } from 'react';
import { type Fen, formatFen } from '../../../../shared/money.ts';
import { formatPpm, type Ppm } from '../../../../shared/rate.ts';
import { formatInstant, type Unix } from '../../../../shared/time.ts';
import type { PlainValue } from '../../../parts/table/columns.ts';

/**
 * The cells of a table of a hundred thousand rows: plain elements without state, hooks or tooltips of their own.
 * What is cut is whole in the title.
 */
export const ABSENT = <span className="ld-faint">—</span>;

export function money(fen: Fen | null, estimatedHint?: string | null): ReactNode {
  if (fen === null) return ABSENT;
  return (
    <span
      className={`ld-money${fen < 0 ? ' ld-money--negative' : ''}${estimatedHint ? ' ld-money--estimated' : ''}`}
      title={estimatedHint ?? undefined}
    >
      {formatFen(fen)}
    </span>
  );
}

export function rate(ppm: Ppm | null): ReactNode {
  return ppm === null ? ABSENT : formatPpm(ppm);
}

export function count(of: number | null): ReactNode {
  return of === null ? ABSENT : String(of);
}

export function text(of: string | null | undefined, title?: string): ReactNode {
  return of ? (
    <span className="ld-ellipsis" title={title ?? of}>
      {of}
    </span>
  ) : (
    ABSENT
  );
}

/** An id: a click copies it, without opening the row. */
export function idText(id: string | null): ReactNode {
  return id ? (
    <span className="ld-mono ld-ellipsis ld-copies" data-copy={id} title={id}>
      {id}
    </span>
  ) : (
    ABSENT
  );
}

export function instant(at: Unix | null): ReactNode {
  if (at === null) return ABSENT;
  const exact = formatInstant(at);
  return <time title={exact}>{exact.slice(0, 16)}</time>;
}

export function two(first: ReactNode, second: ReactNode): ReactNode {
  return (
    <span className="ld-two">
      <span className="ld-two__first">{first}</span>
      <span className="ld-two__second">{second}</span>
    </span>
  );
}

export const plainText = (value: string | null): PlainValue => (value ? { text: value } : null);
/** Yuan without separators, as spreadsheets read a number: 1234.56. */
export const plainMoney = (fen: Fen | null): PlainValue =>
  fen === null ? null : { figure: formatFen(fen).replaceAll(',', '') };
export const plainRate = (ppm: Ppm | null): PlainValue => (ppm === null ? null : { figure: formatPpm(ppm) });
export const plainCount = (of: number | null): PlainValue => (of === null ? null : { figure: String(of) });
export const plainInstant = (at: Unix | null): PlainValue => (at === null ? null : { figure: formatInstant(at) });
