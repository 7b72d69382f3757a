import { resolve } from 'node:path';
import { verifyReport } from '../../service/report/verify.ts';
import { readArguments } from '../arguments.ts';
import { print, printJson } from '../output.ts';
import { UsageError } from '../usage.ts';

/** Recomputes a report's hash from its own cells; needs no data folder. Exit 0 untouched, 1 changed. */
export async function verify(argv: string[]): Promise<number> {
  const args = readArguments(argv, {});
  const [file, ...more] = args.words;
  if (!file || more.length > 0) throw new UsageError('verify FILE');
  const verdict = await verifyReport(resolve(file));
  if (args.json) printJson(verdict);
  else {
    print(verdict.verdict === 'untouched' ? '未改动' : '已改动');
    print(`账期 ${verdict.period ?? '—'}，${verdict.rows} 行`);
    print(`文件中写的校验 ${verdict.stated}`);
    print(`按明细重算的校验 ${verdict.found}`);
  }
  return verdict.verdict === 'untouched' ? 0 : 1;
}
