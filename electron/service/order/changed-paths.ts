import { parseExactJson } from '../platform/json.ts';

export interface ChangedPath {
  path: string;
  before: string | null;
  after: string | null;
}

/** Dotted paths of two replies of one commission order that differ, with both values as text; null is absent. */
export function changedPaths(before: string, after: string): ChangedPath[] {
  const old = leaves(parseExactJson(before));
  const now = leaves(parseExactJson(after));
  return [...new Set([...old.keys(), ...now.keys()])]
    .sort()
    .map((path) => ({ path, before: old.get(path) ?? null, after: now.get(path) ?? null }))
    .filter((change) => change.before !== change.after);
}

function leaves(value: unknown, path = '', into = new Map<string, string>()): Map<string, string> {
  if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) leaves(inner, path ? `${path}.${key}` : key, into);
  } else if (value !== null && value !== undefined) {
    into.set(path.replace(/^commi?ssion_order\./, ''), String(value));
  }
  return into;
}
