import type { OrderKey } from '../../../shared/contract/order.ts';
import { COMMISSION_STATUS } from '../../../shared/status.ts';
import type { Period } from '../../../shared/time.ts';
import { roleOf } from '../order/role.ts';
import { rangeOf } from '../settlement/source.ts';
import { readSetting } from '../store/setting.ts';
import { type Sql, sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import type { FeeRow } from './figures.ts';

/** In the order in which `fill` takes them. */
const COLUMNS: Sql = {
  text: `id, versions, actual_payment_fen, service_ratio_ppm, service_amount_fen, service_total_fen,
    platform_amount_fen, agency_appid, agency_amount_fen, sub_agency_appid, sub_agency_amount_fen, promoter_appid,
    promoter_ratio_ppm, promoter_amount_fen, talent_amount_fen`,
  values: [],
};
/** Rows read at once: a few milliseconds of work, after which somebody may stop it. */
const AT_ONCE = 2_000;

/** The settled rows of a month; without one, all commission orders. */
export type Scope = Period | null;

/** Throws `period.invalid` for a text that is no month. */
export function rowsIn(reader: StoreReader, scope: Scope): number {
  if (scope === null) return reader.value<number>(sql`select count(*) from commission_order`) ?? 0;
  return reader.value<number>(sql`select count(*) from commission_order where ${settledIn(scope)}`) ?? 0;
}

function settledIn(period: Period): Sql {
  const { from, to } = rangeOf(period);
  return sql`settled_at >= ${from} and settled_at < ${to} and commission_status = ${COMMISSION_STATUS.settled}`;
}

/**
 * Shows every row of the scope to `see`, the same object with other values each time: a million of them would be most
 * of the work. `did` is told how many were shown, and may throw to stop. Read from one state of the books by being
 * called inside a transaction.
 */
export function eachFeeRow(
  reader: StoreReader,
  scope: Scope,
  { see, did = () => {} }: { see(row: FeeRow): void; did?: ((rows: number) => void) | undefined },
): void {
  const fill = filler(reader);
  const piece = scope === null ? byNumber(reader) : bySettlement(reader, scope);
  for (let rows = piece(null); rows.length > 0; rows = piece(rows.at(-1)!)) {
    for (const row of rows) see(fill(row));
    did(rows.length);
    if (rows.length < AT_ONCE) return;
  }
}

type Raw = (number | string | null)[];
/** The rows behind the last one read. */
type Piece = (last: Raw | null) => Raw[];

function byNumber(reader: StoreReader): Piece {
  return (last) =>
    reader.arrays(sql`select ${COLUMNS} from commission_order where id > ${last?.[0] ?? 0}
      order by id limit ${AT_ONCE}`);
}

/** The time stands behind the columns of a row, for the place to go on from. */
function bySettlement(reader: StoreReader, period: Period): Piece {
  const { from, to } = rangeOf(period);
  return (last) => {
    const [at, id] = last === null ? [from, 0] : [last.at(-1)!, last[0]!];
    return reader.arrays(sql`select ${COLUMNS}, settled_at from commission_order indexed by commission_order_settled
      where settled_at >= ${at} and (settled_at > ${at} or id > ${id}) and settled_at < ${to}
        and commission_status = ${COMMISSION_STATUS.settled}
      order by settled_at, id limit ${AT_ONCE}`);
  };
}

/** One row by its number in the books, or by the platform's own identity; null when there is none. */
export function feeRowReader(reader: StoreReader): (key: number | OrderKey) => FeeRow | null {
  const ownAppId = readSetting(reader, 'app_id') ?? null;
  return (key) => {
    const wanted =
      typeof key === 'number' ? sql`id = ${key}` : sql`order_id = ${key.order_id} and sku_id = ${key.sku_id}`;
    const row = reader.get<Omit<FeeRow, 'role'>>(sql`select ${COLUMNS} from commission_order where ${wanted}`);
    return row ? { ...row, role: roleOf(row, ownAppId) } : null;
  };
}

function filler(reader: StoreReader): (raw: Raw) => FeeRow {
  const ownAppId = readSetting(reader, 'app_id') ?? null;
  const row = {} as FeeRow;
  return (raw) => {
    row.id = raw[0] as number;
    row.versions = raw[1] as number;
    row.actual_payment_fen = raw[2] as number | null;
    row.service_ratio_ppm = raw[3] as number | null;
    row.service_amount_fen = raw[4] as number | null;
    row.service_total_fen = raw[5] as number | null;
    row.platform_amount_fen = raw[6] as number | null;
    row.agency_appid = raw[7] as string | null;
    row.agency_amount_fen = raw[8] as number | null;
    row.sub_agency_appid = raw[9] as string | null;
    row.sub_agency_amount_fen = raw[10] as number | null;
    row.promoter_appid = raw[11] as string | null;
    row.promoter_ratio_ppm = raw[12] as number | null;
    row.promoter_amount_fen = raw[13] as number | null;
    row.talent_amount_fen = raw[14] as number | null;
    row.role = roleOf(row, ownAppId);
    return row;
  };
}
