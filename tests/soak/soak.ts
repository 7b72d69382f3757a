import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DAY_SECONDS, dayOf, HOUR_SECONDS, periodOf, previousPeriod } from '../../shared/time.ts';
import { type Chance, chanceOf } from './chance.ts';
import { codeOf, type DeskRun, type Ended, type SoakDesk, soakDesk } from './desk.ts';
import { type Difference, differenceOf } from './difference.ts';
import { standingFaults, VISITS, type Visit } from './fault-plan.ts';
import { killMoment } from './kill-moment.ts';
import type { SoakOptions } from './options.ts';
import { closePeriod, type OwnData, ownData, touched, workAsStaff } from './own-data.ts';
import { SOAK_START, type SoakSandbox, startSoakSandbox } from './sandbox.ts';

export interface SoakReport {
  hits: Record<string, number>;
  kills: number;
  integrityChecks: number;
  calls: number;
  /** Seconds of whole syncs, and the orders they and the killed ones read. */
  syncSeconds: number;
  ordersRead: number;
  difference: Difference;
  /** Tables of staff's own that changed. */
  touched: string[];
}

/** What the program did is wrong by itself, whatever the books say. */
export class SoakFailure extends Error {}

/** The first sync goes back so far; history comes later, with the visit of a platform that refuses long ranges. */
const NEWS = 40 * DAY_SECONDS;
/** Nothing in the sandbox's world is older. */
const HISTORY = 180 * DAY_SECONDS;
/** A step of the platform's clock, seconds. */
const STEP = [4 * HOUR_SECONDS, 4 * DAY_SECONDS] as const;
/** Some rounds end without a whole sync: what was left open piles up. */
const UNFINISHED = 0.15;
/** In some the platform's clock runs while they read. */
const TICKING = 0.2;
const TICK = { everyMs: 400, seconds: 7 };
/** In some only the orders are read. */
const ORDERS_ONLY = 0.7;
const ORDERS = ['--only', 'orders'];
/** A network that is gone for a while ends a sync; staff press the button again. */
const TRIES = 12;
const TRANSIENT = /^(network\.|platform\.(-1|40001|42001|45009|45011)$)/;
/** Calls for each order of the world at its start, first and by the day, and for the rest of the world by the day. */
const CALLS = { anOrder: 1.1, anOrderADay: 0.05, theRestADay: 500 };

interface Soak {
  options: SoakOptions;
  chance: Chance;
  sandbox: SoakSandbox;
  desk: SoakDesk;
  standing: string;
  report: SoakReport;
  tell(line: string): void;
}

