import { open, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { ReportVerdict } from '../../../shared/contract/report.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import { csvFileRows } from '../table-file/csv.ts';
import { FACTS, readFooter } from './document/csv-footer.ts';
import { manifestBeside } from './document/manifest.ts';
import { MARKS } from './document/notes-form.ts';
import { readFailure } from './file-failure.ts';
import type { LineColumn } from './proof/proof-columns.ts';
import { formFacts } from './reading/form-cells.ts';
import { readColumns } from './reading/judge-lines.ts';
import { readSeal, type SealedFace } from './reading/sealed.ts';
import { verifySealedCsv } from './reading/sealed-csv.ts';
import { verifySealedPdf } from './reading/sealed-pdf.ts';
import { verifySealedWorkbook } from './reading/sealed-workbook.ts';
import { readClaimCells, readClaimManifest } from './reading/unsigned/claim.ts';
import { verifyUnsignedCsv, verifyUnsignedWorkbook } from './reading/unsigned/verify-unsigned.ts';
import { sheetClaim } from './reading/unsigned/xlsx-report.ts';
import { XlsxReader } from './reading/xlsx-reader.ts';
import { SHEETS } from './settlement-columns.ts';

/**
 * Holds a report or statement against what it says of itself: its lines, sums and words against the signed text, that
 * against its signature. Sorting, hiding or saving by another program changes nothing; any value that differs does,
 * and is named. `ownKey` is the public key of this data folder. Throws `file.unreadable` or `file.not_a_report`.
 */
export async function verifyReport(file: string, ownKey: string | null): Promise<ReportVerdict> {
  try {
    const head = await headOf(file);
    if (head.startsWith('PK')) return await verifyWorkbook(file, ownKey);
    if (head.startsWith('%PDF')) return await verifySealedPdf(file, ownKey);
    return await verifyCsv(file, ownKey);
  } catch (error) {
    throw readFailure(error, file);
  }
}

async function headOf(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.toString('latin1', 0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function verifyWorkbook(file: string, ownKey: string | null): Promise<ReportVerdict> {
  const workbook = await XlsxReader.open(file);
  try {
    const facts = await formFacts(workbook, SHEETS.notes);
    const sealed = readSeal(facts.get(MARKS.face), facts.get(MARKS.public_key), facts.get(MARKS.signature));
    if (sealed) return await verifySealedWorkbook(workbook, sealed, columnsOf(sealed, file), ownKey);
    const claim = sheetClaim(facts);
    if (!claim) throw new DeskError('file.not_a_report', { file });
    return await verifyUnsignedWorkbook(workbook, claim);
  } finally {
    workbook.close();
  }
}

async function verifyCsv(file: string, ownKey: string | null): Promise<ReportVerdict> {
  const last = await lastRow(file);
  const facts = readFooter(last);
  const inside = facts && readSeal(facts.get(FACTS.face), facts.get(FACTS.public_key), facts.get(FACTS.signature));
  if (inside) return verifySealedCsv(file, inside, columnsOf(inside, file), 'staff', ownKey);
  const manifest = facts ? null : await manifestOf(file);
  const beside = manifest === null ? null : sealOfManifest(manifest);
  if (beside) return verifySealedCsv(file, beside, columnsOf(beside, file), 'strict', ownKey);
  const claim = readClaimCells(last) ?? (manifest === null ? null : readClaimManifest(manifest));
  if (!claim) throw new DeskError('file.not_a_report', { file });
  return verifyUnsignedCsv(file, claim);
}

/** A column this program does not know was written by a newer one. */
function columnsOf({ face }: SealedFace, file: string): LineColumn[] {
  const columns = readColumns(face);
  if (!columns) throw new DeskError('file.not_a_report', { file });
  return columns;
}

/** Files of other kinds may be one endless row: then it is the first and the last. */
async function lastRow(file: string): Promise<string[]> {
  let last: string[] = [];
  for await (const row of csvFileRows(file)) if (row.length > 1) last = row;
  return last;
}

/** The csv for programs holds rows and nothing else; its proof lies beside it. */
async function manifestOf(file: string): Promise<string | null> {
  const pack = /^settlement-lines-(\d{4}-\d{2})\.csv$/.exec(basename(file));
  const manifest = pack ? join(dirname(file), `settlement-${pack[1]}.json`) : manifestBeside(file);
  try {
    return await readFile(manifest, 'utf8');
  } catch {
    return null;
  }
}

function sealOfManifest(text: string): SealedFace | null {
  try {
    const { signed, public_key, signature } = JSON.parse(text);
    return readSeal(JSON.stringify(signed), public_key, signature);
  } catch {
    return null;
  }
}
