import type { FundsOrder } from '../../../shared/contract/funds.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { COUNTED_FILE, countedRows } from './file-amount.ts';
import { IS_COMMISSION } from './flow-kind.ts';
import { FLOW_KEY } from './judged.ts';

/** Everything there is of one key; of one nobody knows, nothing. */
export function fundsOrder(reader: StoreReader, key: string): FundsOrder {
  const flowId = key.startsWith(FLOW_KEY) ? key.slice(FLOW_KEY.length) : null;
  const flows = reader.all<Omit<FundsOrder['flows'][number], 'counted'> & { counted: number }>(
    sql`select f.flow_id, f.funds_type, f.amount_fen, f.booked_at, f.remark, coalesce(${IS_COMMISSION}, 0) as counted
      from funds_flow f where ${flowId === null ? sql`f.order_id = ${key}` : sql`f.flow_id = ${flowId}`}
      order by f.booked_at, f.flow_id`,
  );
  return {
    key,
    commission_orders: reader.all(
      sql`select sku_id, product_title, commission_status, service_amount_fen, platform_amount_fen, settled_at
        from commission_order where order_id = ${key} order by sku_id`,
    ),
    flows: flows.map((flow) => ({ ...flow, counted: flow.counted === 1 })),
    file_rows: fileRows(reader, key),
    acceptances: acceptancesOf(reader, key),
  };
}

interface FileRow extends Omit<FundsOrder['file_rows'][number], 'cells' | 'counted'> {
  headings: string;
  cells: string;
  counted: number;
}

function fileRows(reader: StoreReader, orderId: string): FundsOrder['file_rows'] {
  const rows = reader.all<FileRow>(
    sql`with wanted(order_id) as (select ${orderId}), counted as (${countedRows({ text: 'wanted', values: [] })})
      select r.import_id, i.name, r.row, r.amount_fen, i.headings, r.cells,
        exists (select 1 from counted c where c.import_id = r.import_id and c.row = r.row) as counted
      from import_row r ${COUNTED_FILE} where r.order_id = ${orderId} order by r.import_id desc, r.row`,
  );
  return rows.map(({ headings, cells, counted, ...row }) => {
    const names = JSON.parse(headings) as string[];
    const texts = JSON.parse(cells) as string[];
    return {
      ...row,
      counted: counted === 1,
      cells: texts.flatMap((text, at) => (text === '' ? [] : [{ heading: names[at] ?? '', text }])),
    };
  });
}

interface AcceptanceRow {
  kind: 'funds' | 'file';
  difference_fen: number;
  reason: FundsOrder['acceptances'][number]['reason'];
  note: string;
  by: string;
  at: number;
  withdrawn_at: number | null;
  withdrawn_by: string | null;
}

function acceptancesOf(reader: StoreReader, key: string): FundsOrder['acceptances'] {
  return reader
    .all<AcceptanceRow>(
      sql`select kind, difference_fen, reason, note, accepted_by as by, accepted_at as at, withdrawn_at, withdrawn_by
        from accepted_difference where kind in ('funds', 'file') and order_id = ${key} order by acceptance_id desc`,
    )
    .map(({ kind, withdrawn_at, withdrawn_by, ...rest }) => ({
      of: kind === 'funds' ? ('flows' as const) : ('file' as const),
      ...rest,
      withdrawn: withdrawn_at === null ? null : { at: withdrawn_at, by: withdrawn_by ?? '' },
    }));
}
