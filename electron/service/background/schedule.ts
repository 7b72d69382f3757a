import type { MainOrder } from '../../../shared/background-link.ts';
import type { BackgroundSync, Waiting } from '../../../shared/contract/background.ts';
import type { SyncTrigger } from '../../../shared/contract/sync.ts';
import type { Unix } from '../../../shared/time.ts';
import { pauseAfter } from './pause.ts';

/** What staff may choose. */
export type ScheduleSettings = Pick<BackgroundSync, 'on' | 'every_minutes' | 'on_battery'>;

/** What main knows of the machine; what is left out has not changed. */
export type MachineNews = Extract<MainOrder, { type: 'machine' }>['news'];

/** A failure that only a person can mend, so that trying again soon is of no use. */
export interface Hold {
  seconds: number;
  /** True where other settings may mend it: they are tried at once. */
  mendable: boolean;
}

export type ScheduleEvent =
  | { type: 'settings'; settings: ScheduleSettings }
  /** Null goes on. */
  | { type: 'pause'; until: Unix | null }
  | { type: 'machine'; news: MachineNews }
  | { type: 'disk'; low: boolean }
  /** Any run, whoever began it. */
  | { type: 'begun' }
  /** A run that `begin` asked for and that could not be. */
  | { type: 'not_begun' }
  /** `whole`: it read every resource; others show that the platform answers, and leave the regular time as it is. */
  | { type: 'done'; whole: boolean }
  | { type: 'failed'; hold: Hold | null }
  /** Staff stopped it. */
  | { type: 'cancelled' };

export interface ScheduleClock {
  /** Seconds of a clock that nobody can set. It may stand still while the machine sleeps. */
  monotonic(): number;
  /** Unix seconds of the machine's clock, which may jump. */
  wall(): number;
  /** Calls back once. Gives the way to call it off. */
  after(seconds: number, run: () => void): () => void;
}

export interface ScheduleOptions {
  settings: ScheduleSettings;
  pausedUntil: Unix | null;
  /** AppID and secret are known. */
  connected: boolean;
  /** Seconds since the last run that read everything; null when there was none. */
  sinceSuccess: number | null;
  /** What an earlier run of the program failed at and is not mended yet. */
  hold: Hold | null;
  clock: ScheduleClock;
  random: () => number;
  /** Start a run; tell `begun` or `not_begun`, and its end. */
  begin(trigger: SyncTrigger): void;
  /** Something changed by the passing of time alone: a pause is over, the machine is awake. */
  changed(): void;
}

export interface ScheduleView {
  /** Seconds to the next run; null while none is planned or one is under way. */
  next: number | null;
  waiting: Waiting;
  failures: number;
  online: boolean;
  on_battery: boolean;
  /** False again by itself when the pause is over. */
  paused: boolean;
}

export interface Schedule {
  tell(event: ScheduleEvent): void;
  view(): ScheduleView;
  stop(): void;
}

/** On battery, `slower` means so many times the distance. */
const SLOWER = 4;
/** Time for the network to come up after wake, and for the rest of the program after its start. */
const SETTLE_SECONDS = 5;
/** Wake and network bring no run when the last good one is not older than this. */
const FRESH_SECONDS = 120;
/** A network that comes and goes brings no more than one run in so many seconds. */
const APART_SECONDS = 60;
/** A machine that has been running so long after `suspend` is awake, also if nobody said so. */
const AWAKE_ANYWAY_SECONDS = 300;
/** Timers take no more than 24 days; a long wait is taken in pieces. */
const LONGEST_TIMER_SECONDS = 86_400;

/**
 * Decides when the next run comes. All waiting is measured on the monotonic clock, with the sleep of the machine added
 * when it wakes: a clock that is set, forth or back, neither brings runs nor keeps them away. The wall clock serves
 * for the length of that sleep and for the end of a pause.
 */
