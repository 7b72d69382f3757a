import type { OrderExportFormat, OrderFilter } from '../../../shared/contract/order.ts';
import { orderConditions } from '../order/filter.ts';
import { orderTotals } from '../order/totals.ts';
import { ordersKnownAsOf } from '../settlement/period.ts';
import { join, name, sql, where } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import type { Row } from './column.ts';
import { CsvSink, type CsvStyle } from './csv.ts';
import { FreshFiles } from './fresh-files.ts';
import { JsonLinesSink } from './json-lines.ts';
import { ORDER_EXPORT_COLUMNS } from './order-columns.ts';
import { orderNotes } from './order-notes.ts';
import type { Pace } from './pace.ts';
import type { RowSink } from './row-sink.ts';
import { TOTAL_LABEL } from './settlement-columns.ts';
import { holdSnapshot } from './snapshot.ts';
import { TextFile } from './text-file.ts';
import { Workbook } from './xlsx/workbook.ts';

export interface OrderExport {
  filter: OrderFilter;
  format: OrderExportFormat;
  file: string;
  /** For csv; people's when left out. */
  csv?: CsvStyle;
}

export interface OrderExportResult {
  file: string;
  rows: number;
}

/** A sink with what belongs to its file around the rows. */
interface Target {
  sink: RowSink;
  finish(): Promise<void>;
  abort(): Promise<void>;
}

/** All rows of the filter, by creation, order and SKU, into one file that appears when it is complete. */
export async function writeOrderExport(
  reader: StoreReader,
  { filter, format, file, csv = 'staff' }: OrderExport,
  pace: Pace,
): Promise<OrderExportResult> {
  const release = holdSnapshot(reader);
  const files = new FreshFiles();
  try {
    const totals = orderTotals(reader, filter);
    pace.step('write', totals.rows);
    const knownAsOf = ordersKnownAsOf(reader);
    const temporary = files.begin(file);
    const target =
      format === 'xlsx'
        ? workbookTarget(temporary, file, knownAsOf, orderNotes(filter, totals, knownAsOf))
        : textTarget(temporary, file, format, csv);
    try {
      for (const row of rows(reader, filter)) {
        const wait = target.sink.row(row);
        if (wait) await wait;
        pace.did();
      }
      await target.sink.end({
        order_id: TOTAL_LABEL,
        sku_id: `${totals.rows} 行`,
        shop_appid: `${totals.orders} 个订单`,
      });
      await target.finish();
    } catch (error) {
      await target.abort();
      throw error;
    }
    pace.check();
    const [kept] = files.keep();
    return { file: kept!, rows: totals.rows };
  } finally {
    release();
    files.drop();
  }
}

function rows(reader: StoreReader, filter: OrderFilter): IterableIterator<Row> {
  const columns = join(
    ORDER_EXPORT_COLUMNS.map(({ key }) => name(key)),
    ', ',
  );
  return reader.each<Row>(
    sql`select ${columns} from commission_order ${where(orderConditions(filter))} order by created_at, order_id, sku_id`,
  );
}

function textTarget(temporary: string, file: string, format: 'csv' | 'json', csv: CsvStyle): Target {
  const text = new TextFile(temporary, file);
  const sink = format === 'csv' ? new CsvSink(text, ORDER_EXPORT_COLUMNS, csv) : new JsonLinesSink(text);
  return { sink, finish: async () => {}, abort: async () => text.close() };
}

function workbookTarget(
  temporary: string,
  file: string,
  knownAsOf: number | null,
  notes: ReturnType<typeof orderNotes>,
): Target {
  const workbook = new Workbook(temporary, file, knownAsOf ?? 0);
  return {
    sink: workbook.table('订单', ORDER_EXPORT_COLUMNS),
    finish: async () => {
      workbook.form('说明', [26, 40, 80], notes);
      await workbook.close();
    },
    abort: () => workbook.abort(),
  };
}
