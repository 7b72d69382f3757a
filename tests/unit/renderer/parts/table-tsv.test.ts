import { describe, expect, it } from 'vitest';
import type { Column } from '../../../../renderer/parts/table/columns.ts';
import { cellText, tsvCell, tsvOf } from '../../../../renderer/parts/table/tsv.ts';

interface Row {
  id: string;
  title: string | null;
  sum: string;
}

const columns: Column<Row>[] = [
  {
    id: 'both',
    title: 'Both',
    width: 1,
    render: () => null,
    plain: [
      { heading: 'Id', value: (row) => ({ text: row.id }) },
      { heading: 'Title', value: (row) => (row.title === null ? null : { text: row.title }) },
    ],
  },
  { id: 'picture', title: 'Picture', width: 1, render: () => null },
  {
    id: 'sum',
    title: 'Sum',
    width: 1,
    render: () => null,
    plain: [{ heading: 'Sum', value: (row) => ({ figure: row.sum }) }],
  },
];

describe('copied rows', () => {
  it('are lines of plain values under the headings', () => {
    const rows = [
      { id: '3728842560039595000', title: '茶', sum: '-12.34' },
      { id: '2', title: null, sum: '1234.00' },
    ];
    expect(tsvOf(rows, columns, true)).toBe('Id\tTitle\tSum\r\n3728842560039595000\t茶\t-12.34\r\n2\t\t1234.00');
    expect(tsvOf(rows.slice(1), columns, false)).toBe('2\t\t1234.00');
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+86', "'+86"],
    ['-', "'-"],
    ['@all', "'@all"],
    ['\t=1', "'=1"],
    ['a\tb\r\nc', 'a b c'],
    ['a\u2028b', 'a b'],
  ])('take nothing from outside for a formula or a second cell: %j', (text, cell) => {
    expect(tsvCell({ text })).toBe(cell);
  });

  it('leave figures as they are', () => {
    expect([tsvCell({ figure: '-0.01' }), tsvCell(null)]).toEqual(['-0.01', '']);
  });

  it('give one cell as it reads', () => {
    expect(cellText({ id: '1', title: '=x', sum: '' }, columns[0]!)).toBe('1 =x');
    expect(cellText({ id: '1', title: null, sum: '' }, columns[1]!)).toBe('');
  });
});
