import type { Statement } from '../statement/statement.ts';
import type { WriteStatement } from '../statement/writer.ts';
import { createdOf } from './document/created.ts';
import { provenRows } from './document/proven-rows.ts';
import { type WriteOptions, writeStatementCsv, writeWhole } from './document/statement-csv.ts';
import { statementText } from './document/statement-text.ts';
import { StatementWorkbook } from './document/statement-workbook.ts';
import { writeStatementPdf } from './pdf/statement-pdf.ts';
import { type Draft, draftOf } from './proof/draft.ts';
import { LinesHash } from './proof/lines-hash.ts';
import { seal } from './proof/seal.ts';
import type { Signer } from './proof/signature.ts';

/** Gives statements the shape of files, signed with the key of the installation. The same statement gives the same bytes. */
export function statementWriter(signer: Signer): WriteStatement {
  return async (statement, format, file, { files, pace }) => {
    const draft = draftOf(statement);
    const options: WriteOptions = { begin: (name) => files.begin(name), signer, pace };
    const hash = LinesHash.ofStatement(
      { period: statement.period, scope: statement.scope, id: statement.recipient.shown_id },
      statement.columns.map(({ key }) => key),
    );
    switch (format) {
      case 'xlsx':
        await writeWorkbook(statement, draft, hash, file, options);
        break;
      case 'csv':
        await writeStatementCsv(statement, draft, hash, 'staff', file, options);
        break;
      case 'csv_strict':
        await writeStatementCsv(statement, draft, hash, 'strict', file, options);
        break;
      case 'csv_gb18030':
        await writeStatementCsv(statement, draft, hash, 'gb18030', file, options);
        break;
      case 'pdf':
        await writeStatementPdf(statement, draft, hash, file, options);
        break;
      case 'text':
        writeWhole(options.begin(file), file, statementText(draft, signer));
        return { rows: draft.rows, hash: draft.hash };
    }
    refuseOther(hash, draft);
    return { rows: draft.rows, hash: draft.hash };
  };
}

/** Lines are read twice, for the cover and for the tables: a file that says one thing and holds another is not written. */
function refuseOther(hash: LinesHash, draft: Draft): void {
  const found = hash.digest();
  if (found !== draft.hash) throw new Error(`lines changed while a statement was written: ${found} ${draft.hash}`);
}

async function writeWorkbook(
  statement: Statement,
  draft: Draft,
  hash: LinesHash,
  file: string,
  { begin, signer, pace }: WriteOptions,
): Promise<void> {
  const temporary = begin(file);
  const workbook = new StatementWorkbook(statement, draft, { temporary, file, created: createdOf(draft), pace });
  try {
    await workbook.begin();
    for (const row of provenRows(statement, hash)) {
      const wait = workbook.row(row);
      if (wait) await wait;
      pace.did();
    }
    const face = { ...draft, tables: await workbook.end() };
    await workbook.close(face, seal(face, signer));
  } catch (error) {
    await workbook.abort();
    throw error;
  }
}
