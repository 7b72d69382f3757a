import type { BackgroundNews, MainOrder } from '../../../shared/background-link.ts';
import type { Attention, BackgroundSync } from '../../../shared/contract/background.ts';
import type { Job } from '../../../shared/contract/desk.ts';
import { RESOURCES, type SyncRun, type SyncTrigger } from '../../../shared/contract/sync.ts';
import type { Unix } from '../../../shared/time.ts';
import type { Context } from '../context.ts';
import { failureOf } from '../failure-of.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import type { SyncControl } from '../sync/control.ts';
import { knownAsOf, syncRuns } from '../sync/status.ts';
import { LOW_BYTES } from './free-disk.ts';
import { type Choice, readAttention, readChoice, writeAttention, writeChoice } from './keeping.ts';
import { attentionOf, holdOf, isSame, type RunFailure } from './needs-person.ts';
import { type Hold, type ScheduleClock, type ScheduleSettings, schedule } from './schedule.ts';

export interface BackgroundOptions {
  context: Context;
  sync: SyncControl;
  clock: ScheduleClock;
  random: () => number;
  /** Free bytes of the disk with the books; null where nobody knows. */
  freeBytes(): Promise<number | null>;
  /** The platform is on this machine, so that the network does not matter. */
  local: boolean;
  /** False: the settings can be read and changed, but nothing starts by itself (the command line). */
  active: boolean;
  /** Main, which shows it in the tray; called with every change. */
  tell(news: BackgroundNews): void;
}

/** Syncs nobody asked for, and the list of what keeps them from going well. */
export interface Background {
  get(): BackgroundSync;
  set(changed: { [Name in keyof ScheduleSettings]?: ScheduleSettings[Name] | undefined }): BackgroundSync;
  pause(until: Unix | null): BackgroundSync;
  /** Hears of every run, whoever began it. */
  jobChanged(job: Job): void;
  machine(news: Extract<MainOrder, { type: 'machine' }>['news']): void;
  close(): void;
}

const DISK_EVERY_SECONDS = 600;
const IDLE = { next: null, waiting: 'off', failures: 0, online: true, on_battery: false, paused: false } as const;

