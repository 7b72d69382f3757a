import { DeskError, type DeskFailure } from '../../shared/contract/result.ts';
import { failureText } from '../../shared/error-text/failure-text.ts';
import { storeFailure } from '../service/store/failure.ts';
import { endProgress, tell, tellFailure } from './output.ts';
import { USAGE, UsageError } from './usage.ts';

/** A verb gives its exit status; what it throws is explained here. */
type Verb = (argv: string[]) => Promise<number>;

// Loaded when called: a wrong word should not wait for a database and an HTTP client.
const VERBS: Record<string, () => Promise<Verb>> = {
  sandbox: async () => (await import('../sandbox/command.ts')).runSandboxCommand,
  sync: async () => (await import('./verbs/sync.ts')).sync,
  invitations: async () => (await import('./verbs/invitations.ts')).invitations,
  listings: async () => (await import('./verbs/listings.ts')).listings,
  orders: async () => (await import('./verbs/orders.ts')).orders,
  settle: async () => (await import('./verbs/settle.ts')).settle,
  report: async () => (await import('./verbs/report.ts')).report,
  hunt: async () => (await import('./verbs/hunt.ts')).hunt,
  doctor: async () => (await import('./verbs/doctor.ts')).doctor,
  verify: async () => (await import('./verbs/verify.ts')).verify,
};

export async function runCommand(argv: string[]): Promise<number> {
  const [verb, ...rest] = argv;
  if (verb === undefined || verb === 'help' || verb === '--help' || rest.includes('--help')) {
    tell(USAGE);
    return verb === undefined ? 2 : 0;
  }
  const load = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
  if (!load) {
    tell(`usage: 没有这个命令 / no such verb: ${verb}\n\n${USAGE}`);
    return 2;
  }
  // A reader that has seen enough (`| head`) closes the pipe: no failure of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  try {
    return await (await load())(rest);
  } catch (error) {
    return explained(error);
  }
}

function explained(error: unknown): number {
  endProgress();
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
