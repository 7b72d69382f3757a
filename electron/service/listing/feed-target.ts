import { type FeedTarget, feedTarget } from '../../../shared/contract/listing.ts';
import { readSetting, writeSetting } from '../store/setting.ts';
import type { Store } from '../store/store.ts';

/** Where the feed goes, as it is kept: an address without its signing secret. */
export type KeptTarget = { kind: 'none' } | { kind: 'folder'; folder: string } | { kind: 'https'; url: string };

const TARGET = 'feed.target';

export function readTarget(store: Store): KeptTarget {
  const text = readSetting(store, TARGET);
  if (text === null) return { kind: 'none' };
  return withoutSecret(feedTarget.parse(JSON.parse(text)));
}

export function writeTarget(store: Store, target: FeedTarget): void {
  writeSetting(store, TARGET, JSON.stringify(withoutSecret(target)));
}

function withoutSecret(target: FeedTarget): KeptTarget {
  return target.kind === 'https' ? { kind: 'https', url: target.url } : target;
}