export function background(options: BackgroundOptions): Background {
  const { context, sync, clock, active } = options;
  const { store } = context;
  let choice = readChoice(store);
  let attention = readAttention(store);
  let running: string | null = null;
  let told = '';
  let closed = false;
  let stopDisk = () => {};

  const plan = active
    ? schedule({
        settings: choice,
        pausedUntil: choice.paused_until,
        connected: context.connected,
        sinceSuccess: sinceSuccess(store, context.now()),
        hold: holdFromBefore(),
        clock,
        random: options.random,
        begin: (trigger) => void begin(trigger),
        changed: () => changed(),
      })
    : null;

  /** A used-up quota is a matter of the day, not of the program's run; other things may have been mended meanwhile. */
  function holdFromBefore(): Hold | null {
    const quota = attention.find(({ kind }) => kind === 'quota_used_up');
    const hold = quota && holdOf(quota.kind, quota.since, context.now(), options.random);
    return hold && hold.seconds > 0 ? hold : null;
  }

  const view = () => plan?.view() ?? IDLE;

  function get(): BackgroundSync {
    const { next, waiting, failures, online, on_battery, paused } = view();
    const { on, every_minutes, on_battery: chosen, paused_until } = choice;
    return {
      on,
      every_minutes,
      on_battery: chosen,
      paused_until: paused || !active ? paused_until : null,
      next_at: next === null ? null : Math.round(clock.wall() + next),
      waiting,
      failures,
      last_trigger: syncRuns(store, 1)[0]?.trigger ?? null,
      online,
      on_battery_now: on_battery,
      attention,
    };
  }

  /** Tells pages and main, if there is anything new. */
  function changed() {
    if (closed) return;
    const news: BackgroundNews = {
      type: 'background',
      state: get(),
      running: running !== null,
      known_as_of: knownAsOf(store).orders,
    };
    const text = JSON.stringify(news);
    if (text === told) return;
    told = text;
    context.changed('background');
    options.tell(news);
  }

  function choose(next: Choice) {
    writeChoice(store, next);
    choice = next;
  }

  function attend(next: Attention[]) {
    if (JSON.stringify(next) === JSON.stringify(attention)) return;
    attention = next;
    try {
      writeAttention(store, attention);
    } catch {
      // A full disk refuses this row too. It is only lost with the program's end.
    }
  }

  function raise(found: Attention) {
    const before = attention.find((one) => isSame(one, found));
    const others = attention.filter(({ kind }) => kind !== found.kind);
    attend([...others, before ? { ...found, since: before.since } : found]);
  }

  const dismiss = (mended: (one: Attention) => boolean) => attend(attention.filter((one) => !mended(one)));

  async function checkDisk(): Promise<boolean> {
    const free = await options.freeBytes();
    if (closed) return false;
    const low = free !== null && free < LOW_BYTES;
    const full = attention.some(({ code }) => code === 'store.disk_full');
    if (low && !full) raise(attentionOf({ code: 'store.disk_low', params: { free_bytes: free } }, now())!);
    if (!low) dismiss(({ code }) => code === 'store.disk_low');
    plan?.tell({ type: 'disk', low });
    return !low;
  }

  async function begin(trigger: SyncTrigger) {
    if (!(await checkDisk())) {
      plan?.tell({ type: 'not_begun' });
    } else {
      try {
        hearBegin(sync.start({}, trigger).job_id);
      } catch (error) {
        hearFailure(failureOf(error));
      }
    }
    changed();
  }

  function hearBegin(jobId: string) {
    running = jobId;
    plan?.tell({ type: 'begun' });
  }

  function hearFailedRun(failure: RunFailure) {
    const found = attentionOf(failure, now());
    const orders = syncRuns(store, 1)[0]?.resources.find(({ resource }) => resource === 'orders');
    // Calls are counted by endpoint. While those of the orders last, the others' want is no reason to stop.
    if (found?.kind !== 'quota_used_up' || !orders || orders.error_code !== null) return hearFailure(failure);
    raise(found);
    plan?.tell({ type: 'done', whole: true });
  }

  function hearFailure(failure: RunFailure) {
    const found = attentionOf(failure, now());
    if (found) raise(found);
    // By the platform's clock: its day ends then, whatever this machine thinks.
    const platformNow = context.now();
    const hold = found && holdOf(found.kind, platformNow, platformNow, options.random);
    plan?.tell({ type: 'failed', hold });
  }

  function hearSuccess(run: SyncRun) {
    const whole = run.trigger !== 'staff' || RESOURCES.every((one) => run.resources.some((r) => r.resource === one));
    const failed = run.resources.flatMap(({ error_code }) =>
      error_code === null ? [] : (attentionOf({ code: error_code, params: {} }, now()) ?? []),
    );
    for (const one of failed) raise(one);
    // A run of some resources shows that account, address and disk are in order, not that the others have calls left.
    dismiss(
      ({ kind, code }) =>
        code !== 'store.disk_low' && (whole || kind !== 'quota_used_up') && !failed.some((one) => one.kind === kind),
    );
    plan?.tell({ type: 'done', whole });
  }

  const now = () => Math.round(clock.wall());

  function watchDisk() {
    stopDisk = clock.after(DISK_EVERY_SECONDS, async () => {
      await checkDisk();
      changed();
      if (!closed) watchDisk();
    });
  }

  if (active) {
    watchDisk();
    // After the caller has its answer, who is asked in turn for what it knows.
    queueMicrotask(changed);
  }

  return {
    get,
    set(wished) {
      const given = Object.fromEntries(Object.entries(wished).filter(([, value]) => value !== undefined));
      choose({ ...choice, ...given });
      plan?.tell({ type: 'settings', settings: choice });
      changed();
      return get();
    },
    pause(until) {
      choose({ ...choice, paused_until: until });
      plan?.tell({ type: 'pause', until });
      changed();
      return get();
    },
    jobChanged(job) {
      if (job.kind !== 'sync' || closed) return;
      if (job.state === 'running') {
        if (running === job.job_id) return;
        hearBegin(job.job_id);
      } else {
        running = null;
        if (job.state === 'done') hearSuccess(job.result as SyncRun);
        else if (job.state === 'cancelled') plan?.tell({ type: 'cancelled' });
        else hearFailedRun(job.error!);
      }
      changed();
    },
    machine(news) {
      plan?.tell({ type: 'machine', news: options.local ? { ...news, online: undefined } : news });
      changed();
    },
    close() {
      closed = true;
      stopDisk();
      plan?.stop();
    },
  };
}

/** Seconds since a run read everything; null when none ever did. */
function sinceSuccess(reader: StoreReader, now: Unix): number | null {
  const endedAt = reader.value<number>(
    sql`select ended_at from sync_run where state = 'done' order by run_id desc limit 1`,
  );
  return endedAt === undefined ? null : now - endedAt;
}
