import { beforeEach, describe, expect, it } from 'vitest';
import { pauseAfter } from '../../../electron/service/background/pause.ts';
import {
  type Schedule,
  type ScheduleEvent,
  type ScheduleOptions,
  type ScheduleSettings,
  schedule,
} from '../../../electron/service/background/schedule.ts';
import type { SyncTrigger } from '../../../shared/contract/sync.ts';
import { FakeClock } from './fake-clock.ts';

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;
const usual: ScheduleSettings = { on: true, every_minutes: 15, on_battery: 'slower' };

let clock: FakeClock;
let begun: { trigger: SyncTrigger; at: number }[];
let plan: Schedule;
let changes: number;
let started: number;

beforeEach(() => {
  clock = new FakeClock();
});

/** A desk whose last good run was just now, unless told otherwise. Every run it begins waits for `end`. */
function open(given: Partial<ScheduleOptions> = {}): void {
  begun = [];
  changes = 0;
  started = clock.monotonic();
  plan = schedule({
    settings: usual,
    pausedUntil: null,
    connected: true,
    sinceSuccess: 0,
    hold: null,
    clock,
    random: () => 0.5,
    begin: (trigger) => {
      begun.push({ trigger, at: clock.monotonic() - started });
      plan.tell({ type: 'begun' });
    },
    changed: () => {
      changes += 1;
    },
    ...given,
  });
}

const end = (event: Extract<ScheduleEvent, { type: 'done' | 'failed' | 'cancelled' }>) => plan.tell(event);
const done = () => end({ type: 'done', whole: true });
const failed = () => end({ type: 'failed', hold: null });
const machine = (news: Extract<ScheduleEvent, { type: 'machine' }>['news']) => plan.tell({ type: 'machine', news });
const triggers = () => begun.map(({ trigger }) => trigger);
const waiting = () => plan.view().waiting;

/** Lets time pass; every run that begins ends at once as told. */
function passWith(seconds: number, outcome: () => void): number {
  const before = begun.length;
  for (let passed = 0; passed < seconds; passed += 1) {
    clock.pass(1);
    if (begun.length > before && plan.view().next === null && waiting() !== 'off') outcome();
  }
  return begun.length - before;
}

describe('after the program has started', () => {
  it.each([
    [16 * MINUTE, ['start']],
    [15 * MINUTE, ['start']],
    [14 * MINUTE, []],
    [null, ['start']],
    [-HOUR, ['start']],
  ] as const)('with a last good run %s seconds ago begins %j', (sinceSuccess, expected) => {
    open({ sinceSuccess });
    clock.pass(10);
    expect(triggers()).toEqual(expected);
  });

  it('leaves the rest of the program a few seconds', () => {
    open({ sinceSuccess: null });
    clock.pass(4);
    expect(begun).toEqual([]);
    clock.pass(1);
    expect(begun).toHaveLength(1);
  });

  it('keeps the regular time of the run before', () => {
    open({ sinceSuccess: 10 * MINUTE });
    expect(plan.view().next).toBe(5 * MINUTE);
    clock.pass(5 * MINUTE);
    expect(triggers()).toEqual(['schedule']);
  });

  it('waits where an earlier run has used the quota up', () => {
    open({ sinceSuccess: null, hold: { seconds: 5 * HOUR, mendable: false } });
    clock.pass(5 * HOUR - 1);
    expect(begun).toEqual([]);
    expect(waiting()).toBe('needs_person');
    clock.pass(1);
    expect(begun).toHaveLength(1);
  });
});

