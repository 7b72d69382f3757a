import type { Statement } from '../../statement/statement.ts';
import type { Row } from '../column.ts';
import type { LinesHash } from '../proof/lines-hash.ts';
import { lineTextOf } from '../proof/lines-hash.ts';
import type { LineColumn } from '../proof/proof-columns.ts';
import { checkCode, type RowsHash } from '../proof/rows-hash.ts';

export type ProvenRow = Row & { kind: 'sale' | 'adjustment'; line_no: number; check_code: string };

/** The lines as tables take them: each with its number and check code. `hash` takes them in. */
export function* provenRows(statement: Pick<Statement, 'lines'>, hash: LinesHash): Generator<ProvenRow> {
  for (const line of statement.lines()) {
    const text = hash.add(line);
    yield { ...line, line_no: hash.rows, check_code: checkCode(text) };
  }
}

/** What is not settled yet, with numbers of its own. */
export function* provenUnsettled(
  statement: Pick<Statement, 'unsettledLines'>,
  columns: readonly LineColumn[],
  hash: RowsHash,
): Generator<Row> {
  const textOf = lineTextOf(columns.map(({ key }) => key));
  for (const line of statement.unsettledLines()) {
    const text = textOf(line);
    hash.add(text);
    yield { ...line, line_no: hash.rows, check_code: checkCode(text) };
  }
}
