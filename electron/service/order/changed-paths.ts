import { replyPaths } from '../../../shared/reply-paths.ts';

export interface ChangedPath {
  path: string;
  before: string | null;
  after: string | null;
}

/** Dotted paths of two replies of one commission order that differ, with both values as text; null is absent. */
export function changedPaths(before: string, after: string): ChangedPath[] {
  const old = replyPaths(before);
  const now = replyPaths(after);
  return [...new Set([...old.keys(), ...now.keys()])]
    .sort()
    .map((path) => ({ path, before: old.get(path) ?? null, after: now.get(path) ?? null }))
    .filter((change) => change.before !== change.after);
}
