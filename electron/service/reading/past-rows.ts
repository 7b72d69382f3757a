import type { ReplyState } from '../../../shared/contract/order.ts';
import type { Unix } from '../../../shared/time.ts';
import { type DeriveContext, deriveContext, deriveFigures, type EarlierStates } from '../order/derive.ts';
import { earlierStates, replyReader } from '../order/earlier-states.ts';
import { FIGURE_COLUMNS, STATE_COLUMNS } from '../order/row.ts';
import type { RawPlace } from '../store/raw.ts';
import { sql } from '../store/sql.ts';
import type { OwnReader } from '../store/store.ts';
import { copyIndexes, copyTable } from './past-views.ts';

/** A commission order that stands otherwise today, with the version that was the newest at the moment. */
interface MovedRow extends RawPlace {
  place: number;
  id: number;
  seq: number;
  seen_at: Unix;
  /** The newest version there is today. */
  newest: number;
  order_id: string;
  sku_id: string;
  order_tail: string;
  shared_order: number;
  first_seen_at: Unix;
  plan_then: number | null;
}

/** Rows rebuilt at once. */
const CHUNK = 1000;

/** Clocks are set back now and then; a row changed since the last look is looked for this long before it. */
const SLACK = 86_400;

/** How much later than the moment an order known then may have been created, by clocks that differ. */
const CREATED_LATER = 86_400;

/** `shared_order` may say more than was known: it only tells where order ids are to be counted apart. */
const OWN_COLUMNS = [
  'id',
  'order_id',
  'sku_id',
  'order_tail',
  'shared_order',
  'versions',
  'first_seen_at',
  'last_read_at',
  'stands_since',
  'state_hash',
] as const;
const TABLE_COLUMNS: readonly string[] = [...OWN_COLUMNS, ...STATE_COLUMNS, ...FIGURE_COLUMNS];

/**
 * commission_order at a moment. Rows that have not changed since stand in the table itself; the others are rebuilt,
 * each from its newest version of then, into a temporary table. Both together are the view `commission_order`.
 */
export interface PastRows {
  /** Takes in rows that changed since the last time; inside the transaction of the question. */
  catchUp(): void;
}

export function pastRows(reader: OwnReader, at: Unix): PastRows {
  const { db } = reader;
  copyTable(reader, 'commission_order', 'past_order');
  db.exec(`create temp table past_work (place integer primary key, id integer not null, seq integer not null,
    seen_at integer not null, raw_block_id integer not null, raw_start integer not null, raw_length integer not null)`);
  db.exec(viewOf(at));
  const context: DeriveContext = { ...deriveContext(reader), plans: { planOf: () => null } };
  let lookedAt: Unix = 0;

  const catchUp = () => {
    const from = Math.max(at, lookedAt - SLACK);
    listMoved(reader, at, from);
    rebuildListed(reader, at, context);
    lookedAt = reader.value<number>(sql`select max(stands_since) from main.commission_order`) ?? 0;
  };
  catchUp();
  copyCreatedLater(reader, at);
  copyIndexes(reader, 'commission_order', 'past_order');
  return { catchUp };
}

/**
 * SQLite takes this view apart: each branch walks its own indexes, and the branches are merged. Newest orders first,
 * the branch that is the main table needs not pass all that came after the moment; the planner is told that the bound
 * leaves nearly all rows, so that it does not sort by another column what an index holds sorted.
 */
function viewOf(at: Unix): string {
  const columns = TABLE_COLUMNS.map((column) => (column === 'last_read_at' ? lastRead(at) : column));
  const stands = `select ${columns.join(', ')}, ${reviewThen('commission_order')}
    from main.commission_order where +stands_since <= ${at}`;
  return `create temp view commission_order as
    ${stands} and likelihood(created_at <= ${at + CREATED_LATER}, 0.999)
    union all ${stands} and created_at is null
    union all select ${TABLE_COLUMNS.join(', ')}, ${reviewThen('past_order')} from temp.past_order`;
}

/** The copy on the row is of today. */
function reviewThen(table: string): string {
  return `coalesce((select state from temp.order_review then_review where then_review.order_id = ${table}.order_id
    and then_review.sku_id = ${table}.sku_id), 'open') as review_state`;
}

