import type { PackResult, ReportFormat, ReportScope, StatementResult } from '../../../shared/contract/report.ts';
import type { Period } from '../../../shared/time.ts';
import { FreshFiles } from '../report/fresh-files.ts';
import type { Pace } from '../report/pace.ts';
import { draftOf } from '../report/proof/draft.ts';
import type { Signer } from '../report/proof/signature.ts';
import { holdSnapshot } from '../report/snapshot.ts';
import { statementWriter } from '../report/write-statement.ts';
import type { StoreReader } from '../store/store.ts';
import { statementMessage } from './message.ts';
import { type PackOrder, writePack } from './pack/pack.ts';
import { statementOf, statementSources } from './sources.ts';
import type { Statement } from './statement.ts';
import type { WriteStatement } from './writer.ts';

interface OneOrder {
  dataDir: string;
  period: Period;
  scope: ReportScope;
  recipient_id: string;
  institution: Statement['institution'];
}

/** Work of the report thread on statements. */
export type StatementTask =
  | ({ kind: 'pack'; dataDir: string } & PackOrder)
  | ({ kind: 'statement'; format: ReportFormat; file: string } & OneOrder)
  | ({ kind: 'message' } & OneOrder);

export interface StatementTaskResults {
  pack: PackResult;
  statement: StatementResult & { recipient: Pick<Statement['recipient'], 'id' | 'name'> };
  message: { text: string };
}

export function isStatementTask(task: { kind: string }): task is StatementTask {
  return task.kind === 'pack' || task.kind === 'statement' || task.kind === 'message';
}

export async function workOnStatements(
  reader: StoreReader,
  task: StatementTask,
  signer: Signer,
  pace: Pace,
): Promise<StatementTaskResults[keyof StatementTaskResults]> {
  const write = statementWriter(signer);
  if (task.kind === 'pack') return writePack(reader, task, write, pace);
  const release = holdSnapshot(reader);
  try {
    const sources = statementSources(reader, task.period, task.institution);
    const statement = statementOf(sources, task.scope, task.recipient_id);
    if (task.kind === 'message') return { text: messageOf(statement, signer) };
    pace.step('write', statement.sums.rows + statement.adjustments.rows);
    const { id, name } = statement.recipient;
    return { ...(await writeOne(statement, task, write, pace)), recipient: { id, name } };
  } finally {
    release();
  }
}

/** With the hash that stands in the file itself, whatever its format. */
function messageOf(statement: Statement, { fingerprint }: Signer): string {
  return statementMessage(statement, { hash: draftOf(statement).hash, fingerprint });
}

/** One statement into one file, which appears when it is complete. */
async function writeOne(
  statement: Statement,
  { format, file }: { format: ReportFormat; file: string },
  write: WriteStatement,
  pace: Pace,
): Promise<StatementResult> {
  const files = new FreshFiles();
  try {
    const { rows, hash } = await write(statement, format, file, { files, pace });
    pace.check();
    const kept = files.keep();
    return { file: kept[0]!, files: kept, rows, hash };
  } finally {
    files.drop();
  }
}
