import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { ReportVerdict } from '../../../../shared/contract/report.ts';
import { DeskError } from '../../../../shared/contract/result.ts';
import { markedLines } from '../pdf/marked-line.ts';
import { PAGE_START } from '../pdf/paper.ts';
import { bytesText, INFO, PDF_TAIL } from '../pdf/pdf-proof.ts';
import { checkCode } from '../proof/rows-hash.ts';
import { isSignedBy } from '../proof/signature.ts';
import { LARGEST_PDF, PdfObjects } from './pdf-objects.ts';
import { Places } from './places.ts';
import { readSeal, verdictOf } from './sealed.ts';

/**
 * A PDF is what it was written as, byte by byte, or it is changed: then its pages and the lines on them are held
 * against their codes, to say where. Throws `file.not_a_report`.
 */
export async function verifySealedPdf(file: string, ownKey: string | null): Promise<ReportVerdict> {
  if ((await stat(file)).size > LARGEST_PDF) throw new DeskError('file.not_a_report', { file });
  const bytes = await readFile(file);
  const objects = new PdfObjects(bytes);
  const face = Buffer.from(objects.property(INFO.face) ?? '', 'base64').toString('utf8');
  const sealed = readSeal(face, objects.property(INFO.public_key), objects.property(INFO.signature));
  if (!sealed) throw new DeskError('file.not_a_report', { file });
  const places = new Places();
  const untouched = isAsWritten(bytes, sealed.seal.public_key);
  if (!untouched) {
    judgePages(objects, sealed.face.rows, places);
    if (places.none) places.add({ what: 'statement' });
  }
  const { hash, rows } = sealed.face;
  return verdictOf(sealed, { hash: untouched ? hash : '', rows }, ownKey, places);
}

function isAsWritten(bytes: Buffer, publicKey: string): boolean {
  const end = bytes.subarray(-TAIL_LENGTH).toString('latin1');
  const tail = PDF_TAIL.exec(end);
  if (!tail) return false;
  const [whole, sha256, signature] = tail;
  const found = createHash('sha256')
    .update(bytes.subarray(0, bytes.length - whole.length))
    .digest('hex');
  return found === sha256 && isSignedBy(publicKey, bytesText(found), signature!);
}

const TAIL_LENGTH = 400;

function judgePages(objects: PdfObjects, rows: number, places: Places): void {
  const codes = (objects.property(INFO.pages) ?? '').split(' ');
  const numbers = new Set<number>();
  let page = 0;
  for (const content of objects.pages()) {
    const body = content === null ? null : content.slice(content.indexOf(PAGE_START)).trimEnd();
    const code = codes[page];
    page += 1;
    if (body === null || checkCode(body) !== code) {
      const sheet = `第 ${page} 页`;
      let named = false;
      for (const { number, code: stated, order_id, sku_id, drawn } of markedLines(body ?? ''))
        if (checkCode(drawn) !== stated) {
          named = true;
          places.add({ sheet, row: number, order_id, sku_id, what: 'line' });
        }
      if (!named) places.add({ sheet, what: 'statement' });
    }
    for (const { number } of markedLines(body ?? '')) numbers.add(number);
  }
  for (let number = 1; number <= rows && numbers.size < rows && !places.none; number++) {
    if (numbers.has(number)) continue;
    places.add({ row: number, what: 'line_missing' });
    if (number > numbers.size + MANY_MISSING) break;
  }
}

/** Nobody reads on behind so many. */
const MANY_MISSING = 1000;