describe('the regular time', () => {
  it('comes round, counted from the end of each good run', () => {
    open();
    clock.pass(15 * MINUTE);
    expect(begun).toHaveLength(1);
    clock.pass(4 * MINUTE);
    done();
    expect(plan.view().next).toBe(15 * MINUTE);
    clock.pass(15 * MINUTE);
    expect(begun.map(({ at }) => at)).toEqual([15 * MINUTE, 34 * MINUTE]);
  });

  it.each([5, 60, 1440])('is what staff chose: %i minutes', (every_minutes) => {
    open({ settings: { ...usual, every_minutes } });
    clock.pass(every_minutes * MINUTE - 1);
    expect(begun).toEqual([]);
    clock.pass(1);
    expect(triggers()).toEqual(['schedule']);
  });

  it('holds at once when it is chosen anew, and brings no run before it', () => {
    open({ settings: { ...usual, every_minutes: 60 } });
    clock.pass(10 * MINUTE);
    plan.tell({ type: 'settings', settings: usual });
    expect(plan.view().next).toBe(5 * MINUTE);
    plan.tell({ type: 'settings', settings: { ...usual, every_minutes: 5 } });
    clock.pass(1);
    expect(begun).toHaveLength(1);
  });

  it('starts nothing while a run is under way, whoever began it and however long it takes', () => {
    open();
    clock.pass(10 * MINUTE);
    plan.tell({ type: 'begun' });
    clock.pass(3 * HOUR);
    machine({ power: 'wake' });
    clock.pass(HOUR);
    expect(begun).toEqual([]);
    expect(plan.view()).toMatchObject({ next: null, waiting: null });
    done();
    clock.pass(15 * MINUTE);
    expect(begun).toHaveLength(1);
  });

  it("counts from staff's own whole run, and is not moved by one of a single resource", () => {
    open();
    clock.pass(10 * MINUTE);
    done();
    expect(plan.view().next).toBe(15 * MINUTE);
    clock.pass(10 * MINUTE);
    end({ type: 'done', whole: false });
    expect(plan.view().next).toBe(5 * MINUTE);
  });

  it('stays planned when a run could not be begun, and is not asked for more than once a minute', () => {
    let asked = 0;
    open({
      begin: () => {
        asked += 1;
        plan.tell({ type: 'not_begun' });
      },
    });
    clock.pass(25 * MINUTE);
    expect(asked).toBe(11);
  });
});

describe('off, pause and missing credentials', () => {
  it('off starts nothing, on goes on where it was', () => {
    open({ settings: { ...usual, on: false } });
    clock.pass(DAY);
    expect(begun).toEqual([]);
    expect(plan.view()).toMatchObject({ next: null, waiting: 'off' });
    plan.tell({ type: 'settings', settings: usual });
    clock.pass(1);
    expect(triggers()).toEqual(['schedule']);
  });

  it('off forgets a run that was about to start', () => {
    open({ sinceSuccess: null });
    plan.tell({ type: 'settings', settings: { ...usual, on: false } });
    plan.tell({ type: 'settings', settings: usual });
    clock.pass(MINUTE);
    expect(begun).toEqual([]);
  });

  it('without credentials nothing starts', () => {
    open({ connected: false, sinceSuccess: null });
    clock.pass(DAY);
    expect(begun).toEqual([]);
    expect(waiting()).toBe('no_credentials');
  });

  it('a pause ends by itself, tells so, and an overdue run follows', () => {
    open();
    plan.tell({ type: 'pause', until: clock.wall() + HOUR });
    expect(plan.view()).toMatchObject({ next: null, waiting: 'paused', paused: true });
    clock.pass(HOUR - 1);
    expect(begun).toEqual([]);
    clock.pass(2);
    expect(triggers()).toEqual(['schedule']);
    expect(plan.view().paused).toBe(false);
  });

  it('a pause that ends before the regular time is told of and brings no run', () => {
    open();
    plan.tell({ type: 'pause', until: clock.wall() + MINUTE });
    clock.pass(MINUTE);
    expect([waiting(), changes, begun.length]).toEqual([null, 1, 0]);
  });

  it('a pause from before holds, one that is over does not', () => {
    open({ pausedUntil: clock.wall() + HOUR, sinceSuccess: null });
    clock.pass(HOUR - 1);
    expect(begun).toEqual([]);
    clock.pass(10);
    expect(triggers()).toEqual(['start']);
    open({ pausedUntil: clock.wall() - 1 });
    expect(waiting()).toBe(null);
  });

  it('going on starts a run soon when the last is not fresh', () => {
    open();
    clock.pass(5 * MINUTE);
    plan.tell({ type: 'pause', until: clock.wall() + DAY });
    clock.pass(MINUTE);
    plan.tell({ type: 'pause', until: null });
    clock.pass(5);
    expect(triggers()).toEqual(['schedule']);
  });
});

