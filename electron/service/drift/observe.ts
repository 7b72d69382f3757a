import { WIRE_SPEC } from '../platform/wire-spec/index.ts';
import type { WireSpec } from '../platform/wire-spec/spec.ts';
import type { Store } from '../store/store.ts';
import type { Finding } from './finding.ts';
import { type ShapeReader, shapeReader } from './shape.ts';

export interface DriftObserver {
  /**
   * Looks at a successful reply, parsed and as text; `at` in Unix seconds. Cheap, never throws, and writes nothing:
   * what it found waits for `flush`. Endpoints without a documented reply are not looked at.
   */
  observe(endpoint: string, value: unknown, text: string, at: number): void;
  /** Writes what was found since the last time, in one transaction; nothing when nothing was. */
  flush(): void;
}

const LONGEST_SAMPLE = 20_000;

/** What is to be written of one finding. */
interface Waiting {
  endpoint: string;
  first: number;
  last: number;
  times: number;
  /** Of the first reply that showed it; the books keep the first they get. */
  sample: string;
}

/** Notices where replies differ from what the documents say. One per database: it remembers the shapes it has seen. */
export function driftObserver(store: Store, spec: WireSpec = WIRE_SPEC): DriftObserver {
  const readers = new Map<string, ShapeReader | null>();
  const waiting = new Map<Finding, Waiting>();
  const sampled = new Set<Finding>();

  const readerOf = (endpoint: string): ShapeReader | null => {
    let reader = readers.get(endpoint);
    if (reader === undefined) {
      const fields = Object.hasOwn(spec, endpoint) ? spec[endpoint] : undefined;
      reader = fields ? shapeReader(fields) : null;
      readers.set(endpoint, reader);
    }
    return reader;
  };

  const add = (endpoint: string, finding: Finding, text: string, at: number) => {
    const before = waiting.get(finding);
    if (before) {
      before.times += 1;
      before.last = at;
      return;
    }
    const sample = sampled.has(finding) ? '' : sampleOf(text);
    waiting.set(finding, { endpoint, first: at, last: at, times: 1, sample });
  };

  return {
    observe(endpoint, value, text, at) {
      const reader = readerOf(endpoint);
      if (reader === null || typeof value !== 'object' || value === null) return;
      for (const finding of reader(value)) add(endpoint, finding, text, at);
    },
    flush() {
      if (waiting.size === 0) return;
      const upsert = store.prepare(`insert into schema_drift
          (endpoint, kind, path, expected, found, first_seen_at, last_seen_at, times, sample)
        values (@endpoint, @kind, @path, @expected, @found, @first, @last, @times, @sample)
        on conflict (endpoint, kind, path, found) do update set expected = excluded.expected,
          last_seen_at = max(last_seen_at, excluded.last_seen_at), times = times + excluded.times`);
      store.transaction(() => {
        for (const [finding, { sample, ...counted }] of waiting) upsert.run({ ...finding, ...counted, sample });
      });
      for (const finding of waiting.keys()) sampled.add(finding);
      waiting.clear();
    },
  };
}

/** The reply as it came, cut, and without the token that one of them carries. */
function sampleOf(text: string): string {
  return text.replace(/("access_token"\s*:\s*")(?:[^"\\]|\\.)*/g, '$1…').slice(0, LONGEST_SAMPLE);
}
