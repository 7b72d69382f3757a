import { z } from 'zod';
import type { Unix } from '../time.ts';
import { route } from './route.ts';

export const DOCTOR_CHECKS = [
  'versions',
  'data_folder',
  'free_disk',
  'integrity',
  'audit_chain',
  'closings',
  'address',
  'credentials',
  'allow_list',
  'clock',
  'permission',
  'quota',
  'freshness',
] as const;
export type DoctorCheck = (typeof DOCTOR_CHECKS)[number];

export interface DoctorLine {
  check: DoctorCheck;
  /** What the line is about where a check has several: an endpoint. */
  subject: string | null;
  state: 'ok' | 'warn' | 'bad' | 'unknown';
  /** A stable code for what was found; its text and the next step are in `shared/error-text`. */
  code: string;
  /** Facts for the text, never a secret or a token. */
  params: Record<string, string | number | null>;
}

export interface DoctorReport {
  at: Unix;
  lines: DoctorLine[];
}

export const doctorRoutes = {
  /** A job whose result is a DoctorReport; it calls the platform a few dozen times, reading only. */
  'doctor.start': route<{ job_id: string }>()(z.object({})),
};
