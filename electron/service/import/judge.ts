import type { Refusal, RefusalReason } from '../../../shared/contract/import.ts';
import type { Fen } from '../../../shared/money.ts';
import type { Unix } from '../../../shared/time.ts';
import { type CellId, flowIdOf, orderIdOf } from './id-cell.ts';
import { broughtBy, type Line, type Scheme } from './line.ts';

/** A row as it goes into the books. `amount_fen` null: it is kept and counts for nothing. */
export interface ReadRow {
  row: number;
  order_id: string | null;
  sku_id: string | null;
  flow_id: string | null;
  amount_fen: Fen | null;
  payment_fen: Fen | null;
  at: Unix | null;
  cells: string;
}

export interface Evidence {
  /** Columns known to hold numbers with all their digits. */
  exact: { order: boolean; flow: boolean };
  /** Whether the books have exactly this id: one that ends in zeros may be real. */
  known(id: string): boolean;
}

export type Judged = { read: ReadRow } | { refused: Refusal };

/** Whether a row can be counted, and if not, why. */
export function judge(line: Line, scheme: Scheme, evidence: Evidence): Judged {
  const order = settled(orderIdOf(line.order, evidence.exact.order), evidence);
  const flow = settled(flowIdOf(line.flow, evidence.exact.flow), evidence);
  const row = {
    row: line.row,
    order_id: order.kind === 'id' ? order.id : null,
    sku_id: line.sku_id,
    flow_id: flow.kind === 'id' ? flow.id : null,
    amount_fen: null,
    payment_fen: line.payment.kind === 'fen' ? line.payment.fen : null,
    at: line.at,
    cells: line.cells,
  };
  if (line.kind === 'other' || line.amountAbove) return { read: row };
  const refuse = (reason: RefusalReason, value: string): Judged => ({ refused: { row: line.row, reason, value } });

  const needed = scheme.kind === 'flows' ? flow : order;
  if (needed.kind === 'none') return refuse('id_missing', line.amountText);
  for (const id of scheme.kind === 'flows' ? [flow, order] : [order]) {
    if (id.kind === 'rounded') return refuse('id_rounded', id.value);
    if (id.kind === 'invalid') return refuse('id_invalid', id.value);
  }
  if (line.amount.kind === 'none') return refuse('amount_missing', idText(needed));
  if (line.amount.kind !== 'fen') return refuse(`amount_${line.amount.kind}`, line.amountText);
  if (line.directionText !== null) return refuse('direction_unknown', line.directionText);
  // A flow of no order is part of the balance and of nothing that could be matched.
  if (order.kind !== 'id') return { read: row };
  return { read: { ...row, amount_fen: broughtBy(line, line.amount.fen, scheme) } };
}

/** An id that a spreadsheet may have cut is one only when the books have it. */
function settled(id: CellId, { known }: Evidence): CellId {
  return id.kind === 'id' && id.suspect && !known(id.id) ? { kind: 'rounded', value: id.id } : id;
}

function idText(id: CellId): string {
  return id.kind === 'id' ? id.id : '';
}
