import type { Platform } from '../platform.ts';
import { number, wire } from '../wire.ts';

/** What the platform says of one endpoint's limits; null where it says nothing. Counts may be off by one percent. */
export interface Quota {
  daily_limit: number | null;
  used: number | null;
  remain: number | null;
  /** `call_count` calls in `refresh_seconds` seconds. */
  call_count: number | null;
  refresh_seconds: number | null;
}

const quotaReply = wire({
  quota: wire({ daily_limit: number, used: number, remain: number }),
  rate_limit: wire({ call_count: number, refresh_second: number }),
});

/**
 * Limits of one endpoint, `path` as it stands in its address and beginning with a slash. The limits for third-party
 * platforms in the same reply do not concern us. Throws platform.76021 for a path the platform does not know.
 */
export async function readQuota(platform: Pick<Platform, 'call'>, path: string, signal?: AbortSignal): Promise<Quota> {
  const reply = await platform.call('/cgi-bin/openapi/quota/get', { cgi_path: path }, signal);
  const { quota, rate_limit } = quotaReply.parse(reply.value);
  return {
    daily_limit: quota.daily_limit,
    used: quota.used,
    remain: quota.remain,
    call_count: rate_limit.call_count,
    refresh_seconds: rate_limit.refresh_second,
  };
}
