import type { AuditRow } from '../../../shared/contract/audit.ts';
import type { Column, Row } from '../report/column.ts';
import { CsvSink } from '../report/csv.ts';
import { FreshFiles } from '../report/fresh-files.ts';
import { JsonLinesSink } from '../report/json-lines.ts';
import type { Pace } from '../report/pace.ts';
import { holdSnapshot } from '../report/snapshot.ts';
import { TextFile } from '../report/text-file.ts';
import { sql, where } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { type AuditQuestion, auditConditions, auditRows } from './page.ts';

export interface AuditExport {
  question: AuditQuestion;
  format: 'csv' | 'json';
  file: string;
}

export interface AuditExportResult {
  file: string;
  rows: number;
}

const COLUMNS = [
  { key: 'entry_id', title: '序号', kind: 'count' },
  { key: 'at', title: '时间', kind: 'instant' },
  { key: 'staff', title: '经办人', kind: 'text' },
  { key: 'action', title: '操作', kind: 'text' },
  { key: 'detail', title: '内容', kind: 'text' },
  { key: 'hash', title: '链校验值', kind: 'text' },
] as const satisfies readonly (Column & { key: keyof AuditRow })[];

/** All entries of the question, oldest first, into one file that appears when it is complete. */
export async function writeAuditExport(
  reader: StoreReader,
  { question, format, file }: AuditExport,
  pace: Pace,
): Promise<AuditExportResult> {
  const release = holdSnapshot(reader);
  const files = new FreshFiles();
  try {
    const total = sql`select count(*) from audit_log ${where(auditConditions(question))}`;
    pace.step('write', reader.value<number>(total) ?? 0);
    const text = new TextFile(files.begin(file), file);
    let rows = 0;
    try {
      const sink = format === 'csv' ? new CsvSink(text, COLUMNS, 'staff') : new JsonLinesSink(text);
      for (const row of auditRows(reader, question)) {
        sink.row(row as AuditRow & Row);
        rows += 1;
        pace.did();
      }
      await sink.end();
    } catch (error) {
      text.close();
      throw error;
    }
    pace.check();
    const [kept] = files.keep();
    return { file: kept!, rows };
  } finally {
    release();
    files.drop();
  }
}
