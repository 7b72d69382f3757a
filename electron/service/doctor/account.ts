import type { DoctorCheck, DoctorLine } from '../../../shared/contract/doctor.ts';
import type { DeskError } from '../../../shared/contract/result.ts';
import type { Context } from '../context.ts';
import { platformCode } from '../platform/failure.ts';
import type { Platform } from '../platform/platform.ts';
import { ask } from './ask.ts';
import { FIRST_PROBE } from './endpoints.ts';
import { type FindingCode, failureLine, line } from './line.ts';

const ADDRESS_MISSING = 40164;
/** A laptop that is further off is worth a word, although windows follow the platform's clock. */
const SKEW_SECONDS = 120;
/** The platform speaks of AppID, secret or token. */
const ACCOUNT_CODES: ReadonlySet<number> = new Set([40001, 40002, 40013, 40014, 40125, 40243, 41002, 42001, 61024]);

export interface AccountLines {
  lines: DoctorLine[];
  /** Why endpoints cannot be asked; null when they can. */
  obstacle: FindingCode | 'credentials.missing' | null;
}

/** Address, credentials, allow-list and clock, from a token and one harmless call. */
export async function accountLines(context: Context, signal: AbortSignal): Promise<AccountLines> {
  if (!context.connected) {
    const checks = ['address', 'credentials', 'allow_list', 'clock'] as const;
    return {
      lines: checks.map((check) => line(check, 'unknown', 'credentials.missing')),
      obstacle: 'credentials.missing',
    };
  }
  const platform = context.platform();
  const failure =
    (await ask(() => platform.reach(), signal)) ??
    (await ask((until) => platform.call(FIRST_PROBE.endpoint, FIRST_PROBE.body, until), signal));
  return verdict(platform, context.institution.appId, failure);
}

function verdict(platform: Platform, appId: string | null, failure: DeskError | null): AccountLines {
  const address = line('address', 'ok', 'doctor.address_ok', { base_url: platform.baseUrl });
  const credentials = line('credentials', 'ok', 'doctor.credentials_ok', { app_id: appId });
  const allowList = line('allow_list', 'ok', 'doctor.allow_list_ok');
  const clock = clockLine(platform);
  const skipped = (check: DoctorCheck, why: FindingCode) => line(check, 'unknown', why);
  if (failure === null) return { lines: [address, credentials, allowList, clock], obstacle: null };
  const code = platformCode(failure);
  if (code === null || code === -1) {
    const bad = failureLine('address', 'bad', failure);
    bad.params.base_url ??= platform.baseUrl;
    const obstacle = 'doctor.not_reached';
    return { lines: [bad, skipped('credentials', obstacle), skipped('allow_list', obstacle), clock], obstacle };
  }
  if (code === ADDRESS_MISSING) {
    const obstacle = 'doctor.not_let_in';
    return {
      lines: [address, skipped('credentials', obstacle), failureLine('allow_list', 'bad', failure), clock],
      obstacle,
    };
  }
  if (ACCOUNT_CODES.has(code)) {
    const obstacle = 'doctor.no_account';
    return {
      lines: [address, failureLine('credentials', 'bad', failure), skipped('allow_list', obstacle), clock],
      obstacle,
    };
  }
  // Whatever else it said, it let us in and knows us; its endpoint has a line of its own.
  return { lines: [address, credentials, allowList, clock], obstacle: null };
}

function clockLine(platform: Platform): DoctorLine {
  const skew = platform.clock.skew();
  if (skew === null) return line('clock', 'unknown', 'doctor.not_reached');
  const params = { skew_seconds: skew, minutes: Math.round(Math.abs(skew) / 60) };
  return Math.abs(skew) > SKEW_SECONDS
    ? line('clock', 'warn', 'doctor.clock_off', params)
    : line('clock', 'ok', 'doctor.clock_ok', params);
}
