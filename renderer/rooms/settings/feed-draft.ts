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

/** The field that keeps the draft from being saved. */
export function feedProblem(draft: FeedDraft): 'folder' | 'url' | 'secret' | null {
  if (draft.kind === 'folder') return draft.folder ? null : 'folder';
  if (draft.kind === 'none') return null;
  if (!isAddress(draft.url, ['https:'])) return 'url';
  if (draft.secret === '' ? !draft.hasSecret : draft.secret.length < SECRET_LEAST) return 'secret';
  return null;
}

export function readTarget(draft: FeedDraft): FeedTarget | null {
  if (feedProblem(draft)) return null;
  if (draft.kind === 'folder') return { kind: 'folder', folder: draft.folder };
  if (draft.kind === 'none') return { kind: 'none' };
  return { kind: 'https', url: draft.url, ...(draft.secret ? { secret: draft.secret } : {}) };
}
