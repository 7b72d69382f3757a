import { describe, expect, it } from 'vitest';
import { sql } from '../../../electron/service/store/sql.ts';
import { orderCursor } from '../../../electron/service/sync/window.ts';
import { DAY_SECONDS } from '../../../shared/time.ts';
import { booksOf, compare, EQUAL, ourRows } from '../../support/books.ts';
import { type SyncWorld, syncWorld } from '../../support/sync-world.ts';

async function difference({ sandbox, store }: SyncWorld) {
  return compare(await booksOf(sandbox.url), ourRows(store));
}

describe('sync of commission orders', () => {
  it('ends equal to the platform, and again after ten days', async () => {
    const world = await syncWorld();
    const first = await world.sync();
    expect(first.inserted).toBeGreaterThan(300);
    expect(await difference(world)).toEqual(EQUAL);

    world.sandbox.clock.advance(10 * DAY_SECONDS);
    const second = await world.sync();
    expect(second.inserted).toBeGreaterThan(10);
    expect(second.changed).toBeGreaterThan(10);
    expect(await difference(world)).toEqual(EQUAL);
    expect(orderCursor(world.store).known_as_of).toBe(second.known_as_of);
  });

  it('writes no version for what has not changed', async () => {
    const world = await syncWorld();
    await world.sync();
    const versions = () => world.store.value<number>(sql`select count(*) from order_version`);
    const before = versions();
    const again = await world.sync();
    expect(again).toMatchObject({ inserted: 0, changed: 0 });
    expect(versions()).toBe(before);
  });

  it('goes back to the day it is told, and further when told later', async () => {
    const world = await syncWorld();
    const now = world.sandbox.clock.now();
    await world.sync({ since: now - 5 * DAY_SECONDS });
    const few = ourRows(world.store).length;
    expect(few).toBeGreaterThan(0);
    expect((await difference(world)).missing.length).toBeGreaterThan(0);
    await world.sync({ since: now - 180 * DAY_SECONDS });
    expect(await difference(world)).toEqual(EQUAL);
  });

  it('goes on where a cut-off run stopped, twenty times', async () => {
    const world = await syncWorld();
    for (let round = 0; round < 20; round += 1) {
      const abort = new AbortController();
      let calls = 0;
      const call = world.platform.call;
      world.platform.call = (...input) => {
        calls += 1;
        if (calls > 7 + round * 2) abort.abort(new Error('cut off'));
        return call(...input);
      };
      await world.sync({ signal: abort.signal }).catch(() => {});
      world.platform.call = call;
    }
    await world.sync();
    expect(await difference(world)).toEqual(EQUAL);
    expect(world.store.value(sql`select count(*) from order_key`)).toBe(0);
    expect(world.store.value(sql`select max(versions) from commission_order`)).toBe(1);
  });

  it('puts keys without detail aside and reads them when they come', async () => {
    const world = await syncWorld({ orders: 1500, faults: 'missing-detail:1' });
    const first = await world.sync();
    expect(first.quarantined).toBeGreaterThan(0);
    const { missing, different } = await difference(world);
    const aside = world.store.all<{ key: string; reason: string }>(
      sql`select order_id || '/' || sku_id as key, reason from quarantine`,
    );
    expect(aside.map((row) => row.key).sort()).toEqual(missing.sort());
    expect(new Set(aside.map((row) => row.reason))).toEqual(new Set(['platform.10024006']));
    expect(different).toEqual([]);

    await fetch(`${world.sandbox.url}/__sandbox/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ faults: '' }),
    });
    const second = await world.sync();
    expect(second.quarantined).toBe(0);
    expect(await difference(world)).toEqual(EQUAL);
  });

  it('ends equal under broken and busy answers', async () => {
    const world = await syncWorld({
      orders: 200,
      faults:
        'busy:0.03,45011:0.03,http-5xx:0.03,reset:0.02,truncated:0.02,html:0.02,bare-ids:0.5,unknown-fields:0.2,single-object-list:1',
    });
    await world.sync();
    expect(await difference(world)).toEqual(EQUAL);
  });

  it('reads rows again that nobody looked at for days, though their update time stands', async () => {
    const world = await syncWorld();
    await world.sync();
    const row = world.store.get<{ id: number }>(
      sql`select id from commission_order where commission_status = 20 and updated_at < ${world.sandbox.clock.now() - 2 * DAY_SECONDS} limit 1`,
    )!;
    world.store.run(sql`update commission_order set service_amount_fen = -1, state_hash = x'00',
      last_read_at = ${world.sandbox.clock.now() - 4 * DAY_SECONDS} where id = ${row.id}`);
    await world.sync();
    expect(await difference(world)).toEqual(EQUAL);
  });

  it('ignores a reply older than what it knows', async () => {
    const world = await syncWorld();
    await world.sync();
    const id = world.store.value<number>(sql`select max(id) from commission_order`)!;
    world.store.run(
      sql`update commission_order set updated_at = updated_at + 100, state_hash = x'00', order_status = 77 where id = ${id}`,
    );
    await world.sync();
    expect(world.store.value(sql`select order_status from commission_order where id = ${id}`)).toBe(77);
  });

  it('says that the disk is full, keeps what it has, and goes on when there is room', async () => {
    const world = await syncWorld();
    const { db } = world.store;
    const pages = db.pragma('page_count', { simple: true }) as number;
    db.pragma(`max_page_count = ${pages + 40}`);
    await expect(world.sync()).rejects.toMatchObject({ code: 'store.disk_full' });
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    db.pragma('max_page_count = 1000000');
    await world.sync();
    expect(await difference(world)).toEqual(EQUAL);
  });
});
