import { resolve } from 'node:path';
import type { ReportResult } from '../../../shared/contract/report.ts';
import { readArguments } from '../arguments.ts';
import { runJob } from '../job.ts';
import { endProgress, print, printJson, tellProgress } from '../output.ts';
import { withService } from '../with-service.ts';
import { periodOf, totalLines } from './settle.ts';

/** Writes the settlement pack of a month into a folder. */
export async function report(argv: string[]): Promise<number> {
  const args = readArguments(argv, { period: { type: 'string' }, out: { type: 'string' } });
  const period = periodOf(args);
  const folder = resolve(args.needed('out'));
  return withService(args, 'write', async (client) => {
    const { totals, files } = await runJob<ReportResult>(
      client,
      () => client.call('report.start', { period, folder }),
      (job) => tellProgress(`${job.done}${job.total ? ` / ${job.total}` : ''}`),
    );
    endProgress();
    if (args.json) printJson({ ...totals, files });
    else {
      const { state } = await client.call('settlement.period', { period });
      for (const line of totalLines(totals, state)) print(line);
      for (const file of files) print(file);
    }
    return 0;
  });
}
