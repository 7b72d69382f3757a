import type { AppInfo, SecretKept } from '../../../shared/bridge.ts';
import type { FeedTarget } from '../../../shared/contract/listing.ts';
import { isAddress } from './addresses.ts';

export interface FeedDraft {
  kind: FeedTarget['kind'];
  folder: string;
  url: string;
  /** As typed now; empty keeps the one set before for the same address. */
  secret: string;
  hasSecret: boolean;
}

const SECRET_LEAST = 16;

/** For those who build the receiver: on the same machine nothing travels that TLS would have to hide. */
function isOnThisMachine(text: string): boolean {
  return isAddress(text, ['http:']) && ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(text).hostname);
}

/** The field that keeps the draft from being saved. */
export function feedProblem(draft: FeedDraft): 'folder' | 'url' | 'secret' | null {
  if (draft.kind === 'folder') return draft.folder ? null : 'folder';
  if (draft.kind === 'none') return null;
  if (!isAddress(draft.url, ['https:']) && !isOnThisMachine(draft.url)) return 'url';
  if (draft.secret === '' ? !draft.hasSecret : draft.secret.length < SECRET_LEAST) return 'secret';
  return null;
}

/** How the program will keep a signing secret: as it keeps the institution's own. */
export function secretKeptAs({ keyStore, secretKept }: Pick<AppInfo, 'keyStore' | 'secretKept'>): SecretKept {
  if (keyStore) return 'protected';
  return secretKept === 'unprotected' ? 'unprotected' : 'session';
}

export function readTarget(draft: FeedDraft): FeedTarget | null {
  if (feedProblem(draft)) return null;
  if (draft.kind === 'folder') return { kind: 'folder', folder: draft.folder };
  if (draft.kind === 'none') return { kind: 'none' };
  return { kind: 'https', url: draft.url, ...(draft.secret ? { secret: draft.secret } : {}) };
}
