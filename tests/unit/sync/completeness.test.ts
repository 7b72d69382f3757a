import { describe, expect, it } from 'vitest';
import { sql } from '../../../electron/service/store/sql.ts';
import { completeness, hourState } from '../../../electron/service/sync/completeness.ts';
import { orderCursor } from '../../../electron/service/sync/window.ts';
import { addDays, DAY_SECONDS, dayOf } from '../../../shared/time.ts';
import { booksOf, compare, EQUAL, ourRows } from '../../support/books.ts';
import { type SyncWorld, syncWorld } from '../../support/sync-world.ts';

function hoursOf({ store, sandbox }: SyncWorld, days: number) {
  const now = sandbox.clock.now();
  const today = dayOf(now);
  return completeness(store, { resource: 'orders', from: addDays(today, -days), to: today }, now);
}

describe('completeness', () => {
  it('says of every hour whether it is read, and how many rows it had then and has now', async () => {
    const world = await syncWorld();
    await world.sync({ since: world.sandbox.clock.now() - 5 * DAY_SECONDS });
    const { hours, covered_from, known_as_of } = hoursOf(world, 9);
    const states = (state: string) => hours.filter((hour) => hour.state === state);
    expect(states('unread').every((hour) => hour.hour_at < covered_from!)).toBe(true);
    expect(states('read').length).toBeGreaterThan(5 * 24 - 2);
    expect(states('open').map((hour) => hour.hour_at)).toEqual([known_as_of! - (known_as_of! % 3600)]);
    const counted = world.store.value<number>(
      sql`select count(*) from commission_order where created_at >= ${states('read')[0]!.hour_at}`,
    )!;
    const running = states('open').reduce((sum, hour) => sum + hour.rows_now, 0);
    expect(states('read').reduce((sum, hour) => sum + hour.rows_then, 0)).toBe(counted - running);
    expect(hours.every((hour) => hour.late === 0)).toBe(true);
  });

  it('counts rows that came after their hour was read', async () => {
    const world = await syncWorld({ orders: 3000, faults: 'late-visible:0.3' });
    await world.sync({ since: world.sandbox.clock.now() - 3 * DAY_SECONDS });
    world.sandbox.clock.advance(DAY_SECONDS);
    await world.sync();
    world.sandbox.clock.advance(DAY_SECONDS);
    await world.sync();
    const late = hoursOf(world, 4).hours.reduce((sum, hour) => sum + hour.late, 0);
    expect(late).toBeGreaterThan(0);
    expect(world.store.value(sql`select sum(rows) from lateness_day`)).toBeGreaterThan(0);
  });

  it('reads history by creation, the newest month first, and goes on where it was cut off', async () => {
    const world = await syncWorld();
    const now = world.sandbox.clock.now();
    await world.sync({ since: now - 5 * DAY_SECONDS });
    const abort = new AbortController();
    const { call } = world.platform;
    let created = 0;
    world.platform.call = (endpoint, body, signal) => {
      if (body.create_time_range) created += 1;
      if (created > 12) abort.abort(new Error('cut off'));
      return call(endpoint, body, signal);
    };
    await world.sync({ since: now - 101 * DAY_SECONDS, signal: abort.signal }).catch(() => {});
    world.platform.call = call;
    // What is current was finished before history began.
    expect(orderCursor(world.store).known_as_of).toBe(now);
    const planned = () => world.store.value<number>(sql`select count(*) from sync_window where axis = 'created'`);
    expect(planned()).toBeGreaterThan(0);
    expect(hourState(world.store, now - 99 * DAY_SECONDS)).toBe('open');
    expect(hourState(world.store, now - 2 * DAY_SECONDS)).toBe('read');
    await world.sync();
    expect(planned()).toBe(0);
    expect(orderCursor(world.store).covered_from).toBe(now - 101 * DAY_SECONDS);
    expect(hourState(world.store, now - 99 * DAY_SECONDS)).toBe('read');
    expect(compare(await booksOf(world.sandbox.url), ourRows(world.store))).toEqual(EQUAL);
  });

  it('refuses days that are none', async () => {
    const world = await syncWorld({ orders: 20 });
    const ask = (from: string, to: string) => () =>
      completeness(world.store, { resource: 'orders', from, to }, world.sandbox.clock.now());
    expect(ask('2026-02-30', '2026-03-01')).toThrow('input.invalid');
    expect(ask('2026-03-02', '2026-03-01')).toThrow('input.invalid');
    expect(ask('2024-01-01', '2026-03-01')).toThrow('input.invalid');
  });
});