export async function runSoak(options: SoakOptions, tell: (line: string) => void): Promise<SoakReport> {
  const folder = mkdtempSync(join(tmpdir(), 'league-desk-soak-'));
  const sandbox = await startSoakSandbox(options);
  try {
    const { orders, days } = options;
    const soak: Soak = {
      options,
      chance: chanceOf(options.seed),
      sandbox,
      desk: soakDesk(folder, sandbox),
      standing: standingFaults(
        orders,
        orders * CALLS.anOrder + days * (orders * CALLS.anOrderADay + CALLS.theRestADay),
      ),
      report: emptyReport(),
      tell,
    };
    await work(soak);
    return soak.report;
  } finally {
    sandbox.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function work(soak: Soak): Promise<void> {
  const { options, sandbox, desk, report } = soak;
  await workAsStaff(desk, sandbox);
  await sandbox.faults(soak.standing);
  await killSyncs(soak, Math.ceil(options.kills / 8), options.orders / 10, ['--since', dayOf(SOAK_START - NEWS)]);
  await syncToEnd(soak, 'first', ['--since', dayOf(SOAK_START - NEWS)]);
  const now = await sandbox.advance(0);
  await closePeriod(desk, previousPeriod(periodOf(now)));
  const own = ownData(desk);
  await rounds(soak);
  await comeToRest(soak, own);
  report.hits = await sandbox.hits();
  report.calls = await sandbox.calls();
}

async function rounds(soak: Soak): Promise<void> {
  const { options, chance, report } = soak;
  const end = options.days * DAY_SECONDS;
  const middle = Math.sqrt(STEP[0] * STEP[1]);
  let passed = 0;
  let met = 0;
  for (let round = 1; passed < end || met < VISITS.length || report.kills < options.kills; round += 1) {
    const step = Math.min(chance.step(...STEP), Math.max(end - passed, HOUR_SECONDS));
    passed += step;
    await soak.sandbox.advance(step);
    const left = Math.max(1, (end - passed) / middle);
    const label = `round ${round}, day ${(passed / DAY_SECONDS).toFixed(1)}`;
    const visit = chance.chance((VISITS.length - met) / left) ? VISITS[met] : undefined;
    if (visit) {
      await receive(soak, label, visit);
      met += 1;
    }
    await killSyncs(soak, Math.ceil((options.kills - report.kills) / left), workOf(options, step));
    if (chance.chance(UNFINISHED)) soak.tell(`${label}: left unfinished, kills ${report.kills}`);
    else await syncToEnd(soak, label, chance.chance(ORDERS_ONLY) ? ORDERS : []);
  }
}

/** Calls a step of the clock brings, about. */
function workOf({ orders }: SoakOptions, step: number): number {
  return orders * CALLS.anOrderADay * (step / DAY_SECONDS);
}

/** A round of its own for a fault that nobody gets past, or that only this machine has. */
async function receive(soak: Soak, label: string, visit: Visit): Promise<void> {
  const { sandbox, standing } = soak;
  if (visit.fault) await sandbox.faults(`${standing},${visit.fault}`);
  const ended = await sync(soak, visitArguments(soak, visit), { preload: visit.preload });
  await sandbox.faults(standing);
  const code = ended.status === 0 ? null : codeOf(ended.stderr);
  if (ended.status === null || !(visit.ends.includes(code) || (code !== null && TRANSIENT.test(code))))
    throw new SoakFailure(`${visit.name}: the sync ended with ${ended.status}, ${code}\n${ended.stderr}`);
  checkIntegrity(soak, visit.name);
  soak.tell(`${label}: ${visit.name}, the sync ended with ${code ?? 'ok'}`);
}

function visitArguments({ chance }: Soak, visit: Visit): string[] {
  const since = visit.history ? ['--since', dayOf(SOAK_START - HISTORY)] : [];
  return visit.catalogue || chance.chance(1 - ORDERS_ONLY) ? since : [...ORDERS, ...since];
}

/** Kills so many syncs at work. One that had ended before does not count and is not made up for here. */
async function killSyncs(soak: Soak, wanted: number, work: number, args: readonly string[] = []): Promise<void> {
  const { chance, report, options, sandbox } = soak;
  for (let kill = 0; kill < wanted && report.kills < options.kills; kill += 1) {
    const words = chance.chance(ORDERS_ONLY) ? [...ORDERS, ...args] : args;
    const ended = await sync(soak, words, { killWhen: await killMoment(chance, sandbox, work) });
    if (ended.status !== null) continue;
    report.kills += 1;
    checkIntegrity(soak, `kill ${report.kills}`);
  }
}

function checkIntegrity({ desk, report }: Soak, after: string): void {
  const verdict = desk.integrity();
  report.integrityChecks += 1;
  if (verdict !== 'ok') throw new SoakFailure(`integrity_check after ${after}: ${verdict}`);
}

async function syncToEnd(soak: Soak, label: string, args: readonly string[]): Promise<Outcome | null> {
  const codes: string[] = [];
  for (;;) {
    const ticking = soak.chance.chance(TICKING) ? ticker(soak.sandbox) : null;
    const ended = await sync(soak, args, {});
    await ticking?.stop();
    const seconds = `${(ended.milliseconds / 1000).toFixed(1)} s`;
    if (ended.status === 0) {
      const outcome = outcomeOf(ended);
      const { read, inserted, changed, quarantined } = outcome.orders;
      const tried = codes.length ? `, after ${codes.join(' ')}` : '';
      soak.tell(
        `${label}: ${seconds}, read ${read}, new ${inserted}, changed ${changed}, quarantined ${quarantined}, kills ${soak.report.kills}${tried}`,
      );
      return outcome;
    }
    const code = codeOf(ended.stderr) ?? '?';
    codes.push(code);
    if (ended.status === null || !TRANSIENT.test(code) || codes.length === TRIES)
      throw new SoakFailure(`${label}: the sync ended with ${ended.status}, ${codes.join(' ')}\n${ended.stderr}`);
    // Nothing helps against a used up day but the next one.
    if (code === 'platform.45009') {
      soak.tell(`${label}: ${seconds}, ${code}`);
      return null;
    }
  }
}

async function sync(soak: Soak, args: readonly string[], how: DeskRun): Promise<Ended> {
  const { desk, report } = soak;
  const ended = await desk.run('sync', ['--json', ...args], how);
  report.syncSeconds += ended.milliseconds / 1000;
  if (ended.status === 0) report.ordersRead += outcomeOf(ended).orders.read;
  return ended;
}

interface Outcome {
  orders: { read: number; inserted: number; changed: number; quarantined: number };
  known_as_of: number;
}

function outcomeOf({ stdout }: Ended): Outcome {
  return JSON.parse(stdout.trim().split('\n').at(-1)!) as Outcome;
}

/** The platform's clock runs while a sync reads. */
function ticker(sandbox: SoakSandbox): { stop(): Promise<void> } {
  let last: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    last = sandbox.advance(TICK.seconds);
  }, TICK.everyMs);
  return {
    async stop() {
      clearInterval(timer);
      await last;
    },
  };
}

/** No more faults: a day later, or a few, nothing may be left aside and the books must be equal. */
async function comeToRest(soak: Soak, own: OwnData): Promise<void> {
  const { sandbox, desk, report } = soak;
  await sandbox.faults('');
  for (let day = 1; ; day += 1) {
    await sandbox.advance(DAY_SECONDS);
    const outcome = await syncToEnd(soak, `rest ${day}`, []);
    if (outcome?.orders.quarantined === 0) {
      // The export below leaves its own mark in the audit log.
      report.touched = touched(own, ownData(desk));
      report.difference = await differenceOf(sandbox.books(outcome.known_as_of), desk.orders());
      break;
    }
    if (day === 6) throw new SoakFailure(`${outcome?.orders.quarantined} keys are still in quarantine`);
  }
  checkIntegrity(soak, 'the end');
}

function emptyReport(): SoakReport {
  const difference: Difference = { rows: 0, missing: 0, extra: 0, different: 0, examples: [] };
  return { hits: {}, kills: 0, integrityChecks: 0, calls: 0, syncSeconds: 0, ordersRead: 0, difference, touched: [] };
}
