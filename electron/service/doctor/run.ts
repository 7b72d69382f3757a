import {
  DOCTOR_CHECKS,
  type DoctorCheck,
  type DoctorLine,
  type DoctorReport,
} from '../../../shared/contract/doctor.ts';
import { DAY_SECONDS, HOUR_SECONDS } from '../../../shared/time.ts';
import type { Context } from '../context.ts';
import { failureOf } from '../failure-of.ts';
import type { JobHandle, Jobs } from '../job.ts';
import { ordersKnownAsOf } from '../settlement/period.ts';
import { accountLines } from './account.ts';
import { booksLines } from './books.ts';
import { endpointLines } from './endpoint-lines.ts';
import { probes } from './endpoints.ts';
import { line } from './line.ts';
import { dataFolder, freeDisk, versions } from './machine.ts';

export interface DoctorOptions {
  /** The program's version. */
  version: string;
}

/** The check-up as a job; its result is a DoctorReport. */
export function startDoctor(context: Context, jobs: Jobs, options: DoctorOptions): { job_id: string } {
  const running = jobs.running('doctor');
  const { job_id } = running ?? jobs.start('doctor', (handle) => runDoctor(context, options, handle));
  return { job_id };
}

/**
 * All checks in the order of the contract. A check that cannot be made gives a line that says so; only cancelling
 * throws. It reads and asks, and changes nothing.
 */
export async function runDoctor(
  context: Context,
  options: DoctorOptions,
  handle: Pick<JobHandle, 'signal' | 'progress'>,
): Promise<DoctorReport> {
  const { store, dataDir } = context;
  const { signal } = handle;
  const lines: DoctorLine[] = [];
  const endpoints = probes(store, context.now());
  const total = DOCTOR_CHECKS.length + endpoints.length;
  let done = 0;
  const told = (check: DoctorCheck) => {
    done += 1;
    handle.progress(done, total, check);
  };

  /** Lines of some checks; what nobody expected becomes a line too. */
  const make = async (checks: readonly DoctorCheck[], work: () => DoctorLine[] | Promise<DoctorLine[]>) => {
    try {
      lines.push(...(await work()));
    } catch (error) {
      signal.throwIfAborted();
      for (const check of checks)
        lines.push(line(check, 'unknown', 'doctor.not_checked', { reason: failureOf(error).code }));
    }
    for (const check of checks) told(check);
  };

  await make(['versions'], () => [versions(store, options.version)]);
  await make(['data_folder'], async () => [await dataFolder(dataDir)]);
  await make(['free_disk'], async () => [await freeDisk(dataDir)]);
  await make(['integrity', 'audit_chain', 'closings'], () => booksLines(dataDir, signal));
  let obstacle: Awaited<ReturnType<typeof accountLines>>['obstacle'] = 'doctor.not_reached';
  await make(['address', 'credentials', 'allow_list', 'clock'], async () => {
    const account = await accountLines(context, signal);
    obstacle = account.obstacle;
    return account.lines;
  });
  await make(['permission', 'quota'], async () => {
    if (obstacle !== null) return [line('permission', 'unknown', obstacle), line('quota', 'unknown', obstacle)];
    const { permission, quota } = await endpointLines(context.platform(), endpoints, signal, () => told('permission'));
    return [...permission, ...quota];
  });
  await make(['freshness'], () => [freshness(context)]);
  context.changed('sync');
  return { at: context.now(), lines };
}

function freshness(context: Context): DoctorLine {
  const known = ordersKnownAsOf(context.store);
  if (known === null) return line('freshness', 'warn', 'doctor.never_synced');
  const age = Math.max(0, context.now() - known);
  const params = { known_as_of: known, hours: Math.floor(age / HOUR_SECONDS) };
  return age > DAY_SECONDS
    ? line('freshness', 'warn', 'doctor.stale', params)
    : line('freshness', 'ok', 'doctor.fresh', params);
}
