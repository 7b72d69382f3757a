import { describe, expect, it } from 'vitest';
import type { TableRow } from '../../../electron/service/table-file/cell.ts';
import { openXlsx } from '../../../electron/service/table-file/xlsx.ts';
import { smallXlsx, zipped } from '../../support/small-xlsx.ts';

const NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

async function read(bytes: Uint8Array) {
  const source = await openXlsx(bytes, { name: 'a.xlsx' });
  const rows: TableRow[] = [];
  for await (const row of source.sheets[0]!.rows()) rows.push(row);
  return { source, rows, texts: rows.map(({ cells }) => cells.map(({ text }) => text)) };
}

/** A workbook of one sheet with this XML as its rows. */
function sheet(sheetData: string, { strings = '', after = '' } = {}): Promise<Buffer> {
  return zipped({
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id='r1' Type='x/worksheet' Target='s.xml'/><Relationship Id="r2" Type="x/sharedStrings" Target="w.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook ${NS} xmlns:r="r"><sheets><sheet name="a&amp;b &gt; c" r:id="r1"/></sheets></workbook>`,
    'xl/s.xml': `<?xml version="1.0"?><worksheet ${NS}><sheetData>${sheetData}</sheetData>${after}</worksheet>`,
    'xl/w.xml': `<sst ${NS}>${strings}</sst>`,
  });
}

describe('a workbook', () => {
  it('gives what formulas gave, text of any kind, and numbers with the digits they were saved with', async () => {
    const { source, texts, rows } = await read(
      await sheet(
        `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>2</v></c><c r="C1" t="s"><v>3</v></c></row>
         <row r="2"/>
         <row r="5" spans='1:6'><c r='A5'><f>SUM(1,2)&amp;"&lt;row>"</f><v>3.5</v></c><c r="C5" t="str"><f>x</f><v>a &lt;b&gt;</v></c>
           <c r="D5" t="inlineStr"><is><r><t>富</t></r><r><rPr><b/></rPr><t xml:space="preserve">文本 </t></r></is></c><c r="E5" s="3"/><c r="F5" t="b"><v>1</v></c></row>
         <row><c><v>3701234567890123456</v></c><c t="e"><v>#N/A</v></c></row>`,
        {
          strings:
            '<si><t>一_x000D_二</t></si><si/><si><t/></si><si><r><t>三</t></r><r><t>四</t></r><rPh sb="0" eb="1"><t>さん</t></rPh></si>',
        },
      ),
    );
    expect(source.sheets.map(({ name }) => name)).toEqual(['a&b > c']);
    expect(texts).toEqual([
      ['一\r二', '', '三四'],
      ['3.5', '', 'a <b>', '富文本 ', '', '1'],
      ['3701234567890123456', '#N/A'],
    ]);
    expect(rows.map(({ at }) => at)).toEqual([1, 5, 6]);
    expect(rows[1]!.cells[0]).toEqual({ text: '3.5', number: true });
    expect(rows[1]!.cells[2]).toEqual({ text: 'a <b>', number: false });
  });

  it('says which cells stand as one', async () => {
    const { source } = await read(
      await smallXlsx(
        {
          a: [
            ['订单号', '金额'],
            ['1', '2'],
            [null, '3'],
          ],
        },
        { a: ['A2:A3', 'B1:C1'] },
      ),
    );
    expect(await source.sheets[0]!.merges()).toEqual([
      { top: 2, bottom: 3, left: 0, right: 0 },
      { top: 1, bottom: 1, left: 1, right: 2 },
    ]);
  });

  it('counts its days from 1904 where an old Mac made it', async () => {
    const bytes = await zipped({
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="s.xml"/></Relationships>',
      'xl/workbook.xml': `<workbook ${NS} xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="a" r:id="r1"/></sheets></workbook>`,
      'xl/s.xml': `<worksheet ${NS}><sheetData/></worksheet>`,
    });
    expect((await openXlsx(bytes)).epochDays).toBe(24_107);
  });

  it.each([
    ['a row that never ends', sheet('<row r="1"><c r="A1"><v>1</v></c>')],
    ['a column behind the last one', sheet('<row r="1"><c r="ZZZ1"><v>1</v></c></row>')],
    ['no sheet at all', zipped({ 'xl/_rels/workbook.xml.rels': '<Relationships/>', 'xl/workbook.xml': '<workbook/>' })],
    ['no workbook at all', zipped({ 'a.txt': 'b' })],
  ])('with %s is refused', async (_name, bytes) => {
    await expect(bytes.then(read)).rejects.toMatchObject({ code: 'file.unreadable' });
  });
});
