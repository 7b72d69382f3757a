import type { Context } from '../context.ts';

/**
 * The key the feed is signed with. It lives in memory only: the database and its backups never hold a secret. Main
 * keeps it as it keeps the institution's own, hands it over when the service starts, and is told of a new one.
 */
const secrets = new WeakMap<Context, string>();

export function setFeedSecret(context: Context, secret: string | null): void {
  if (secret === null) secrets.delete(context);
  else secrets.set(context, secret);
}

/** Staff gave a new secret, or none is needed any more: whoever keeps it beyond this process hears of it. */
export function changeFeedSecret(context: Context, secret: string | null): void {
  if (secret === feedSecret(context)) return;
  setFeedSecret(context, secret);
  context.keepFeedSecret?.(secret);
}

export function feedSecret(context: Context): string | null {
  return secrets.get(context) ?? null;
}
