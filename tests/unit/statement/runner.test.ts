import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Jobs, jobs } from '../../../electron/service/job.ts';
import { reportList } from '../../../electron/service/report/history.ts';
import { reopenPeriod } from '../../../electron/service/settlement/reopen.ts';
import { handOutPack } from '../../../electron/service/statement/hand-out.ts';
import { type RunnerOptions, scheduleRunner } from '../../../electron/service/statement/schedule/runner.ts';
import {
  removeSchedule,
  saveSchedule,
  shownSchedules,
} from '../../../electron/service/statement/schedule/schedules.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import type { Job } from '../../../shared/contract/desk.ts';
import type { RouteParsed } from '../../../shared/contract/routes.ts';
import { startOfDay } from '../../../shared/time.ts';
import { type TestDesk, testDesk } from '../../support/desk-context.ts';
import { closeMonth } from '../../support/settlement-rows.ts';
import { writeBooks } from '../../support/statements.ts';
import { FakeClock } from '../background/fake-clock.ts';

const at = (day: string, hour = 0) => startOfDay(day)! + hour * 3600;
const FIVE_MINUTES = 300;

let desk: TestDesk;
let clock: FakeClock;
let ended: Job[];
let work: Jobs;
let waiting: (() => void)[];
beforeEach(async () => {
  desk = await testDesk();
  writeBooks(desk.store, { rows: 300 });
  desk.time = at('2026-11-01', 12);
  clock = new FakeClock();
  ended = [];
  waiting = [];
  work = jobs((job) => {
    if (job.state === 'running') return;
    ended.push(job);
    for (const tell of waiting.splice(0)) tell();
  });
});

const wanted = (change: Partial<RouteParsed<'report.save_schedule'>> = {}): RouteParsed<'report.save_schedule'> => ({
  name: '月度结算单',
  occasion: 'monthly',
  day: 5,
  hour: 9,
  folder: join(desk.dataDir, 'out'),
  scopes: ['channel'],
  formats: ['csv_strict'],
  on: true,
  ...change,
});
const save = (change: Parameters<typeof wanted>[0] = {}) =>
  saveSchedule(desk.store, wanted(change), { staff: '小林', now: desk.time });
const run = (write?: RunnerOptions['write']) =>
  scheduleRunner({ context: desk, jobs: work, clock, ...(write ? { write } : {}) });
const plan = () => shownSchedules(desk.store, desk.time)[0]!;

/** Moves both clocks and waits until so many more packs have ended. */
async function pass(seconds: number, packs: number): Promise<void> {
  const before = ended.length;
  desk.time += seconds;
  clock.pass(seconds);
  while (ended.length < before + packs) await new Promise<void>((resolve) => waiting.push(resolve));
  // What follows the end of a pack is done with the turn.
  await new Promise((resolve) => setImmediate(resolve));
}

