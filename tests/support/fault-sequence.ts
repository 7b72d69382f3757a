import fc from 'fast-check';
import { FAULTS, type Fault } from '../../electron/sandbox/faults.ts';
import { startSandbox } from '../../electron/sandbox/server.ts';
import { createPlatform } from '../../electron/service/platform/platform.ts';
import { sql } from '../../electron/service/store/sql.ts';
import { openStore, type Store } from '../../electron/service/store/store.ts';
import { syncOrders } from '../../electron/service/sync/orders.ts';
import { emptyTally } from '../../electron/service/sync/tally.ts';
import { DAY_SECONDS } from '../../shared/time.ts';
import { booksOf, type Comparison, compare, ourRows } from './books.ts';
import { type Break, breakingStore } from './breaking-store.ts';
import { tempFolder } from './temp-folder.ts';

/** One session of the program: what goes wrong in it, and how it ends. */
export interface Session {
  /** Seconds of platform time since the session before. */
  later: number;
  faults: Partial<Record<Fault, number>>;
  /** Calls until staff cancel or the network is cut for good; null runs to its end. */
  cutAfter: number | null;
  breaks: Break | null;
  /** Seconds the machine's clock is wrong, and after how many of its readings it jumps by another hour. */
  machineOff: number;
  jumpAfter: number | null;
  /** Staff asked for it; else the schedule did. */
  asked: boolean;
}

export interface FaultSequence {
  seed: number;
  sessions: Session[];
}

/** Faults that a caller outlives by trying again, waiting, or coming back later. */
const PASSING = FAULTS.filter((fault) => fault !== 'clock-skew');
const NOW = 1_795_000_000;
/** Three busy days rather than half a year of old orders: what moves is what faults can hit. */
const SINCE = NOW - 3 * DAY_SECONDS;
const ORDERS = 1200;
/**
 * What comes late comes within six hours. A change that hides behind an older state of the same hours is found at the
 * next look, after twice the time the row stood still: within sixteen.
 */
const SETTLES_IN = 17 * 3600;

/** The ones that deceive instead of refusing come more often: a client that believes them loses rows silently. */
const DECEIVING: Fault[] = [
  'late-visible',
  'late-change',
  'stale-detail',
  'missing-detail',
  'shifting-pages',
  'no-date',
];

const faults = fc
  .uniqueArray(fc.oneof(fc.constantFrom(...DECEIVING), fc.constantFrom(...PASSING)), { maxLength: 6 })
  .chain((names) =>
    fc
      .tuple(...names.map(() => fc.constantFrom(0.05, 0.3, 1)))
      .map((rates) => Object.fromEntries(names.map((name, index) => [name, rateOf(name, rates[index]!)]))),
  );

/** A fault of every single call leaves nothing to see; those that belong to an order or a reply may hit all of them. */
function rateOf(fault: Fault, rate: number): number {
  const perOrder = ['missing-detail', 'late-visible', 'late-change', 'unknown-codes', 'unknown-fields', 'bare-ids'];
  const always = ['long-range', 'single-object-list', 'no-date', 'shifting-pages', 'ip-not-allowed', 'no-permission'];
  return [...perOrder, ...always].includes(fault) ? rate : Math.min(rate, 0.3);
}

function seldom<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });
}

const session: fc.Arbitrary<Session> = fc.record({
  later: fc.constantFrom(0, 40, 900, 3600, 4 * 3600, 9 * 3600, DAY_SECONDS, 4 * DAY_SECONDS),
  faults: faults as fc.Arbitrary<Session['faults']>,
  cutAfter: seldom(fc.integer({ min: 1, max: 120 })),
  breaks: seldom(
    fc.record({ after: fc.integer({ min: 1, max: 300 }), how: fc.constantFrom('full' as const, 'gone' as const) }),
  ),
  machineOff: fc.constantFrom(0, 0, -5400, 86_400),
  jumpAfter: seldom(fc.integer({ min: 1, max: 200 })),
  asked: fc.boolean(),
});

export const faultSequence: fc.Arbitrary<FaultSequence> = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  sessions: fc.array(session, { minLength: 1, maxLength: 4 }),
});

export interface Verdict extends Comparison {
  integrity: unknown;
  /** Rows whose versions are not counted right or went backwards in time. */
  backwards: number;
  queued: number;
  quarantined: number;
}