/** A row that was read again since without a change was last known to stand so by its newest version. */
function lastRead(at: Unix): string {
  return `cast(case when last_read_at <= ${at} then last_read_at else (select max(seen_at) from main.order_version
      where commission_order_id = commission_order.id and seen_at <= ${at}) end as integer) as last_read_at`;
}

/** Rows whose creation time makes no sense: they were known before it. */
function copyCreatedLater({ db }: OwnReader, at: Unix): void {
  db.exec(`insert into temp.past_order (${TABLE_COLUMNS.join(', ')})
    select ${TABLE_COLUMNS.map((column) => (column === 'last_read_at' ? lastRead(at) : column)).join(', ')}
    from main.commission_order where created_at > ${at + CREATED_LATER} and stands_since <= ${at}`);
}

/** In the order of the raw blocks, so that each is unpacked once. */
function listMoved({ db }: OwnReader, at: Unix, from: Unix): void {
  db.exec('delete from temp.past_work');
  db.prepare(
    `insert into temp.past_work (id, seq, seen_at, raw_block_id, raw_start, raw_length)
     select row.id, version.seq, version.seen_at, version.raw_block_id, version.raw_start, version.raw_length
     from main.commission_order row cross join main.order_version version on version.commission_order_id = row.id
     where row.stands_since > ? and row.first_seen_at <= ?
       and row.id not in (select id from temp.past_order)
       and version.seq = (select max(seq) from main.order_version
         where commission_order_id = row.id and seen_at <= ?)
     order by version.raw_block_id, version.raw_start`,
  ).run(from, at, at);
}

function rebuildListed(reader: OwnReader, at: Unix, context: DeriveContext): void {
  const { db } = reader;
  const next = db.prepare(
    `select work.*, row.versions as newest, row.order_id, row.sku_id, row.order_tail, row.shared_order,
       row.first_seen_at, case when exists (select 1 from main.product where product.shop_appid = row.shop_appid
           and product.product_id = row.product_id and product.plan_type = row.plan_type
           and product.first_seen_at <= ${at})
         then row.plan_type end as plan_then
     from temp.past_work work cross join main.commission_order row on row.id = work.id
     where work.place > ? order by work.place limit ${CHUNK}`,
  );
  const insert = db.prepare(
    `insert into temp.past_order (${TABLE_COLUMNS.join(', ')}) values (${TABLE_COLUMNS.map(() => '?').join(', ')})`,
  );
  const statesOf = moments(reader);
  let place = 0;
  for (;;) {
    const rows = next.all(place) as MovedRow[];
    for (const row of rows) {
      const { state, earlier } = statesOf(row);
      const figures = deriveFigures(state, { ...earlier, plan_type: row.plan_then }, context);
      insert.run(
        row.id,
        row.order_id,
        row.sku_id,
        row.order_tail,
        row.shared_order,
        row.seq,
        row.first_seen_at,
        row.seen_at,
        row.seen_at,
        NO_HASH,
        ...STATE_COLUMNS.map((column) => state[column]),
        ...FIGURE_COLUMNS.map((column) => figures[column]),
      );
    }
    if (rows.length < CHUNK) return;
    place = rows.at(-1)!.place;
  }
}

/** Only the recorder compares hashes. */
const NO_HASH = new Uint8Array(0);

type Earlier = Omit<EarlierStates, 'plan_type'>;

/** The state of a row's version, and what the states before it say. */
function moments(reader: OwnReader): (row: MovedRow) => { state: ReplyState; earlier: Earlier } {
  const present = reader.db.prepare(
    `select ${STATE_COLUMNS.join(', ')}, peak_payment_fen, refunded_at from main.commission_order where id = ?`,
  );
  const replyOf = replyReader(reader);
  const earlierOf = earlierStates(reader);
  return (row) => {
    if (row.seq < row.newest) return { state: replyOf(row), earlier: earlierOf(row) };
    // Only figures of ours have changed since: the state stands in the table.
    const state = present.get(row.id) as ReplyState & Earlier;
    return { state, earlier: state };
  };
}
