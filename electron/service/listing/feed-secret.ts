import type { Context } from '../context.ts';

/**
 * The key the feed is signed with. It lives in memory only: the database and its backups never hold a secret. Main
 * keeps it in the operating system's key store, hands it over when the service starts, and stores it again when
 * staff give a new one with the feed's target.
 */
const secrets = new WeakMap<Context, string>();

export function setFeedSecret(context: Context, secret: string | null): void {
  if (secret === null) secrets.delete(context);
  else secrets.set(context, secret);
}

export function feedSecret(context: Context): string | null {
  return secrets.get(context) ?? null;
}