describe('a failed run', () => {
  it('is tried again with growing pauses, up to twice the regular distance', () => {
    open();
    clock.pass(15 * MINUTE);
    const pauses: number[] = [];
    for (let run = 1; run <= 8; run += 1) {
      failed();
      expect(plan.view().failures).toBe(run);
      pauses.push(plan.view().next! / MINUTE);
      clock.pass(plan.view().next!);
    }
    expect(pauses).toEqual([1, 2, 5, 10, 20, 30, 30, 30]);
    expect(begun).toHaveLength(9);
  });

  it('that works at last ends the counting', () => {
    open();
    clock.pass(15 * MINUTE);
    failed();
    failed();
    done();
    expect(plan.view()).toMatchObject({ failures: 0, next: 15 * MINUTE });
    failed();
    expect(plan.view().next).toBe(MINUTE);
  });

  it('never brings more than a few dozen runs a day', () => {
    open();
    expect(passWith(DAY, failed)).toBeLessThan(60);
  });

  it('pauses are drawn around their length', () => {
    expect(pauseAfter(1, 15, () => 0)).toBeCloseTo(48);
    expect(pauseAfter(1, 15, () => 1)).toBeCloseTo(72);
    expect(pauseAfter(5, 5, () => 0.5)).toBe(600);
    expect(pauseAfter(6, 1440, () => 0.5)).toBe(40 * MINUTE);
    expect(pauseAfter(1_000_000, 1440, () => 0.5)).toBe(2 * 1440 * MINUTE);
  });
});

describe('a run staff stopped', () => {
  it('means not now: the next comes at the regular time', () => {
    open();
    clock.pass(15 * MINUTE);
    end({ type: 'cancelled' });
    expect(plan.view().next).toBe(15 * MINUTE);
  });

  it('so also after failures, whose count stays', () => {
    open();
    clock.pass(15 * MINUTE);
    failed();
    clock.pass(MINUTE);
    end({ type: 'cancelled' });
    expect(plan.view()).toMatchObject({ failures: 1, next: 15 * MINUTE });
  });

  it('so also when the machine woke meanwhile', () => {
    open();
    clock.pass(15 * MINUTE);
    machine({ power: 'wake' });
    end({ type: 'cancelled' });
    expect(plan.view().next).toBe(15 * MINUTE);
  });
});

describe('what only a person can mend', () => {
  const refused = () => end({ type: 'failed', hold: { seconds: HOUR, mendable: true } });
  const usedUp = () => end({ type: 'failed', hold: { seconds: 9 * HOUR, mendable: false } });

  it('is tried once an hour', () => {
    open();
    clock.pass(15 * MINUTE);
    refused();
    expect(plan.view()).toMatchObject({ next: HOUR, waiting: 'needs_person', failures: 1 });
    expect(passWith(DAY, refused)).toBe(24);
  });

  it('is tried at once after the settings were changed', () => {
    open();
    clock.pass(15 * MINUTE);
    refused();
    plan.tell({ type: 'settings', settings: usual });
    clock.pass(0);
    expect(triggers()).toEqual(['schedule', 'schedule']);
  });

  it("is over with staff's own good run", () => {
    open();
    clock.pass(15 * MINUTE);
    refused();
    clock.pass(MINUTE);
    plan.tell({ type: 'begun' });
    done();
    expect(plan.view()).toMatchObject({ next: 15 * MINUTE, waiting: null, failures: 0 });
  });

  it('is over with a good run of a single resource too; what is overdue comes then', () => {
    open();
    clock.pass(15 * MINUTE);
    refused();
    clock.pass(MINUTE);
    end({ type: 'done', whole: false });
    expect(waiting()).toBe(null);
    expect(plan.view().next).toBe(14 * MINUTE);
  });

  it('is not tried sooner because of wake or network', () => {
    open();
    clock.pass(15 * MINUTE);
    refused();
    machine({ online: false });
    machine({ online: true });
    machine({ power: 'suspend' });
    machine({ power: 'wake' });
    clock.pass(50 * MINUTE);
    expect(begun).toHaveLength(1);
  });

  it('counts the hours the machine slept', () => {
    open();
    clock.pass(15 * MINUTE);
    refused();
    machine({ power: 'suspend' });
    clock.sleep(2 * HOUR);
    machine({ power: 'wake' });
    clock.pass(5);
    expect(begun).toHaveLength(2);
  });

  it('as the quota waits for its day, whatever settings say', () => {
    open();
    clock.pass(15 * MINUTE);
    usedUp();
    plan.tell({ type: 'settings', settings: { ...usual, every_minutes: 5 } });
    clock.pass(9 * HOUR - 1);
    expect(begun).toHaveLength(1);
    expect(waiting()).toBe('needs_person');
    clock.pass(1);
    expect(begun).toHaveLength(2);
  });

  it('followed by another failure does not come more often', () => {
    open();
    clock.pass(15 * MINUTE);
    usedUp();
    failed();
    expect(plan.view().next).toBe(9 * HOUR);
  });

  it('as a full disk waits until there is room', () => {
    open();
    plan.tell({ type: 'disk', low: true });
    clock.pass(HOUR);
    expect(begun).toEqual([]);
    expect(plan.view()).toMatchObject({ next: null, waiting: 'needs_person' });
    plan.tell({ type: 'disk', low: false });
    clock.pass(1);
    expect(begun).toHaveLength(1);
  });
});

