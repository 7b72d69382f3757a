import { ZipFile } from 'yazl';

/**
 * A cell as SpreadsheetML: text goes to the shared strings, `{ v }` is a number with exactly these digits, or what a
 * formula `f` gave when the file was saved, of type `t`.
 */
export type SmallCell = string | { v: string; f?: string; t?: string } | null;

const NS = 'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const REL = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook as other programs write it: prefixed names, shared strings, parts under names of their own. */
export function smallXlsx(
  sheets: Record<string, SmallCell[][]>,
  merged: Record<string, string[]> = {},
): Promise<Buffer> {
  const strings: string[] = [];
  const parts: Record<string, string> = {};
  const names = Object.keys(sheets);
  names.forEach((name, index) => {
    const rows = sheets[name]!.map((row, r) => {
      const cells = row.map((cell, c) => {
        if (cell === null) return '';
        const place = `r="${String.fromCharCode(65 + c)}${r + 1}"`;
        if (typeof cell === 'object') {
          const type = cell.t === undefined ? '' : ` t="${cell.t}"`;
          const formula = cell.f === undefined ? '' : `<x:f>${cell.f}</x:f>`;
          return `<x:c ${place}${type}>${formula}<x:v>${cell.v}</x:v></x:c>`;
        }
        strings.push(cell);
        return `<x:c ${place} t="s"><x:v>${strings.length - 1}</x:v></x:c>`;
      });
      return `<x:row r="${r + 1}">${cells.join('')}</x:row>`;
    });
    parts[`xl/data/s${index}.xml`] =
      `<x:worksheet ${NS}><x:sheetData>${rows.join('')}</x:sheetData>${mergeCells(merged[name] ?? [])}</x:worksheet>`;
  });
  const xml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  parts['xl/words.xml'] =
    `<x:sst ${NS}>${strings.map((text) => `<x:si><x:r><x:t xml:space="preserve">${xml(text)}</x:t></x:r><x:rPh><x:t>读音</x:t></x:rPh></x:si>`).join('')}</x:sst>`;
  parts['xl/workbook.xml'] =
    `<x:workbook ${NS} ${REL}><x:sheets>${names.map((name, index) => `<x:sheet name="${name}" sheetId="${index + 1}" r:id="rId${index}"/>`).join('')}</x:sheets></x:workbook>`;
  parts['xl/_rels/workbook.xml.rels'] =
    `<Relationships>${names.map((_, index) => `<Relationship Id="rId${index}" Type="${TYPE}/worksheet" Target="data/s${index}.xml"/>`).join('')}<Relationship Id="rIdS" Type="${TYPE}/sharedStrings" Target="/xl/words.xml"/></Relationships>`;
  return zipped(parts);
}

function mergeCells(ranges: readonly string[]): string {
  const cells = ranges.map((range) => `<x:mergeCell ref="${range}"/>`).join('');
  return cells && `<x:mergeCells count="${ranges.length}">${cells}</x:mergeCells>`;
}

export async function zipped(parts: Record<string, Buffer | string>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content as string), name);
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
