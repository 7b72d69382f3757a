import type { OrderExportFormat, OrderFilter, OrderSort } from '../../../shared/contract/order.ts';
import { orderTotals } from '../order/totals.ts';
import { ordersKnownAsOf } from '../settlement/period.ts';
import type { StoreReader } from '../store/store.ts';
import { CsvSink, type CsvStyle } from './csv.ts';
import { FreshFiles } from './fresh-files.ts';
import { JsonLinesSink } from './json-lines.ts';
import { ORDER_EXPORT_COLUMNS } from './order-columns.ts';
import { orderNotes } from './order-notes.ts';
import { exportedRows } from './order-rows.ts';
import type { Pace } from './pace.ts';
import type { RowSink } from './row-sink.ts';
import { holdSnapshot } from './snapshot.ts';
import { TextFile } from './text-file.ts';
import { TOTAL_LABEL } from './total-label.ts';
import { Workbook } from './xlsx/workbook.ts';

export interface OrderExport {
  filter: OrderFilter;
  sort?: OrderSort | undefined;
  /** A past moment (platform time) to export the books of; the reader is set to it. */
  as_of?: number | undefined;
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

/** All rows of the filter, by the sort or by creation, order and SKU, into one file that appears when it is complete. */
export async function writeOrderExport(
  reader: StoreReader,
  { filter, sort, format, file, csv = 'staff' }: OrderExport,
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
        ? workbookTarget(
            temporary,
            file,
            knownAsOf,
            orderNotes(filter, totals, knownAsOf, { sort: sortText(sort), asOf: reader.asOf ?? null }),
          )
        : textTarget(temporary, file, format, csv);
    try {
      for (const row of exportedRows(reader, filter, sort)) {
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

function sortText(sort: OrderSort | undefined): string {
  if (!sort) return '下单时间、订单号、SKU编码 升序';
  const title = ORDER_EXPORT_COLUMNS.find(({ key }) => key === sort.by)!.title;
  return `${title} ${sort.direction === 'asc' ? '升序' : '降序'}`;
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