export function schedule(options: ScheduleOptions): Schedule {
  const { clock, begin, connected } = options;
  let { settings } = options;
  let slept = 0;
  let anchor = { monotonic: clock.monotonic(), wall: clock.wall() };
  const now = () => clock.monotonic() + slept;

  let online = true;
  let onBattery = false;
  let diskLow = false;
  let suspended = false;
  let wakeAnyway = 0;
  let pausedTo = pauseEnd(options.pausedUntil);
  let running = false;
  /** What happened to the machine during a run; should that fail, it is a reason for another. */
  let missed: SyncTrigger | null = null;

  let lastSuccess = options.sinceSuccess === null ? null : now() - options.sinceSuccess;
  let lastEnd: number | null = null;
  /** From where the distance to the next regular run counts. */
  let base = lastSuccess ?? now();
  let failures = 0;
  /** After a failed run, instead of the regular distance; already drawn. */
  let pause: number | null = null;
  let hold: { until: number; mendable: boolean } | null = null;
  let soon: { at: number; trigger: SyncTrigger } | null = null;
  /** Nothing starts before: the machine has just come up. */
  let floor = 0;
  let callOff = () => {};
  let stopped = false;

  if (options.hold) holdBack(options.hold);
  else if (!isFresh(settings.every_minutes * 60)) soon = { at: now() + SETTLE_SECONDS, trigger: 'start' };
  arm();

  function pauseEnd(until: Unix | null): number | null {
    return until !== null && until > clock.wall() ? now() + until - clock.wall() : null;
  }

  /** A success in the future is none that can be relied on: the machine's clock was set back. */
  function isFresh(seconds: number): boolean {
    const age = lastSuccess === null ? null : now() - lastSuccess;
    return age !== null && age >= 0 && age < seconds;
  }

  function holdBack({ seconds, mendable }: Hold) {
    hold = { until: now() + seconds, mendable };
  }

  /** Why nothing can start now, whatever the time. */
  function gate(): Waiting {
    if (!settings.on) return 'off';
    if (!connected) return 'no_credentials';
    if (pausedTo !== null) return 'paused';
    if (diskLow) return 'needs_person';
    if (!online) return 'offline';
    if (onBattery && settings.on_battery === 'never') return 'battery';
    return null;
  }

  function due(): number | null {
    if (running || suspended || gate() !== null) return null;
    if (soon) return Math.max(soon.at, floor);
    const slower = onBattery && settings.on_battery === 'slower' ? SLOWER : 1;
    const regular = base + (pause ?? settings.every_minutes * 60) * slower;
    return Math.max(regular, hold?.until ?? regular, floor);
  }

  function arm() {
    callOff();
    if (stopped) return;
    const wakes = [due(), pausedTo, suspended ? wakeAnyway : null].filter((at) => at !== null);
    if (wakes.length === 0) {
      callOff = () => {};
      return;
    }
    const wait = Math.max(Math.min(...wakes) - now(), 0);
    callOff = clock.after(Math.min(wait, LONGEST_TIMER_SECONDS), tick);
  }

  function tick() {
    const waited = gate();
    if (suspended && now() >= wakeAnyway) wake();
    if (pausedTo !== null && now() >= pausedTo) pausedTo = null;
    const at = due();
    // Sooner than due when a long wait is taken in pieces.
    const starts = at !== null && now() >= at;
    const trigger = soon?.trigger ?? 'schedule';
    if (starts) running = true;
    settle();
    if (starts) begin(trigger);
    else if (waited !== gate()) options.changed();
  }

  function settle() {
    anchor = { monotonic: clock.monotonic(), wall: clock.wall() };
    arm();
  }

  /** The machine or its network is back, so what is shown may be old and what failed may work. */
  function freshen(trigger: SyncTrigger) {
    if (running) missed = trigger;
    if (running || hold || isFresh(FRESH_SECONDS)) return;
    soon ??= { at: Math.max(now() + SETTLE_SECONDS, lastEnd === null ? 0 : lastEnd + APART_SECONDS), trigger };
  }

  function wake() {
    const wallPassed = clock.wall() - anchor.wall;
    const passed = clock.monotonic() - anchor.monotonic;
    slept += Math.max(wallPassed - passed, 0);
    suspended = false;
    if (pausedTo !== null && now() >= pausedTo) pausedTo = null;
    floor = now() + SETTLE_SECONDS;
    freshen('wake');
  }

  function hearMachine(news: MachineNews) {
    if (news.on_battery !== undefined) onBattery = news.on_battery;
    if (news.power === 'suspend') {
      suspended = true;
      wakeAnyway = now() + AWAKE_ANYWAY_SECONDS;
    }
    if (news.power === 'wake') wake();
    if (news.online === undefined || news.online === online) return;
    online = news.online;
    if (!online) return;
    floor = now() + SETTLE_SECONDS;
    freshen('online');
  }

  function hearStaff(event: Extract<ScheduleEvent, { type: 'settings' | 'pause' }>) {
    if (event.type === 'pause') {
      pausedTo = pauseEnd(event.until);
      if (event.until === null) freshen('schedule');
      return;
    }
    settings = event.settings;
    if (!settings.on) soon = null;
    if (!hold?.mendable) return;
    hold = null;
    soon = { at: now(), trigger: 'schedule' };
  }

  function hearBegin() {
    running = true;
    soon = null;
  }

  /** It stays planned for when what refused it is gone, but is not asked for again and again. */
  function hearRefusal() {
    running = false;
    floor = now() + APART_SECONDS;
  }

  function hearEnd(event: Extract<ScheduleEvent, { type: 'done' | 'failed' | 'cancelled' }>) {
    running = false;
    lastEnd = now();
    soon = null;
    const again = event.type === 'failed' ? missed : null;
    missed = null;
    if (event.type === 'done') {
      failures = 0;
      hold = null;
      pause = null;
      if (event.whole) lastSuccess = base = now();
    } else if (event.type === 'cancelled') {
      pause = null;
      base = now();
    } else {
      failures += 1;
      pause = pauseAfter(failures, settings.every_minutes, options.random);
      base = now();
      if (event.hold) holdBack(event.hold);
      if (again) freshen(again);
    }
  }

  return {
    tell(event) {
      if (event.type === 'machine') hearMachine(event.news);
      else if (event.type === 'settings' || event.type === 'pause') hearStaff(event);
      else if (event.type === 'disk') diskLow = event.low;
      else if (event.type === 'begun') hearBegin();
      else if (event.type === 'not_begun') hearRefusal();
      else hearEnd(event);
      settle();
    },
    view() {
      const at = due();
      const closed = gate();
      return {
        next: at === null ? null : Math.max(at - now(), 0),
        // A held run has its time too; what it waits for is a person.
        waiting: closed ?? (hold && !running ? 'needs_person' : null),
        failures,
        online,
        on_battery: onBattery,
        paused: pausedTo !== null,
      };
    },
    stop() {
      stopped = true;
      callOff();
    },
  };
}