describe('plans', () => {
  it('write at their time, once, as a job that everybody sees', async () => {
    save();
    const runner = run();
    await pass(at('2026-11-05', 9) - desk.time - 1, 0);
    expect(plan()).toMatchObject({ next_at: at('2026-11-05', 9), last_period: null });
    await pass(FIVE_MINUTES, 1);
    expect(ended).toMatchObject([{ kind: 'report', state: 'done', result: { recipients: 2 } }]);
    expect(plan()).toMatchObject({
      next_at: at('2026-12-05', 9),
      last_period: '2026-10',
      last_at: desk.time,
      failed: null,
    });
    const [written] = reportList(desk.store);
    expect(written).toMatchObject({ kind: 'pack', period: '2026-10', schedule: '月度结算单', scopes: ['channel'] });
    expect(existsSync(written!.files[0]!)).toBe(true);
    await pass(86_400, 0);
    expect(ended).toHaveLength(1);
    expect(desk.store.value(sql`select count(*) from audit_log where action = 'report.pack'`)).toBe(1);
    expect(desk.topics).toContain('reports');
    runner.close();
  });

  it('make up at the next start what they missed', async () => {
    save();
    desk.time = at('2027-01-20');
    const runner = run();
    await pass(0, 3);
    expect(reportList(desk.store).map(({ period }) => period)).toEqual(['2026-12', '2026-11', '2026-10']);
    expect(plan().next_at).toBe(at('2027-02-05', 9));
    runner.close();
  });

  it('write a month as soon as it is closed, and again when it is closed again', async () => {
    const runner = run();
    save({ occasion: 'close', day: null, hour: null });
    runner.wake();
    await pass(0, 0);
    await closeMonth({ store: desk.store, dir: desk.dataDir }, '2026-10', { staff: '小林', now: desk.time });
    runner.wake();
    await pass(0, 1);
    expect(reportList(desk.store)[0]!.files[0]).toContain('结算单-2026-10-渠道-csv_strict.zip');
    expect(plan()).toMatchObject({ last_period: '2026-10', next_at: null, failed: null });
    await pass(FIVE_MINUTES, 0);
    expect(ended).toHaveLength(1);
    const by = { staff: '小林', now: desk.time };
    reopenPeriod(desk.store, { period: '2026-10', reason: '补一条规则', ...by });
    await closeMonth({ store: desk.store, dir: desk.dataDir }, '2026-10', by);
    runner.wake();
    await pass(0, 1);
    expect(reportList(desk.store)[0]!.files[0]).toContain('结算单-2026-10-渠道-csv_strict-第2次关账.zip');
    runner.close();
  });

  it('keep a failure with its reason, try again with the next look, and forget it when that goes well', async () => {
    save();
    const folder = join(desk.dataDir, 'out');
    writeFileSync(folder, 'a file stands where the folder should be');
    desk.time = at('2026-11-06');
    const runner = run();
    await pass(0, 1);
    expect(ended[0]).toMatchObject({ state: 'failed', error: { code: 'file.unwritable' } });
    expect(plan()).toMatchObject({
      last_period: null,
      failed: { period: '2026-10', at: desk.time, error: { code: 'file.unwritable' } },
    });
    await pass(FIVE_MINUTES, 1);
    expect(desk.store.value(sql`select count(*) from audit_log where action = 'report.schedule_failed'`)).toBe(1);
    rmSync(folder);
    mkdirSync(folder);
    await pass(FIVE_MINUTES, 1);
    expect(plan()).toMatchObject({ last_period: '2026-10', failed: null });
    runner.close();
  });

  it('go on with the others when one fails, and with its own months in their order', async () => {
    save({ name: '坏的', folder: join(desk.dataDir, 'desk.db', 'x') });
    desk.time += 1;
    save({ name: '好的' });
    desk.time = at('2026-12-06');
    const runner = run();
    await pass(0, 3);
    const [bad, good] = shownSchedules(desk.store, desk.time);
    expect(bad).toMatchObject({ name: '坏的', last_period: null, failed: { period: '2026-10' } });
    expect(good).toMatchObject({ name: '好的', last_period: '2026-11', failed: null });
    runner.close();
  });

  it('wait after staff stopped one, until a plan is saved', async () => {
    const { schedule_id } = save();
    desk.time = at('2026-11-06');
    const runner = run((context, wish, handle, schedule) => {
      const pack = handOutPack(context, wish, handle, schedule);
      if (ended.length === 0) work.cancel(work.list()[0]!.job_id);
      return pack;
    });
    await pass(0, 1);
    expect(ended).toMatchObject([{ state: 'cancelled' }]);
    expect(plan().failed).toBeNull();
    await pass(FIVE_MINUTES, 0);
    expect(ended).toHaveLength(1);
    save({ schedule_id });
    runner.wake();
    await pass(0, 1);
    expect(plan().last_period).toBe('2026-10');
    runner.close();
  });

  it('do nothing once they are switched off or removed, or the program ends', async () => {
    const { schedule_id } = save();
    const runner = run();
    await pass(0, 0);
    save({ schedule_id, on: false });
    await pass(at('2026-11-06') - desk.time, 0);
    save({ schedule_id, on: true });
    await pass(86_400, 0);
    expect(removeSchedule(desk.store, schedule_id, { staff: '小林', now: desk.time })).toEqual({ removed: true });
    runner.close();
    save();
    await pass(86_400 * 60, 0);
    expect(ended).toEqual([]);
    expect(() => save({ schedule_id: 'none' })).toThrow('report.schedule_unknown');
  });
});
