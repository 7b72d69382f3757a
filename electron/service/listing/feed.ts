import { DeskError } from '../../../shared/contract/result.ts';
import type { RouteOutput, RouteParsed } from '../../../shared/contract/routes.ts';
import type { Context } from '../context.ts';
import { audit } from '../store/audit.ts';
import { readSetting, writeSetting } from '../store/setting.ts';
import { sql } from '../store/sql.ts';
import { feedOf, feedText } from './feed-content.ts';
import { checkFolder, writeToFolder } from './feed-folder.ts';
import { feedAddress, postFeed } from './feed-post.ts';
import { changeFeedSecret, feedSecret } from './feed-secret.ts';
import { readTarget, writeTarget } from './feed-target.ts';

const REVISION = 'feed.revision';
const WRITTEN_AT = 'feed.written_at';
const LAST_ERROR = 'feed.last_error';

type Written = RouteOutput<'listing.write_feed'>;

/** Where the feed goes and how the last writing went. */
export function getFeed(context: Context): RouteOutput<'listing.feed'> {
  const { store } = context;
  const target = readTarget(store);
  const writtenAt = readSetting(store, WRITTEN_AT);
  return {
    target: target.kind === 'https' ? { ...target, signed: feedSecret(context) !== null } : target,
    last_written_at: writtenAt === null ? null : Number(writtenAt),
    last_error: readSetting(store, LAST_ERROR),
    items: store.value<number>(sql`select count(*) from listing`) ?? 0,
    revision: Number(readSetting(store, REVISION) ?? 0),
  };
}

/**
 * Sets where the feed goes, and writes it there. A target that cannot be right is refused and nothing changes:
 * `feed.bad_target`, `feed.no_target`. When only the writing fails the target stays, and that failure is thrown.
 */
export async function setFeedTarget(
  context: Context,
  target: RouteParsed<'listing.set_feed_target'>,
): Promise<RouteOutput<'listing.set_feed_target'>> {
  if (target.kind === 'folder') await checkFolder(target.folder);
  if (target.kind === 'https') {
    feedAddress(target.url);
    if (!target.secret) secretFor(context, target.url);
  }
  context.store.durably(() => {
    writeTarget(context.store, target);
    writeSetting(context.store, LAST_ERROR, null);
    const detail =
      target.kind === 'https' ? { kind: target.kind, url: target.url, new_secret: Boolean(target.secret) } : target;
    audit(context.store, { at: context.now(), staff: context.staff(), action: 'feed.set_target', detail });
  });
  if (target.kind !== 'https') changeFeedSecret(context, null);
  else if (target.secret) changeFeedSecret(context, target.secret);
  context.changed('listings');
  return { written: target.kind === 'none' ? 0 : (await writeFeed(context)).written };
}

/** The writing under way of each institution: a later feed must never be overtaken by an earlier one. */
const queues = new WeakMap<Context, Promise<unknown>>();

/**
 * Writes the feed now. Throws `feed.no_target`, `feed.bad_target`, `feed.refused`, `file.unwritable`; the failure is
 * kept for `getFeed` until a writing succeeds.
 */
export function writeFeed(context: Context): Promise<Written> {
  const written = (queues.get(context) ?? Promise.resolve()).then(() => writeOnce(context));
  queues.set(
    context,
    written.catch(() => undefined),
  );
  return written;
}

/** After a change of the shelf: writes the feed where it has a target. A failure is only told, the change stands. */
export async function writeFeedAfterChange(context: Context): Promise<string | null> {
  if (readTarget(context.store).kind === 'none') return null;
  try {
    await writeFeed(context);
    return null;
  } catch (error) {
    return error instanceof DeskError ? error.code : 'service.internal';
  }
}

async function writeOnce(context: Context): Promise<Written> {
  const { store } = context;
  const target = readTarget(store);
  if (target.kind === 'none') throw new DeskError('feed.no_target', { reason: 'none' });
  try {
    // Counted before it is sent: a number is never used for two different shelves, whatever happens in between.
    const revision = store.transaction(() => {
      const next = Number(readSetting(store, REVISION) ?? 0) + 1;
      writeSetting(store, REVISION, String(next));
      return next;
    });
    const feed = feedOf(context, revision);
    const body = feedText(feed);
    if (target.kind === 'folder') await writeToFolder(target.folder, body);
    else
      await postFeed(
        { url: feedAddress(target.url), secret: secretFor(context, target.url) },
        { body, timestamp: feed.generated_at },
      );
    store.transaction(() => {
      writeSetting(store, WRITTEN_AT, String(feed.generated_at));
      writeSetting(store, LAST_ERROR, null);
    });
    return { written: feed.items.length, revision };
  } catch (error) {
    writeSetting(store, LAST_ERROR, error instanceof DeskError ? error.code : 'service.internal');
    throw error;
  } finally {
    context.changed('listings');
  }
}

function secretFor(context: Context, url: string): string {
  const secret = feedSecret(context);
  if (secret === null) throw new DeskError('feed.no_target', { reason: 'no_secret', url });
  return secret;
}
