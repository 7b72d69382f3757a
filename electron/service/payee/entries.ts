import type { LedgerEntry, PayeeLedger } from '../../../shared/contract/payee.ts';
import { addFen } from '../../../shared/money.ts';
import { SPLIT_PAYER } from '../../../shared/status.ts';
import type { Period } from '../../../shared/time.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { type MemberBook, readMembers } from './member.ts';
import { payeeRow } from './row.ts';

type Entry = Omit<LedgerEntry, 'balance_fen'>;

/** Order within a month: what came of lines, then what staff did about it. */
const KINDS: readonly LedgerEntry['kind'][] = ['sales', 'correction', 'clawback', 'write_off', 'payout'];

/** Everything that made up a payee's balance, by month. Throws `payee.unknown`. Ask it in a thread. */
export function payeeLedger(reader: StoreReader, payeeId: string): PayeeLedger {
  const payee = payeeRow(reader, payeeId);
  const entries = [
    ...lineEntries(reader, payeeId),
    ...writeOffEntries(reader, payeeId),
    ...payoutEntries(reader, payeeId),
  ];
  entries.sort(
    (a, b) =>
      (a.period < b.period ? -1 : a.period > b.period ? 1 : 0) ||
      KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
      (a.at ?? 0) - (b.at ?? 0),
  );
  let balance_fen = 0;
  return {
    payee,
    entries: entries.map((entry) => {
      balance_fen = addFen(balance_fen, entry.amount_fen);
      return { ...entry, balance_fen };
    }),
  };
}

interface LineSum {
  period: Period;
  closed_at: number;
  closed_by: string;
  promoter_appid: string;
  kind: 'sales' | 'clawback' | 'correction';
  rows: number;
  amount_fen: number;
}

function* lineEntries(reader: StoreReader, payeeId: string): Generator<Entry> {
  const members = readMembers(reader);
  const found = new Map<string, Entry>();
  for (const sum of lineSums(reader, promotersEver(reader, payeeId))) {
    const { period, kind, closed_at: at, closed_by: by } = sum;
    if (!isHis(members, sum, payeeId)) continue;
    const key = `${period} ${kind}`;
    const entry = found.get(key) ?? { period, kind, amount_fen: 0, rows: 0, at, by, note: '', batch_id: null };
    entry.amount_fen = addFen(entry.amount_fen, sum.amount_fen);
    entry.rows = (entry.rows ?? 0) + sum.rows;
    found.set(key, entry);
  }
  yield* found.values();
}

function isHis(members: MemberBook, { promoter_appid, period }: LineSum, payeeId: string): boolean {
  return members.of(promoter_appid, period) === payeeId;
}

/** Promoters who are, or were in some month, the payee's. */
function promotersEver(reader: StoreReader, payeeId: string): string[] {
  return reader
    .all<{ promoter_appid: string }>(sql`
      select promoter_appid from payee_member where payee_id = ${payeeId}
      union select substr(${payeeId}, 10) where substr(${payeeId}, 1, 9) = 'promoter:'`)
    .map(({ promoter_appid }) => promoter_appid);
}

function lineSums(reader: StoreReader, promoters: readonly string[]): IterableIterator<LineSum> {
  return reader.each(sql`
    select c.period, c.closed_at, c.closed_by, l.promoter_appid,
      case when l.kind = 'sale' then 'sales' when l.promoter_owed_fen < 0 then 'clawback' else 'correction' end as kind,
      count(*) as rows, sum(l.promoter_owed_fen) as amount_fen
    from json_each(${JSON.stringify(promoters)}) p cross join settlement_closed c
    cross join closing_line l on l.closing_id = c.closing_id and l.promoter_appid = p.value
    where l.promoter_payer = ${SPLIT_PAYER.institution}
    group by c.closing_id, l.promoter_appid, 5`);
}

function writeOffEntries(reader: StoreReader, payeeId: string): Entry[] {
  return reader.all<Entry>(sql`select period, 'write_off' as kind, amount_fen, null as rows, at, staff as by,
      reason as note, null as batch_id from write_off where payee_id = ${payeeId} order by write_off_id`);
}

function payoutEntries(reader: StoreReader, payeeId: string): Entry[] {
  return reader.all<Entry>(sql`select b.period, 'payout' as kind, -i.paid_fen as amount_fen, null as rows,
      i.paid_at as at, b.approved_by as by, i.reference as note, b.batch_id
    from payout_item i join payout_batch b on b.batch_id = i.batch_id
    where i.payee_id = ${payeeId} and i.paid_fen > 0 order by b.batch_id`);
}