describe('wake', () => {
  it('brings one run, soon, however many were slept over', () => {
    open();
    clock.pass(MINUTE);
    machine({ power: 'suspend' });
    clock.sleep(8 * HOUR);
    machine({ power: 'wake' });
    clock.pass(4);
    expect(begun).toEqual([]);
    clock.pass(1);
    expect(triggers()).toEqual(['wake']);
    done();
    clock.pass(15 * MINUTE - 1);
    expect(begun).toHaveLength(1);
  });

  it('does the same where the monotonic clock goes on in sleep and timers fire first', () => {
    open();
    machine({ power: 'suspend' });
    clock.sleepCounting(8 * HOUR);
    clock.pass(0);
    machine({ power: 'wake' });
    clock.pass(10);
    expect(triggers()).toEqual(['wake']);
    done();
    clock.pass(15 * MINUTE - 1);
    expect(begun).toHaveLength(1);
  });

  it('brings none when the last good run is fresh', () => {
    open();
    clock.pass(30);
    machine({ power: 'suspend' });
    clock.sleep(60);
    machine({ power: 'wake' });
    clock.pass(MINUTE);
    expect(begun).toEqual([]);
  });

  it('brings one when it is older than two minutes', () => {
    open();
    machine({ power: 'suspend' });
    clock.sleep(121);
    machine({ power: 'wake' });
    clock.pass(5);
    expect(triggers()).toEqual(['wake']);
  });

  it('skips the pause after failures', () => {
    open();
    clock.pass(15 * MINUTE);
    for (let run = 0; run < 6; run += 1) failed();
    clock.pass(2 * MINUTE);
    machine({ power: 'wake' });
    clock.pass(5);
    expect(triggers()).toEqual(['schedule', 'wake']);
  });

  it('in the middle of a run that then fails brings another, in a minute', () => {
    open();
    clock.pass(15 * MINUTE);
    for (let run = 0; run < 6; run += 1) failed();
    plan.tell({ type: 'begun' });
    machine({ power: 'suspend' });
    clock.sleep(HOUR);
    machine({ power: 'wake' });
    failed();
    expect(plan.view().next).toBe(MINUTE);
    clock.pass(MINUTE);
    expect(triggers()).toEqual(['schedule', 'wake']);
  });

  it('in the middle of a run that then works brings no other', () => {
    open();
    clock.pass(15 * MINUTE);
    machine({ power: 'wake' });
    done();
    clock.pass(10 * MINUTE);
    expect(begun).toHaveLength(1);
  });

  it('again and again brings no more than a run a minute', () => {
    open({ sinceSuccess: null });
    let runs = 0;
    for (let times = 0; times < 60; times += 1) {
      machine({ power: 'wake' });
      runs += passWith(10, failed);
    }
    expect(runs).toBeLessThanOrEqual(11);
  });

  it('that nobody tells of is noticed after a while, and told', () => {
    open();
    machine({ power: 'suspend' });
    clock.sleep(8 * HOUR);
    clock.pass(299);
    expect(begun).toEqual([]);
    clock.pass(6);
    expect(triggers()).toEqual(['wake']);
  });

  it('starts nothing while it is off, paused or without network, and waits for that', () => {
    open();
    machine({ online: false });
    machine({ power: 'suspend' });
    clock.sleep(HOUR);
    machine({ power: 'wake' });
    clock.pass(HOUR);
    expect(begun).toEqual([]);
    machine({ online: true });
    clock.pass(5);
    expect(triggers()).toEqual(['wake']);
  });

  it('ends a pause whose time was slept over', () => {
    open();
    plan.tell({ type: 'pause', until: clock.wall() + HOUR });
    machine({ power: 'suspend' });
    clock.sleep(2 * HOUR);
    machine({ power: 'wake' });
    clock.pass(5);
    expect(triggers()).toEqual(['wake']);
  });
});

