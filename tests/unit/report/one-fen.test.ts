import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { markedLines } from '../../../electron/service/report/pdf/marked-line.ts';
import { startReportWork } from '../../../electron/service/report/work.ts';
import { ZipReader } from '../../../electron/service/table-file/zip-reader.ts';
import type { ChangedPlace, ReportFormat, ReportVerdict } from '../../../shared/contract/report.ts';
import { deskCommand } from '../../support/desk-command.ts';
import { EVENTFUL, writeEventfulMonth } from '../../support/eventful-month.ts';
import { rewriteZip } from '../../support/rewrite-zip.ts';
import { temporaryStore } from '../../support/settlement-rows.ts';
import { INSTITUTION } from '../../support/statements.ts';

let dir: string;
let done: () => void;
beforeAll(async () => {
  const made = await temporaryStore();
  ({ dir, done } = made);
  await writeEventfulMonth(made, { rows: 400 });
});
afterAll(() => done());

/** The institution's statement in a folder of its own. */
async function written(format: ReportFormat, name: string): Promise<string> {
  const folder = join(dir, name);
  mkdirSync(folder);
  const { file } = await startReportWork({
    kind: 'statement',
    dataDir: dir,
    institution: INSTITUTION,
    period: EVENTFUL,
    scope: 'institution',
    recipient_id: '',
    format,
    file: join(folder, 'statement'),
  });
  return file;
}

/** What the window's route and the command line say of a file, which is the same. */
async function verdictOn(file: string): Promise<ReportVerdict> {
  const verdict = await startReportWork({ kind: 'verify', dataDir: dir, file });
  const said = await deskCommand(['verify', '--json', '--data', dir, file], null);
  expect(JSON.parse(said.stdout)).toEqual(verdict);
  expect(said.status, said.stderr).toBe(verdict.verdict === 'untouched' ? 0 : 1);
  return verdict;
}

async function expectNamed(file: string, place: Partial<ChangedPlace>): Promise<void> {
  const verdict = await verdictOn(file);
  expect(verdict).toMatchObject({ verdict: 'changed', signature: 'own' });
  expect(verdict.places[0]).toEqual({ sheet: null, what: 'line', ...place });
  expect(verdict.places.filter(({ what }) => what === 'line')).toHaveLength(1);
}

/** One fen more or less, as the last digit has room. */
const oneFen = (digit: string) => String(Number(digit) + (digit === '9' ? -1 : 1));

describe('one fen in a workbook', () => {
  it.each([
    ['明细', 37],
    ['调整与扣回', 5],
    ['未结算', 11],
  ])('is named on the sheet %s', { timeout: 60_000 }, async (sheet, row) => {
    const file = await written('xlsx', `xlsx-${sheet}`);
    expect(await verdictOn(file)).toMatchObject({ verdict: 'untouched', signature: 'own', places: [] });
    const zip = await ZipReader.open(file);
    const names = [...(await zip.whole('xl/workbook.xml')).matchAll(/<sheet name="([^"]*)"/g)];
    zip.close();
    const changed = `${file}.changed`;
    let ids: string[] = [];
    await rewriteZip(
      file,
      changed,
      `xl/worksheets/sheet${names.findIndex(([, name]) => name === sheet) + 1}.xml`,
      (xml) =>
        xml.replace(new RegExp(`<row r="${row}">.*?</row>`), (text) => {
          ids = [...text.matchAll(/<t>(\d+)<\/t>/g)].map(([, id]) => id!);
          return text.replace(/(s="2"><v>-?\d+\.\d)(\d)/, (_, before, digit) => `${before}${oneFen(digit)}`);
        }),
    );
    await expectNamed(changed, { sheet, row, order_id: ids[0]!, sku_id: ids[1]! });
  });
});

describe('one fen in a table', () => {
  it.each([
    ['csv', /(,-?\d+\.\d)(\d),/],
    ['csv_gb18030', /(,-?\d+\.\d)(\d),/],
    ['csv_strict', /(,100,100,\d+,\d*)(\d),/],
  ] as const)('is named in %s', { timeout: 60_000 }, async (format, amount) => {
    const file = await written(format, format);
    expect(await verdictOn(file)).toMatchObject({ verdict: 'untouched', signature: 'own', places: [] });
    const rows = readFileSync(file, 'latin1').split('\r\n');
    const row = 52;
    const before = rows[row - 1]!;
    rows[row - 1] = before.replace(amount, (_, kept, digit) => `${kept}${oneFen(digit)},`);
    expect(rows[row - 1]).not.toBe(before);
    writeFileSync(file, rows.join('\r\n'), 'latin1');
    const [order_id, sku_id] = before.split(',').map((cell) => cell.trim());
    await expectNamed(file, { row, order_id: order_id!, sku_id: sku_id! });
  });
});

