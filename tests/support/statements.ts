import { holdSnapshot } from '../../electron/service/report/snapshot.ts';
import { TextFile } from '../../electron/service/report/text-file.ts';
import { Fingerprint } from '../../electron/service/settlement/fingerprint.ts';
import { buildStatement } from '../../electron/service/statement/build.ts';
import { type MonthRecipients, monthRecipients } from '../../electron/service/statement/recipients.ts';
import { statementSources } from '../../electron/service/statement/sources.ts';
import type { Statement } from '../../electron/service/statement/statement.ts';
import type { WriteStatement } from '../../electron/service/statement/writer.ts';
import { sql } from '../../electron/service/store/sql.ts';
import type { Store, StoreReader } from '../../electron/service/store/store.ts';
import { REPORT_SCOPES, type ReportScope } from '../../shared/contract/report.ts';
import { type Period, periodRange } from '../../shared/time.ts';
import { addSplit } from './rules.ts';
import { promoterId, sampleRows, writePromoters, writeRows } from './settlement-rows.ts';

export const INSTITUTION = { name: '青禾带货机构', app_id: 'wxinstitution' };

/** Months 2026-09 to 2026-11 of an institution, read to the end of October, with a rule for whom it pays itself. */
export function writeBooks(store: Store, { rows = 2000, seed = 7 } = {}): void {
  const { to } = periodRange('2026-10')!;
  writePromoters(store);
  writeRows(store, sampleRows({ rows, seed }));
  addSplit(store, { ratio_ppm: 333_333, from_day: '2026-01-01' }, { now: to });
  store.run(sql`insert into sync_cursor (resource, known_as_of) values ('orders', ${to + 60})`);
}

/** Several promoters who are paid together from a month on. */
export function writePayee(store: Store, payeeId: string, name: string, promoters: number[], from = '2026-01'): void {
  store.run(sql`insert into payee (payee_id, name, made_at, made_by) values (${payeeId}, ${name}, 0, '小李')`);
  for (const n of promoters)
    store.run(sql`insert into payee_member (promoter_appid, from_period, payee_id, set_at, set_by)
      values (${promoterId(n)}, ${from}, ${payeeId}, 0, '小李')`);
}

/** The month's recipients and everybody's statement. */
export function statementsOf(
  reader: StoreReader,
  period: Period,
  scopes: readonly ReportScope[] = REPORT_SCOPES,
): { month: MonthRecipients; statements: Statement[] } {
  const release = holdSnapshot(reader);
  try {
    const sources = statementSources(reader, period, INSTITUTION);
    const month = monthRecipients(sources.book, sources.payees, scopes, INSTITUTION.name);
    return { month, statements: month.recipients.map((recipient) => buildStatement(recipient, sources)) };
  } finally {
    release();
  }
}

/** A writer with nothing but the lines, for tests of what is around the files. */
export const writeLines: WriteStatement = async (statement, _format, file, { files, pace }) => {
  const text = new TextFile(files.begin(file), file);
  try {
    const fingerprint = new Fingerprint(statement.period);
    let rows = 0;
    for (const line of statement.lines()) {
      fingerprint.add(line);
      text.write(`${statement.columns.map(({ key }) => line[key] ?? '').join(',')}\n`);
      rows += 1;
      pace.did();
    }
    text.end();
    return { rows, hash: fingerprint.digest() };
  } finally {
    text.close();
  }
};
