import type { DriftRow } from '../../../shared/contract/sync.ts';
import type { JsonType, Word } from '../platform/wire-spec/spec.ts';

/** One difference between a reply and the documents; the same object for the same difference. */
export type Finding = Readonly<Pick<DriftRow, 'kind' | 'path' | 'expected' | 'found'>>;

/** What an endpoint may come up with. A reply with names of its own making must not fill the books. */
const MOST = 100;
const LONGEST_FOUND = 200;

export interface Findings {
  /** Null when the endpoint has come up with too many already. */
  one(kind: Finding['kind'], path: string, expected: string, found: string): Finding | null;
}

export function findings(): Findings {
  const known = new Map<string, Finding>();
  return {
    one(kind, path, expected, foundInFull) {
      const found = foundInFull.slice(0, LONGEST_FOUND);
      const name = JSON.stringify([kind, path, found]);
      const before = known.get(name);
      if (before || known.size >= MOST) return before ?? null;
      const finding: Finding = { kind, path: path.slice(0, LONGEST_FOUND), expected, found };
      known.set(name, finding);
      return finding;
    },
  };
}

export const ABSENT = 'absent';

export function typesText(word: Word): string {
  return word.types.join(' | ');
}

export function typeOf(value: unknown): JsonType {
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'bool';
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : 'object';
}
