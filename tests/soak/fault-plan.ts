import { FAULTS, type Fault } from '../../electron/sandbox/faults.ts';

interface Wish {
  /** Over the whole soak; of bursts, how many. */
  hits: number;
  /** The highest rate: a small soak would only ever meet refusals otherwise. */
  most: number;
}

const often: Wish = { hits: 250, most: 0.004 };
const seldom: Wish = { hits: 12, most: 0.001 };
/** Lists are a twentieth of the calls and less: their faults need a higher rate. */
const ofLists: Wish = { hits: 1000, most: 0.1 };

/**
 * Faults that are drawn per call. Wanted hits and not rates: a small soak shall see every fault too, and a large one
 * shall not spend its hours waiting out refusals.
 */
const OF_CALLS = {
  busy: often,
  'http-5xx': often,
  reset: often,
  truncated: often,
  html: often,
  slow: { hits: 60, most: 0.005 },
  'no-date': often,
  'unknown-fields': often,
  'stale-detail': { hits: 1000, most: 0.05 },
  // The sync reads a list in stretches of one page each, which nothing can shift: only where one row comes as a page
  // are there several. And the lists of shops, products and promoters are read in single rounds.
  'shifting-pages': { hits: Number.POSITIVE_INFINITY, most: 0.5 },
  'lists-shrink': { hits: Number.POSITIVE_INFINITY, most: 0.1 },
  'single-object-list': ofLists,
  'token-killed': { hits: 15, most: 0.001 },
  '45011': seldom,
  gone: { hits: 12, most: 0.0005 },
} satisfies Partial<Record<Fault, Wish>>;

/** Shares of the orders, or of their changes, that are hit; larger in a small world. `bare-ids` is all or nothing. */
const OF_ORDERS = {
  'missing-detail': 0.01,
  'late-visible': 0.02,
  'late-change': 0.02,
  'unknown-codes': 0.01,
  'bare-ids': 1,
} satisfies Partial<Record<Fault, number>>;
const SMALL_WORLD = 10_000;

/** Faults that are on all the time, as `--faults` wants them. `calls` is how many the whole soak makes, about. */
export function standingFaults(orders: number, calls: number): string {
  const drawn = Object.entries(OF_CALLS).map(
    ([fault, { hits, most }]) => [fault, Math.min(hits / calls, most)] as const,
  );
  const small = Math.max(1, SMALL_WORLD / orders);
  const shared = Object.entries(OF_ORDERS).map(([fault, share]) => [fault, Math.min(1, share * small)] as const);
  return [...drawn, ...shared].map(([fault, rate]) => `${fault}:${rate.toPrecision(2)}`).join(',');
}

/** What is added for one single round, and how its sync may end: codes that are right, or null for an end in order. */
export interface Visit {
  name: string;
  /** A switch of the sandbox. */
  fault?: `${Fault}:${number}`;
  /** A file of preload/ that spoils the machine, with its query. */
  preload?: string;
  /** The sync reads everything and not the orders only. */
  catalogue?: boolean;
  /** The sync is told to fetch history, which it asks for by the month. */
  history?: boolean;
  ends: readonly (string | null)[];
}

/** Faults nobody gets past by trying again, and those of the machine: a round each. */
export const VISITS: readonly Visit[] = [
  { name: 'ip-not-allowed', fault: 'ip-not-allowed:1', catalogue: true, ends: ['platform.40164'] },
  { name: 'disk full', preload: 'full-disk.ts?room=2', catalogue: true, ends: ['store.disk_full'] },
  { name: '45009', fault: '45009:0.02', ends: ['platform.45009', null] },
  { name: 'long-range', fault: 'long-range:0.05', history: true, ends: [null] },
  { name: 'clock three days slow', preload: 'wrong-clock.ts?seconds=-259200', ends: [null] },
  { name: 'clock-skew', fault: 'clock-skew:1', ends: [null] },
  { name: 'disk full later', preload: 'full-disk.ts?room=100', ends: ['store.disk_full', null] },
  { name: 'clock two hours fast', preload: 'wrong-clock.ts?seconds=7200', ends: [null] },
];

/** Faults the soak never met, of all the sandbox knows. */
export function neverMet(hits: Readonly<Record<string, number>>): Fault[] {
  return FAULTS.filter((fault) => !hits[fault]);
}
