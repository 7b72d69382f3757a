import { resolve } from 'node:path';
import type { Client } from '../../../shared/contract/client.ts';
import type { Job } from '../../../shared/contract/desk.ts';
import { type PackResult, REPORT_FORMATS, REPORT_SCOPES, type ReportResult } from '../../../shared/contract/report.ts';
import { type Arguments, readArguments } from '../arguments.ts';
import { runJob } from '../job.ts';
import { endProgress, print, printJson, tellProgress } from '../output.ts';
import { UsageError } from '../usage.ts';
import { withService } from '../with-service.ts';
import { periodOf, totalLines } from './settle.ts';

/** Writes the settlement pack of a month into a folder; with --pack everybody's statements as one archive. */
export async function report(argv: string[]): Promise<number> {
  const args = readArguments(argv, {
    period: { type: 'string' },
    out: { type: 'string' },
    pack: { type: 'boolean' },
    scope: { type: 'string', multiple: true },
    format: { type: 'string', multiple: true },
  });
  const period = periodOf(args);
  const folder = resolve(args.needed('out'));
  const scopes = chosen(args, 'scope', REPORT_SCOPES);
  const formats = chosen(args, 'format', REPORT_FORMATS);
  const pack = args.flag('pack');
  if (!pack && scopes.length + formats.length > 0) throw new UsageError('--scope and --format belong to --pack');
  await withService(args, 'write', (client) =>
    pack
      ? writePack(client, args, {
          period,
          folder,
          scopes: scopes.length > 0 ? scopes : [...REPORT_SCOPES],
          formats: formats.length > 0 ? formats : ['xlsx'],
        })
      : writeMonth(client, args, { period, folder }),
  );
  return 0;
}

async function writeMonth(client: Client, args: Arguments, wish: { period: string; folder: string }): Promise<void> {
  const { totals, files } = await runJob<ReportResult>(client, () => client.call('report.start', wish), tellRows);
  endProgress();
  if (args.json) return printJson({ ...totals, files });
  const { state } = await client.call('settlement.period', { period: wish.period });
  for (const line of totalLines(totals, state)) print(line);
  for (const file of files) print(file);
}

async function writePack(
  client: Client,
  args: Arguments,
  wish: Parameters<typeof client.call<'report.pack'>>[1],
): Promise<void> {
  const written = await runJob<PackResult>(client, () => client.call('report.pack', wish), tellRows);
  endProgress();
  if (args.json) return printJson({ period: wish.period, ...written });
  print(`账期 ${wish.period}: ${written.recipients} 个收件方，${written.files} 个文件，无一遗漏  校验 ${written.hash}`);
  print(written.file);
}

function tellRows({ done, total }: Job): void {
  tellProgress(`${done}${total ? ` / ${total}` : ''}`);
}

/** The words of an option that may be given several times, each one of a list. */
function chosen<Word extends string>(args: Arguments, name: string, words: readonly Word[]): Word[] {
  return args.texts(name).map((text) => {
    const word = words.find((one) => one === text);
    if (word === undefined) throw new UsageError(`--${name}: ${words.join(', ')}, not ${text}`);
    return word;
  });
}
