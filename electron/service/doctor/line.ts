import type { DoctorCheck, DoctorLine } from '../../../shared/contract/doctor.ts';
import type { ErrorCode } from '../../../shared/contract/error-code.ts';
import type { DeskError } from '../../../shared/contract/result.ts';
import type { errors } from '../../../shared/error-text/zh.ts';
import { ridOf } from '../platform/reply.ts';

/** Findings with a text of their own; failures of the program and the platform keep their codes. */
export type FindingCode = `doctor.${keyof typeof errors.doctor}`;

export function line(
  check: DoctorCheck,
  state: DoctorLine['state'],
  code: FindingCode | ErrorCode,
  params: DoctorLine['params'] = {},
  subject: string | null = null,
): DoctorLine {
  return { check, subject, state, code, params };
}

/**
 * A failed call as a line. Of the platform's own words only the request id goes along: a finding is shown, copied
 * and sent around, and nobody knows what else an error message may repeat.
 */
export function failureLine(
  check: DoctorCheck,
  state: DoctorLine['state'],
  error: DeskError,
  subject: string | null = null,
): DoctorLine {
  const { address, base_url, message } = error.params;
  const params: DoctorLine['params'] = {};
  if (address !== undefined) params.address = address;
  if (base_url !== undefined) params.base_url = base_url;
  const rid = typeof message === 'string' ? ridOf(message) : null;
  if (rid) params.rid = rid;
  return line(check, state, error.code, params, subject);
}
