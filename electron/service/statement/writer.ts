import type { ReportFormat } from '../../../shared/contract/report.ts';
import type { FreshFiles } from '../report/fresh-files.ts';
import type { Pace } from '../report/pace.ts';
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
