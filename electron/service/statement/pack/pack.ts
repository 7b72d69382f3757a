import { join } from 'node:path';
import type { PackResult, ReportFormat, ReportScope } from '../../../../shared/contract/report.ts';
import type { Period } from '../../../../shared/time.ts';
import { FreshFiles } from '../../report/fresh-files.ts';
import type { Pace } from '../../report/pace.ts';
import { holdSnapshot } from '../../report/snapshot.ts';
import type { StoreReader } from '../../store/store.ts';
import { monthRecipients, needsStatement } from '../recipients.ts';
import { statementSources } from '../sources.ts';
import type { Statement } from '../statement.ts';
import type { WriteStatement } from '../writer.ts';
import { Archive } from './archive.ts';
import { refuseIncomplete } from './completeness.ts';
import { packName } from './file-names.ts';
import { linesOf, Packer } from './packer.ts';

export interface PackOrder {
  period: Period;
  folder: string;
  scopes: readonly ReportScope[];
  formats: readonly ReportFormat[];
  institution: Statement['institution'];
}

/**
 * Every statement of a month in one archive with an index, from one state of the books. It appears when it is complete
 * and proved, or not at all. Throws `report.pack_incomplete`, `store.disk_full`, `file.unwritable`, `job.cancelled`.
 */
export async function writePack(
  reader: StoreReader,
  order: PackOrder,
  write: WriteStatement,
  pace: Pace,
): Promise<PackResult> {
  const release = holdSnapshot(reader);
  const files = new FreshFiles();
  try {
    pace.step('sums', null);
    const sources = statementSources(reader, order.period, order.institution);
    const scopes = [...new Set(order.scopes)];
    const formats = [...new Set(order.formats)];
    const month = monthRecipients(sources.book, sources.payees, scopes, order.institution.name);
    const wanted = month.recipients.filter(needsStatement);
    pace.step('pack', wanted.reduce((lines, recipient) => lines + linesOf(recipient), 0) * formats.length);
    const place = join(order.folder, packName(sources.book, scopes, formats));
    const packer = new Packer(new Archive(files.begin(place), place), {
      sources,
      formats,
      write,
      pace,
      folder: order.folder,
    });
    try {
      for (const recipient of wanted) await packer.statement(recipient);
      refuseIncomplete(order.period, month, scopes, packer.packed);
      await packer.close({ book: sources.book, figures: month.figures, scopes, formats, packed: packer.packed });
    } catch (error) {
      await packer.abort();
      throw error;
    }
    pace.check();
    const [file] = files.keep();
    return {
      file: file!,
      files: wanted.length * formats.length,
      recipients: wanted.length,
      rows: month.figures.sums.rows + month.figures.adjustments.rows,
      missing: [],
      hash: month.figures.hash,
    };
  } finally {
    release();
    files.drop();
  }
}
