import { z } from 'zod';
import { JOB_KINDS, type Job } from './desk.ts';

/** What changed in the store; pages re-read what they show of it. */
export const TOPICS = [
  'partnerships',
  'products',
  'listings',
  'promoters',
  'orders',
  'reviews',
  'views',
  'settlement',
  'rules',
  'funds',
  'payees',
  'reports',
  'sync',
  'background',
  'status',
  'staging',
] as const;
export type Topic = (typeof TOPICS)[number];

const job: z.ZodType<Job> = z.object({
  job_id: z.string(),
  kind: z.enum(JOB_KINDS),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  done: z.number(),
  total: z.number().nullable(),
  step: z.string().nullable(),
  error: z
    .object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])) })
    .nullable(),
  result: z.unknown(),
});

export const events = {
  /** At most about ten a second per job, and always the last one. */
  'job.changed': job,
  'data.changed': z.object({ topics: z.array(z.enum(TOPICS)) }),
};

export type EventName = keyof typeof events;
export type EventData<Name extends EventName> = z.output<(typeof events)[Name]>;