describe('the network', () => {
  it('stops the timer when it goes, and brings a run soon after it is back', () => {
    open();
    machine({ online: false });
    clock.pass(HOUR);
    expect(begun).toEqual([]);
    expect(plan.view()).toMatchObject({ next: null, waiting: 'offline', online: false });
    machine({ online: true });
    clock.pass(4);
    expect(begun).toEqual([]);
    clock.pass(1);
    expect(triggers()).toEqual(['online']);
  });

  it('gone for a moment brings none while the last good run is fresh', () => {
    open();
    machine({ online: false });
    clock.pass(MINUTE);
    machine({ online: true });
    clock.pass(10 * MINUTE);
    expect(begun).toEqual([]);
    expect(plan.view().next).toBe(4 * MINUTE);
  });

  it('said to be there when it was all along brings none', () => {
    open();
    clock.pass(5 * MINUTE);
    machine({ online: true, on_battery: false });
    clock.pass(MINUTE);
    expect(begun).toEqual([]);
  });

  it('that comes and goes brings no more than a run a minute', () => {
    open({ sinceSuccess: null });
    let runs = 0;
    for (let times = 0; times < 120; times += 1) {
      machine({ online: false });
      machine({ online: true });
      runs += passWith(10, failed);
    }
    expect(runs).toBeLessThanOrEqual(21);
  });
});

describe('on battery', () => {
  it.each([
    ['same', 15 * MINUTE],
    ['slower', HOUR],
    ['never', null],
  ] as const)('%s waits %s seconds', (on_battery, next) => {
    open({ settings: { ...usual, on_battery } });
    machine({ on_battery: true });
    expect(plan.view()).toMatchObject({ next, waiting: next === null ? 'battery' : null, on_battery: true });
  });

  it('slower holds for the pauses after failures too', () => {
    open();
    machine({ on_battery: true });
    failed();
    expect(plan.view().next).toBe(4 * MINUTE);
  });

  it('never starts nothing, wake and network included, and begins at once when the cable is back', () => {
    open({ settings: { ...usual, on_battery: 'never' } });
    machine({ on_battery: true });
    clock.pass(HOUR);
    machine({ power: 'wake' });
    clock.pass(HOUR);
    expect(begun).toEqual([]);
    machine({ on_battery: false });
    clock.pass(5);
    expect(begun).toHaveLength(1);
  });

  it('changes the time that is planned at once', () => {
    open();
    clock.pass(10 * MINUTE);
    machine({ on_battery: true });
    expect(plan.view().next).toBe(50 * MINUTE);
    machine({ on_battery: false });
    expect(plan.view().next).toBe(5 * MINUTE);
  });
});

describe('a clock that is set', () => {
  it.each([-365 * DAY, -HOUR, HOUR, 365 * DAY])('by %i seconds neither brings runs nor keeps them away', (jump) => {
    open();
    let runs = 0;
    for (let hour = 0; hour < 4; hour += 1) {
      clock.setForth(jump);
      runs += passWith(HOUR, done);
    }
    expect(runs).toBe(16);
  });

  it.each([-DAY, DAY])('by %i seconds with a wake each time brings a run each, not more', (jump) => {
    open();
    for (let times = 1; times <= 5; times += 1) {
      clock.pass(3 * MINUTE);
      clock.setForth(jump);
      machine({ power: 'wake' });
      expect(passWith(MINUTE, done)).toBeLessThanOrEqual(1);
    }
    expect(begun.length).toBe(5);
  });

  it('does not lengthen a pause under way', () => {
    open();
    plan.tell({ type: 'pause', until: clock.wall() + HOUR });
    clock.setForth(-DAY);
    clock.pass(HOUR);
    expect(waiting()).toBe(null);
  });
});

it('starts nothing once it is stopped', () => {
  open({ sinceSuccess: null });
  plan.stop();
  plan.tell({ type: 'not_begun' });
  clock.pass(DAY);
  expect(begun).toEqual([]);
});

it('waits longer than timers reach', () => {
  open();
  clock.pass(15 * MINUTE);
  end({ type: 'failed', hold: { seconds: 40 * DAY, mendable: false } });
  clock.pass(40 * DAY - 1);
  expect(begun).toHaveLength(1);
  clock.pass(1);
  expect(begun).toHaveLength(2);
});
