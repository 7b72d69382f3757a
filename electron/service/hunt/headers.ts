import { shown, type TableRow } from '../table-file/cell.ts';
import { bestHeading, columnName, HEAD_ROWS } from '../table-file/heading.ts';
import { orderNumber } from '../table-file/order-number.ts';

/** What a table's columns are called and which of them matter. */
export interface TableHead {
  headers: string[];
  /** Rows before the first row of data. */
  skip: number;
  order_column: number | null;
  time_column: number | null;
}

/** The best name first. Compared without spaces, brackets and case. */
const ORDER_NAMES = [
  '订单号',
  '订单编号',
  '订单id',
  'orderid',
  'orderno',
  'ordernumber',
  '主订单号',
  '主订单编号',
  '平台订单号',
  '平台订单编号',
  '小店订单号',
  '原订单号',
  '关联订单号',
  '线上订单号',
  '店铺订单号',
];
/** An order's number by another word; numbers of other things that name the order are left out. */
const ORDER_LIKE = /(订单|order).*(号|id|no|number|num|编码)/;
const OTHER_NUMBER = /子订单|支付|交易|流水|售后|退款|物流|运单|快递|商户|发票|序号|sub|pay|trade|refund|flow/;

const TIME_NAMES = [
  '下单时间',
  '订单下单时间',
  '订单创建时间',
  '创建时间',
  '订单提交时间',
  'createtime',
  'createdat',
  'ordertime',
  '支付时间',
  '订单支付时间',
  '付款时间',
  '订单付款时间',
  'paytime',
  'paidat',
];
const TIME_LIKE = /(下单|创建|付款|支付).*(时间|日期)/;

/** Where the headers are and what they say, from the first rows of a sheet. */
export function tableHead(rows: readonly TableRow[]): TableHead {
  const texts = rows.slice(0, HEAD_ROWS).map(({ cells }) => cells.map(shown));
  const named = texts.findIndex((row) => orderColumn(row) !== null);
  // Without a known name the first row with two words or more; a first row that holds order numbers is data already.
  const at = named >= 0 ? named : texts.findIndex((row) => row.filter((text) => text !== '').length >= 2);
  const first = at < 0 ? texts.findIndex((row) => row.some((text) => text !== '')) : at;
  const row = texts[first] ?? [];
  const width = Math.max(0, ...texts.map((each) => each.length));
  if (named < 0 && row.some((text) => isOrderNumber(text))) {
    return {
      headers: Array.from({ length: width }, (_, index) => columnName(index)),
      skip: first,
      order_column: numberColumn(texts),
      time_column: null,
    };
  }
  return {
    headers: Array.from({ length: width }, (_, index) => row[index] ?? ''),
    skip: first + 1,
    order_column: orderColumn(row),
    time_column: bestHeading(row, TIME_NAMES, (name) => TIME_LIKE.test(name)),
  };
}

function orderColumn(row: readonly string[]): number | null {
  return bestHeading(
    row,
    ORDER_NAMES,
    (name) => name.length <= 24 && ORDER_LIKE.test(name) && !OTHER_NUMBER.test(name),
  );
}

function isOrderNumber(text: string): boolean {
  const number = orderNumber(text);
  return number.kind === 'whole' && number.order_id.length >= 16;
}

/** In a table without headers: the one column that holds order numbers; null when there are two. */
function numberColumn(rows: readonly (readonly string[])[]): number | null {
  const columns = new Set(rows.flatMap((row) => row.flatMap((text, index) => (isOrderNumber(text) ? [index] : []))));
  return columns.size === 1 ? [...columns][0]! : null;
}