describe('one fen on paper', () => {
  it('is named in a line, and its page where it stands in a sum', { timeout: 60_000 }, async () => {
    const file = await written('pdf', 'pdf');
    expect(await verdictOn(file)).toMatchObject({ verdict: 'untouched', signature: 'own', places: [] });
    const bytes = readFileSync(file);
    const page = pagesOf(bytes).findIndex((content) => [...markedLines(content)].length > 10);
    const [line] = [...markedLines(pagesOf(bytes)[page]!)].slice(7);
    writeFileSync(
      file,
      withPage(bytes, page, (content) => content.replace(line!.drawn, changedAmount(content, line!.drawn))),
    );
    const { number: row, order_id, sku_id } = line!;
    await expectNamed(file, { sheet: `第 ${page + 1} 页`, row, order_id, sku_id });

    writeFileSync(
      file,
      withPage(bytes, 0, (content) =>
        content.replace(/(<[0-9a-f]+)([0-9a-f]{4})(?!\2)([0-9a-f]{4})(> Tj)/, '$1$3$2$4'),
      ),
    );
    const verdict = await verdictOn(file);
    expect(verdict).toMatchObject({ verdict: 'changed', places: [{ sheet: '第 1 页', what: 'statement' }] });
  });
});

const STREAM = /\/Length (\d+)\n\/Filter \/FlateDecode\n>>\nstream\n/g;

/** What is drawn on each page of a document of ours, whose pages come before its fonts. */
function pagesOf(bytes: Buffer): string[] {
  return [...streamsOf(bytes)].map(({ content }) => content);
}

function* streamsOf(bytes: Buffer): Generator<{ content: string; head: RegExpExecArray; from: number; to: number }> {
  for (const head of bytes.toString('latin1').matchAll(STREAM)) {
    const from = head.index + head[0].length;
    const to = from + Number(head[1]);
    const content = inflateSync(bytes.subarray(from, to)).toString('latin1');
    if (content.includes(' Tj ET')) yield { content, head, from, to };
  }
}

/** The document with one page drawn anew, as an editor would save it. */
function withPage(bytes: Buffer, page: number, change: (content: string) => string): Buffer {
  const { content, head, to } = [...streamsOf(bytes)][page]!;
  const changed = change(content);
  expect(changed).not.toBe(content);
  const packed = deflateSync(Buffer.from(changed, 'latin1'));
  const named = head[0].replace(head[1]!, String(packed.length));
  return Buffer.concat([bytes.subarray(0, head.index), Buffer.from(named), packed, bytes.subarray(to)]);
}

const glyphsOf = (hex: string) => hex.match(/.{4}/g) ?? [];
const textsOf = (drawn: string) => [...drawn.matchAll(/<([0-9a-f]+)> Tj/g)].map(([, hex]) => hex!);

/** Which glyph is which digit: the lines of the page say their order ids beside what they draw. */
function digitsOf(page: string): Map<string, string> {
  const digits = new Map<string, string>();
  for (const { drawn, order_id } of markedLines(page)) {
    const hex = textsOf(drawn).find((text) => glyphsOf(text).length === order_id!.length);
    for (const [n, glyph] of glyphsOf(hex!).entries()) digits.set(glyph, order_id![n]!);
  }
  return digits;
}

/** The operators of a line with one fen more or less in its first amount. */
function changedAmount(page: string, drawn: string): string {
  const digits = digitsOf(page);
  const glyphs = new Map([...digits].map(([glyph, digit]) => [digit, glyph]));
  for (const hex of textsOf(drawn)) {
    const signs = glyphsOf(hex).map((glyph) => digits.get(glyph) ?? '.');
    if (!/^\d+\.\d\d$/.test(signs.join(''))) continue;
    return drawn.replace(`<${hex}>`, `<${hex.slice(0, -4)}${glyphs.get(oneFen(signs.at(-1)!))}>`);
  }
  throw new Error('no amount on the line');
}
