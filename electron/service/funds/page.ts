import type { FundsAcceptance, FundsRow } from '../../../shared/contract/funds.ts';
import type { Page } from '../../../shared/contract/paging.ts';
import type { RouteParsed } from '../../../shared/contract/routes.ts';
import { readCursor } from '../store/keyset.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { IS_COMMISSION } from './flow-kind.ts';
import { FLOW_KEY } from './judged.ts';
import { type JudgedRow, judgedMonth } from './month.ts';

type Question = RouteParsed<'funds.page'>;

/** Keys of a month; those without a value of the sort come last. Throws `period.invalid`, `input.invalid` for a bad cursor. */
export function fundsPage(reader: StoreReader, question: Question): Page<FundsRow> {
  const { period, cursor, limit } = question;
  const place = readCursor(cursor, 2) as Place | null;
  const compare = comparison(question);
  const found = judgedMonth(reader, period)
    .filter(isWanted(question))
    .map((row): Placed => ({ row, place: [sortedBy(row, question.sort), row.key] }))
    .sort((a, b) => compare(a.place, b.place));
  const from = place === null ? 0 : found.findIndex((one) => compare(one.place, place) > 0);
  const rows = from < 0 ? [] : found.slice(from, from + limit);
  const more = from >= 0 && from + limit < found.length;
  return {
    rows: complete(
      reader,
      rows.map(({ row }) => row),
    ),
    next_cursor: more ? JSON.stringify(rows.at(-1)!.place) : null,
    total: found.length,
  };
}

type Place = [value: number | null, key: string];

interface Placed {
  row: JudgedRow;
  place: Place;
}

function comparison({ direction }: Question): (a: Place, b: Place) => number {
  const sign = direction === 'asc' ? 1 : -1;
  return ([one, key], [other, otherKey]) => {
    if (one === null || other === null) {
      if (one !== other) return one === null ? 1 : -1;
    } else if (one !== other) return (one < other ? -1 : 1) * sign;
    return key === otherKey ? 0 : (key < otherKey ? -1 : 1) * sign;
  };
}

/** A difference counts by its size; where the file differs by more, that one does. */
function sortedBy(row: JudgedRow, sort: Question['sort']): number | null {
  switch (sort) {
    case 'difference':
      return Math.max(Math.abs(row.difference_fen), Math.abs(row.file_difference_fen ?? 0));
    case 'settled':
    case 'booked':
      return row[`${sort}_at`];
    case 'age':
      return row.age_days;
    default:
      return row[`${sort}_fen`];
  }
}

function isWanted({ state, file, age, search }: Question): (row: JudgedRow) => boolean {
  return (row) =>
    (state === undefined || row.state === state) &&
    (file !== 'differs' || (row.file_difference_fen ?? 0) !== 0) &&
    (file !== 'absent' || (row.books_fen !== null && row.file_fen === null)) &&
    (age === undefined ||
      (row.age_days !== null && row.age_days >= age.from_days && row.age_days <= (age.to_days ?? row.age_days))) &&
    (!search || row.key.includes(search));
}

interface Named {
  order_id: string;
  shop_appid: string | null;
  shop_name: string | null;
}

interface Accepted extends FundsAcceptance {
  key: string;
}

/** What only the rows of one page are asked for. */
function complete(reader: StoreReader, rows: readonly JudgedRow[]): FundsRow[] {
  const ids = JSON.stringify(rows.flatMap(({ order_id }) => order_id ?? []));
  const keys = JSON.stringify(rows.map(({ key }) => key));
  const names = byFirst(
    reader.all<Named>(sql`select order_id, shop_appid, shop_name from commission_order
      where order_id in (select value from json_each(${ids}))`),
    ({ order_id }) => order_id,
  );
  const flows = byFirst(
    reader.all<{ order_id: string; flow_ids: string }>(
      sql`select f.order_id, json_group_array(f.flow_id order by f.booked_at, f.flow_id) as flow_ids from funds_flow f
        where f.order_id in (select value from json_each(${ids})) and ${IS_COMMISSION} group by f.order_id`,
    ),
    ({ order_id }) => order_id,
  );
  const words = byFirst(
    reader.all<Accepted>(
      sql`select order_id as key, reason, note, accepted_by as by, accepted_at as at from accepted_difference
        where kind in ('funds', 'file') and order_id in (select value from json_each(${keys})) and withdrawn_at is null
        order by acceptance_id desc`,
    ),
    ({ key }) => key,
  );
  return rows.map((row) => {
    const named = row.order_id === null ? undefined : names.get(row.order_id);
    const word = row.state === 'accepted' ? words.get(row.key) : undefined;
    return {
      ...row,
      in_books: row.books_fen !== null ? 'settled' : named ? 'not_settled' : 'absent',
      shop_appid: named?.shop_appid ?? null,
      shop_name: named?.shop_name ?? null,
      flow_ids:
        row.order_id === null
          ? [row.key.slice(FLOW_KEY.length)]
          : (JSON.parse(flows.get(row.order_id)?.flow_ids ?? '[]') as string[]),
      accepted: word ? { reason: word.reason, note: word.note, by: word.by, at: word.at } : null,
    };
  });
}

function byFirst<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row> {
  const first = new Map<string, Row>();
  for (const row of rows) if (!first.has(keyOf(row))) first.set(keyOf(row), row);
  return first;
}
