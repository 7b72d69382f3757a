import type { ReportFormat } from '../../../shared/contract/report.ts';
import { CsvSink } from '../report/csv.ts';
import type { FreshFiles } from '../report/fresh-files.ts';
import type { Pace } from '../report/pace.ts';
import { TextFile } from '../report/text-file.ts';
import { Fingerprint } from '../settlement/fingerprint.ts';
import type { Statement } from './statement.ts';

/** What a file says of its lines. */
export interface WrittenStatement {
  rows: number;
  /** Over the statement's own lines. */
  hash: string;
}

/** Gives a statement the shape of a file that `files` makes room for. */
export type WriteStatement = (
  statement: Statement,
  format: ReportFormat,
  file: string,
  options: { files: Pick<FreshFiles, 'begin'>; pace: Pace },
) => Promise<WrittenStatement>;

/** Its lines as a table, whatever the format. */
export const writeTable: WriteStatement = async (statement, _format, file, { files, pace }) => {
  const text = new TextFile(files.begin(file), file);
  try {
    const sink = new CsvSink(text, statement.columns, 'strict');
    const fingerprint = new Fingerprint(statement.period);
    let rows = 0;
    for (const line of statement.lines()) {
      fingerprint.add(line);
      sink.row({ ...line });
      rows += 1;
      pace.did();
    }
    await sink.end();
    return { rows, hash: fingerprint.digest() };
  } finally {
    text.close();
  }
};