export const CONVERGED: Verdict = {
  missing: [],
  extra: [],
  different: [],
  integrity: 'ok',
  backwards: 0,
  queued: 0,
  quarantined: 0,
};

/** Lives through the sessions, then one more without faults, and compares with the platform's own books. */
export async function outcomeOf({ seed, sessions }: FaultSequence): Promise<Verdict> {
  const sandbox = await startSandbox({ seed, orders: ORDERS, now: NOW, frozen: true });
  const dataDir = tempFolder();
  try {
    await setFaults(sandbox.url, {}, seed);
    for (const one of sessions) {
      // First the faults: a change that comes late has to happen while they are on.
      await setFaults(sandbox.url, one.faults, seed);
      sandbox.clock.advance(one.later);
      await live(sandbox, dataDir, one);
    }
    await setFaults(sandbox.url, {}, seed);
    sandbox.clock.advance(SETTLES_IN);
    await live(sandbox, dataDir, QUIET);
    const store = await openStore(dataDir);
    const verdict = await judge(sandbox.url, store);
    store.close();
    return verdict;
  } finally {
    await sandbox.close();
  }
}

const QUIET: Session = {
  later: 0,
  faults: {},
  cutAfter: null,
  breaks: null,
  machineOff: 0,
  jumpAfter: null,
  asked: true,
};

async function live(
  sandbox: { url: string; appId: string; secret: string },
  dataDir: string,
  one: Session,
): Promise<void> {
  const books = await openStore(dataDir);
  const store = one.breaks ? breakingStore(books, one.breaks) : books;
  let readings = 0;
  const platform = createPlatform({
    baseUrl: sandbox.url,
    credentials: { appId: sandbox.appId, secret: sandbox.secret },
    wait: () => new Promise((resolve) => setImmediate(resolve)),
    machine: () => {
      readings += 1;
      const jumped = one.jumpAfter !== null && readings > one.jumpAfter ? 3600 : 0;
      return Date.now() + (one.machineOff + jumped) * 1000;
    },
  });
  const cut = new AbortController();
  let calls = 0;
  const { call } = platform;
  platform.call = (...input) => {
    calls += 1;
    if (one.cutAfter !== null && calls > one.cutAfter) cut.abort(new Error('cut off'));
    return call(...input);
  };
  try {
    await platform.reach();
    await syncOrders(
      {
        store,
        platform,
        tally: emptyTally('orders'),
        signal: cut.signal,
        asked: one.asked,
        progress: () => {},
        told: () => {},
      },
      { since: SINCE },
    );
  } catch (error) {
    // A session may fail in any way the faults make it; the quiet ones may not.
    if (one === QUIET) throw error;
  } finally {
    await platform.close();
    books.close();
  }
}

async function setFaults(url: string, rates: Session['faults'], seed: number): Promise<void> {
  const list = Object.entries(rates).map(([name, rate]) => `${name}:${rate}`);
  const answer = await fetch(`${url}/__sandbox/faults`, {
    method: 'POST',
    body: JSON.stringify({ faults: list.join(','), slow_ms: 1, seed }),
  });
  if (!answer.ok) throw new Error(await answer.text());
}

async function judge(url: string, store: Store): Promise<Verdict> {
  const ours = ourRows(store);
  const known = new Set(ours.map((row) => `${row.order_id}/${row.sku_id}`));
  // Older orders are here if something happened to them since, and then they have to be right as well.
  const books = (await booksOf(url)).filter(
    (row) => Number(row.created_at) >= SINCE || known.has(`${row.order_id}/${row.sku_id}`),
  );
  return {
    ...compare(books, ours),
    integrity: store.db.pragma('integrity_check', { simple: true }),
    backwards: store.value<number>(sql`select
      (select count(*) from commission_order o where versions <>
        (select count(*) from order_version v where v.commission_order_id = o.id))
      + (select count(*) from order_version a join order_version b
          on b.commission_order_id = a.commission_order_id and b.seq = a.seq + 1 where b.updated_at < a.updated_at)`)!,
    queued: store.value<number>(sql`select count(*) from order_key`)!,
    quarantined: store.value<number>(sql`select count(*) from quarantine`)!,
  };
}
