import { DeskError, type DeskFailure } from '../../shared/contract/result.ts';
import { failureText } from '../../shared/error-text/failure-text.ts';
import { runSandboxCommand } from '../sandbox/command.ts';
import { storeFailure } from '../service/store/failure.ts';
import { endProgress, tell, tellFailure } from './output.ts';
import { USAGE, UsageError } from './usage.ts';
import { invitations } from './verbs/invitations.ts';
import { listings } from './verbs/listings.ts';
import { orders } from './verbs/orders.ts';
import { report } from './verbs/report.ts';
import { settle } from './verbs/settle.ts';
import { sync } from './verbs/sync.ts';
import { verify } from './verbs/verify.ts';

/** A verb gives its exit status; what it throws is explained here. */
type Verb = (argv: string[]) => Promise<number>;

const VERBS: Record<string, Verb> = {
  sandbox: runSandboxCommand,
  sync,
  invitations,
  listings,
  orders,
  settle,
  report,
  verify,
};

export async function runCommand(argv: string[]): Promise<number> {
  const [verb, ...rest] = argv;
  if (verb === undefined || verb === 'help' || verb === '--help' || rest.includes('--help')) {
    tell(USAGE);
    return verb === undefined ? 2 : 0;
  }
  const run = VERBS[verb];
  if (!run) {
    tell(`usage: 没有这个命令 / no such verb: ${verb}\n\n${USAGE}`);
    return 2;
  }
  try {
    return await run(rest);
  } catch (error) {
    return explained(error);
  }
}

function explained(error: unknown): number {
  endProgress();
  // Whoever read our output has seen enough (`| head`): no failure of ours.
  if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return 0;
  if (error instanceof UsageError) {
    tell(`usage: ${error.message}\n\n${USAGE}`);
    return 2;
  }
  const known = storeFailure(error, '');
  if (known instanceof DeskError) {
    tellFailure(known, explain);
    // A day or month that does not exist is a word that is off, like an unknown option.
    return known.code === 'input.invalid' || known.code === 'period.invalid' ? 2 : 1;
  }
  tellFailure(
    { code: 'service.internal', params: { reason: error instanceof Error ? error.message : String(error) } },
    explain,
  );
  return 1;
}

function explain(failure: DeskFailure): string {
  const { title, next } = failureText(failure, 'zh');
  const facts = Object.entries(failure.params)
    .filter(([, value]) => value !== null && value !== '')
    .map(([key, value]) => `${key}=${value}`);
  return `${title}。${next}${facts.length ? ` (${facts.join(', ')})` : ''}`;
}
