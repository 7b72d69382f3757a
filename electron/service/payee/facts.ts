import { addFen, type Fen } from '../../../shared/money.ts';
import type { Period } from '../../../shared/time.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { type Ledger, type LedgerFacts, NO_LEDGER, type PayeeAmount, payeeLedgers } from './ledgers.ts';
import { readMembers } from './member.ts';
import { owedMonths } from './owed.ts';

/** A payment that has no result yet. */
export interface OpenPayment extends PayeeAmount {
  batch_id: number;
}

/** Every payee's ledger as the books stand, with what stands in payout batches and has no result yet. */
export interface PayeeBooks {
  ledger(payeeId: string): Ledger;
  payees(): Iterable<string>;
  isClosed(period: Period): boolean;
  open(payeeId: string): readonly OpenPayment[];
}

export function ledgerFacts(reader: StoreReader): LedgerFacts {
  return {
    months: owedMonths(reader),
    members: readMembers(reader),
    write_offs: reader.all<PayeeAmount>(sql`select payee_id, period, amount_fen from write_off`),
    payments: reader.all<PayeeAmount>(sql`select i.payee_id, b.period, i.paid_fen as amount_fen
      from payout_item i join payout_batch b on b.batch_id = i.batch_id where i.paid_fen > 0`),
  };
}

/** The first time in the life of the reader it adds up every closing (see `owedMonths`). */
export function payeeBooks(reader: StoreReader): PayeeBooks {
  const facts = ledgerFacts(reader);
  const ledgers = payeeLedgers(facts);
  const closed = new Set(facts.months.map(({ period }) => period));
  const waiting = openPayments(reader);
  return {
    ledger: (payeeId) => ledgers.get(payeeId) ?? NO_LEDGER,
    payees: () => ledgers.keys(),
    isClosed: (period) => closed.has(period),
    open: (payeeId) => waiting.get(payeeId) ?? [],
  };
}

function openPayments(reader: StoreReader): Map<string, OpenPayment[]> {
  const found = new Map<string, OpenPayment[]>();
  const rows = reader.each<OpenPayment>(sql`select i.payee_id, b.period, i.amount_fen, i.batch_id
    from payout_item i join payout_batch b on b.batch_id = i.batch_id
    where i.state = 'waiting' and b.cancelled_at is null`);
  for (const row of rows) {
    const list = found.get(row.payee_id);
    if (list) list.push(row);
    else found.set(row.payee_id, [row]);
  }
  return found;
}

/** The sum of payments without a result; `until` leaves out those of later months. */
export function openFen(payments: readonly OpenPayment[], until?: Period): Fen {
  return payments.reduce(
    (sum, { period, amount_fen }) => (until === undefined || period <= until ? addFen(sum, amount_fen) : sum),
    0,
  );
}
