import type { DoctorLine } from '../../../shared/contract/doctor.ts';
import type { DeskError } from '../../../shared/contract/result.ts';
import { type Quota, readQuota } from '../platform/endpoints/quota.ts';
import { platformCode } from '../platform/failure.ts';
import type { Platform } from '../platform/platform.ts';
import { failsThisKeyOnly } from '../sync/detail-failure.ts';
import { inParallel } from '../sync/in-parallel.ts';
import { ask } from './ask.ts';
import type { Probe } from './endpoints.ts';
import { line } from './line.ts';

const AT_ONCE = 4;
/** Below this part of the day's calls there is reason to look. */
const LOW_PART = 0.2;
const NO_PERMISSION = 48001;
const WITHDRAWN = 48004;
/** The limit of the day, or of the minute: whoever reaches it may ask. */
const LIMITED: ReadonlySet<number | null> = new Set([45009, 45011]);

export interface EndpointLines {
  permission: DoctorLine[];
  quota: DoctorLine[];
}

/** Permission and quota of each endpoint. `told` hears after each one. */
export async function endpointLines(
  platform: Platform,
  probes: readonly Probe[],
  signal: AbortSignal,
  told: () => void,
): Promise<EndpointLines> {
  const permission: DoctorLine[] = [];
  const quota: DoctorLine[] = [];
  let gone = false;
  await inParallel([...probes.entries()], AT_ONCE, async ([index, probe]) => {
    const limits = gone ? null : await limitsOf(platform, probe.endpoint, signal);
    quota[index] = quotaLine(probe.endpoint, limits);
    permission[index] = gone ? unasked(probe) : await permissionOf(platform, probe, limits, signal);
    // The network went away meanwhile: the others would only wait for the same message.
    gone ||= isGone(permission[index]!);
    told();
  });
  return { permission, quota };
}

async function limitsOf(platform: Platform, endpoint: string, signal: AbortSignal): Promise<Quota | null> {
  let limits: Quota | null = null;
  const failure = await ask(async (until) => {
    limits = await readQuota(platform, endpoint, until);
  }, signal);
  return failure ? null : limits;
}

function quotaLine(endpoint: string, limits: Quota | null): DoctorLine {
  if (!limits || limits.remain === null || limits.daily_limit === null || limits.daily_limit <= 0)
    return line('quota', 'unknown', 'doctor.quota_unknown', { endpoint }, endpoint);
  const { remain, daily_limit, call_count, refresh_seconds } = limits;
  const params = { endpoint, remain, daily_limit, call_count, refresh_seconds };
  if (remain <= 0) return line('quota', 'bad', 'doctor.quota_used_up', params, endpoint);
  if (remain < daily_limit * LOW_PART) return line('quota', 'warn', 'doctor.quota_low', params, endpoint);
  return line('quota', 'ok', 'doctor.quota_ok', params, endpoint);
}

async function permissionOf(
  platform: Platform,
  { endpoint, body }: Probe,
  limits: Quota | null,
  signal: AbortSignal,
): Promise<DoctorLine> {
  // Without calls left the answer would be 45009, after all the waits that go with it.
  if (limits?.remain === 0) return line('permission', 'unknown', 'doctor.permission_no_calls', { endpoint }, endpoint);
  const failure = await ask((until) => platform.call(endpoint, body, until), signal);
  return permissionLine(endpoint, failure);
}

function permissionLine(endpoint: string, failure: DeskError | null): DoctorLine {
  const code = platformCode(failure);
  if (code === NO_PERMISSION) return line('permission', 'bad', 'doctor.permission_missing', { endpoint }, endpoint);
  if (code === WITHDRAWN) return line('permission', 'bad', 'doctor.permission_withdrawn', { endpoint }, endpoint);
  if (failure === null || mayAsk(failure))
    return line('permission', 'ok', 'doctor.permission_ok', { endpoint }, endpoint);
  return line('permission', 'unknown', 'doctor.permission_unknown', { endpoint, reason: failure.code }, endpoint);
}

/** A business code means that the platform has looked at what was asked. */
function mayAsk(failure: unknown): boolean {
  return LIMITED.has(platformCode(failure)) || failsThisKeyOnly(failure);
}

function unasked({ endpoint }: Probe): DoctorLine {
  return line('permission', 'unknown', 'doctor.not_reached', { endpoint }, endpoint);
}

function isGone({ params }: DoctorLine): boolean {
  return params.reason === 'network.unreachable' || params.reason === 'network.timeout';
}
