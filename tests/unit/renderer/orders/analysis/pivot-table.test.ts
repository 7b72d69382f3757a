import { describe, expect, it } from 'vitest';
import { shortNumber } from '../../../../../renderer/parts/chart/base.ts';
import { fileName } from '../../../../../renderer/parts/chart/picture.ts';
import { pivotTable, pivotTsv } from '../../../../../renderer/rooms/orders/analysis/pivot-table.ts';
import type { Measures, Pivot } from '../../../../../shared/contract/analysis.ts';

const measures = (rows: number, service: number): Measures => ({
  rows,
  orders: rows,
  actual_payment_fen: 0,
  service_total_fen: 0,
  platform_amount_fen: 0,
  service_amount_fen: service,
  promoter_amount_fen: 0,
  owed_fen: 0,
  net_fen: 0,
  difference_fen: 0,
});

const crossed: Pivot = {
  rows: [
    { value: 'a', label: '=小鱼', total: measures(3, 1_234_500) },
    { value: 'b', label: '山\t货', total: measures(2, -300) },
    { value: 'c', label: null, total: measures(1, 50) },
  ],
  columns: [
    { value: 'promoter', label: null, total: measures(4, 1_234_250) },
    { value: 'talent', label: null, total: measures(2, 0) },
  ],
  cells: [
    { row: 0, column: 0, measures: measures(3, 1_234_500) },
    { row: 1, column: 0, measures: measures(1, -250) },
    { row: 1, column: 1, measures: measures(1, -50) },
    { row: 2, column: 1, measures: measures(1, 50) },
  ],
  total: measures(6, 1_234_250),
  hidden_rows: 0,
  hidden_columns: 0,
};

const words = {
  corner: '推客 × 渠道',
  total: '合计',
  rows: ['=小鱼', '山\t货', '无名'],
  hints: [],
  columns: ['推客', '达人'],
};

describe('the table of a pivot', () => {
  it('has one measure by two dimensions, empty where there are no orders', () => {
    const table = pivotTable(crossed, 'service_amount_fen', null);
    expect(table.lines.map(({ values }) => values)).toEqual([
      [1_234_500, null],
      [-250, -50],
      [null, 50],
    ]);
    expect(table.footer).toEqual({ total: 1_234_250, values: [1_234_250, 0] });
    expect(table.largest).toEqual([1_234_500, 1_234_500]);
  });

  it('has all measures where there is one dimension, each with its own shading', () => {
    const table = pivotTable({ ...crossed, columns: [], cells: [] }, 'rows', null);
    expect(table.columns).toHaveLength(10);
    expect(table.lines[0]!.values.slice(0, 2)).toEqual([3, 3]);
    expect(table.largest[0]).toBe(3);
    expect(table.largest[5]).toBe(1_234_500);
  });

  it('sorts by a column or the total, cells without orders last either way', () => {
    const order = (column: number | null, direction: 'asc' | 'desc') =>
      pivotTable(crossed, 'service_amount_fen', { column, direction }).lines.map(({ row }) => row);
    expect(order(1, 'desc')).toEqual([2, 1, 0]);
    expect(order(1, 'asc')).toEqual([1, 2, 0]);
    expect(order(null, 'asc')).toEqual([1, 2, 0]);
  });

  it('is copied with plain figures, and no name becomes a formula or a further column', () => {
    const table = pivotTable(crossed, 'service_amount_fen', null);
    expect(pivotTsv(table, 'service_amount_fen', words).split('\r\n')).toEqual([
      '推客 × 渠道\t合计\t推客\t达人',
      "'=小鱼\t12345.00\t12345.00\t",
      '山 货\t-3.00\t-2.50\t-0.50',
      '无名\t0.50\t\t0.50',
      '合计\t12342.50\t12342.50\t0.00',
    ]);
  });
});

describe('the file of a picture', () => {
  it('has a name every file system takes', () => {
    expect(fileName('净服务费走势（按带货渠道）.png')).toBe('净服务费走势（按带货渠道）.png');
    expect(fileName('../a<b>:"c|?*.png')).toBe('a b c.png');
    expect(fileName('..')).toBe('chart.png');
  });
});

describe('a large number on an axis', () => {
  it.each([
    [950, 'zh', '950'],
    [12_300, 'zh', '1.23 万'],
    [-250_000_000, 'zh', '-2.5 亿'],
    [12_300, 'en', '12.3k'],
    [1200, 'zh', '1,200'],
  ])('%d in %s is %s', (value, language, text) => expect(shortNumber(value, language)).toBe(text));
});
