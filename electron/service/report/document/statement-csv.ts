import type { Statement } from '../../statement/statement.ts';
import { CsvSink, type CsvStyle } from '../csv.ts';
import type { Pace } from '../pace.ts';
import type { Draft } from '../proof/draft.ts';
import type { LinesHash } from '../proof/lines-hash.ts';
import { correctionColumns } from '../proof/proof-columns.ts';
import { seal } from '../proof/seal.ts';
import type { Signer } from '../proof/signature.ts';
import { TextFile } from '../text-file.ts';
import { csvFooter } from './csv-footer.ts';
import { manifestBeside, manifestText } from './manifest.ts';
import { provenRows } from './proven-rows.ts';

export interface WriteOptions {
  /** Gives the place to write a file at for now. */
  begin(file: string): string;
  signer: Signer;
  pace: Pace;
}

/** Sales, then corrections, as one table. The strict one has its proof in a file beside it, the others in their last row. */
export async function writeStatementCsv(
  statement: Statement,
  draft: Draft,
  hash: LinesHash,
  style: CsvStyle,
  file: string,
  { begin, signer, pace }: WriteOptions,
): Promise<void> {
  const face = { ...draft, tables: [] };
  const sealed = seal(face, signer);
  const text = new TextFile(begin(file), file);
  try {
    const sink = new CsvSink(text, correctionColumns(statement.columns), style);
    for (const row of provenRows(statement, hash)) {
      sink.row(row);
      pace.did();
    }
    if (style !== 'strict') sink.note(csvFooter(face, sealed));
    await sink.end();
  } finally {
    text.close();
  }
  if (style === 'strict') {
    const manifest = manifestBeside(file);
    writeWhole(begin(manifest), manifest, manifestText(face, sealed));
  }
}

export function writeWhole(temporary: string, file: string, content: string): void {
  const text = new TextFile(temporary, file);
  try {
    text.write(content);
    text.end();
  } finally {
    text.close();
  }
}
