import type { DoctorLine, DoctorReport } from '../../../shared/contract/doctor.ts';
import type { ErrorCode } from '../../../shared/contract/error-code.ts';
import { failureText } from '../../../shared/error-text/failure-text.ts';
import { readArguments } from '../arguments.ts';
import { runJob } from '../job.ts';
import { endProgress, print, printJson, tellProgress } from '../output.ts';
import { UsageError } from '../usage.ts';
import { withService } from '../with-service.ts';

const SIGNS: Record<DoctorLine['state'], string> = { ok: '✓', warn: '!', bad: '✗', unknown: '?' };

/** Checks everything a sync needs, also beside a running window. Exit 0 when nothing is bad. */
export async function doctor(argv: string[]): Promise<number> {
  const args = readArguments(argv, {});
  if (args.words.length > 0) throw new UsageError(`doctor takes no ${args.words[0]}`);
  return withService(args, 'read', async (client) => {
    const { lines } = await runJob<DoctorReport>(
      client,
      () => client.call('doctor.start', {}),
      (job) => tellProgress(`${job.done} / ${job.total ?? ''} ${job.step ?? ''}`),
    );
    endProgress();
    for (const line of lines) {
      if (args.json) printJson(line);
      else print(sentence(line));
    }
    return lines.some(({ state }) => state === 'bad') ? 1 : 0;
  });
}

function sentence({ state, code, params }: DoctorLine): string {
  const { title, next } = failureText({ code: code as ErrorCode, params }, 'zh');
  return `${SIGNS[state]} ${title} — ${next}`;
}
