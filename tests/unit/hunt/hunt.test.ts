import { describe, expect, it } from 'vitest';
import { lookUpNow } from '../../../electron/service/hunt/look-up.ts';
import { retryKey } from '../../../electron/service/hunt/read-key.ts';
import { startHunt } from '../../../electron/service/hunt/start.ts';
import { jobs } from '../../../electron/service/job.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import { recordHoursRead } from '../../../electron/service/sync/completeness.ts';
import { moveOrderCursor } from '../../../electron/service/sync/window.ts';
import type { Job } from '../../../shared/contract/desk.ts';
import type { HuntAnswer } from '../../../shared/contract/hunt.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import { testDesk } from '../../support/desk-context.ts';
import { fillOrders } from '../../support/order-rows.ts';
import { type SandboxDesk, sandboxDesk } from '../../support/sandbox-desk.ts';

const NOW = 1_795_000_000;
const INVENTED = '3999999999999999999';

type Desk = Parameters<typeof startHunt>[0];
type Wish = { channel?: 'promoter' | 'talent'; look_up?: boolean; at?: number };

function hunting(desk: Desk) {
  const ended = new Map<string, (job: Job) => void>();
  const work = jobs((job) => job.state !== 'running' && ended.get(job.job_id)?.(job));
  const start = (given: string[], { channel, look_up = false, at }: Wish = {}) => {
    const items = given.map((one) => ({ given: one, at: at ?? null }));
    return startHunt(desk, work, { items, look_up, channel: channel ?? null }).job_id;
  };
  const end = (jobId: string) => new Promise<Job>((resolve) => ended.set(jobId, resolve));
  const hunt = async (given: string[], wish?: Wish) => {
    const job = await end(start(given, wish));
    expect(job.error).toBe(null);
    return job.result as HuntAnswer[];
  };
  return { hunt, start, end, work };
}

const verdicts = (answers: HuntAnswer[]) => answers.map(({ verdict }) => verdict);

describe('a hunt in the books', () => {
  async function filled() {
    const desk = await testDesk();
    fillOrders(desk.store, 300);
    const { hunt, ...rest } = hunting(desk);
    const rows = desk.store.all<{ order_id: string; channel: 'promoter' | 'talent' }>(
      sql`select order_id, channel from commission_order order by id`,
    );
    return { desk, hunt, rows, ...rest };
  }

  it('answers what is here, also under its other channel, with the rows', async () => {
    const { hunt, rows } = await filled();
    const sold = rows.find(({ channel }) => channel === 'promoter')!;
    const [any, right, wrong] = [
      await hunt([sold.order_id]),
      await hunt([sold.order_id], { channel: 'promoter' }),
      await hunt([`="${sold.order_id}"`], { channel: 'talent' }),
    ];
    expect(verdicts([...any, ...right, ...wrong])).toEqual(['here', 'here', 'other_channel']);
    expect(wrong[0]).toMatchObject({ given: `="${sold.order_id}"`, order_id: sold.order_id, looked_up: false });
    expect(wrong[0]!.rows[0]).toMatchObject({ channel: 'promoter', shop_name: '山里人家农产品旗舰店' });
  });

  it('answers twenty thousand in their order, without asking anybody', async () => {
    const { hunt, rows, desk } = await filled();
    const given = Array.from({ length: 20_000 }, (_, index) =>
      index % 100 === 0 ? rows[index / 100]!.order_id : String(3_900_000_000_000_000_000n + BigInt(index)),
    );
    moveOrderCursor(desk.store, { known_as_of: NOW, covered_from: NOW - 1000 });
    const answers = await hunt(given);
    expect(answers.map((answer) => answer.given)).toEqual(given);
    expect(answers.filter(({ verdict }) => verdict === 'here')).toHaveLength(200);
    expect(answers.filter(({ verdict }) => verdict === 'not_in_books')).toHaveLength(19_800);
    expect(desk.script.calls).toEqual([]);
  });

  it('names what a rounded number may have been', async () => {
    const { hunt, rows, desk } = await filled();
    const { order_id } = rows[7]!;
    // The first of them ends in zeros itself.
    desk.store.run(sql`update commission_order set order_id = '3900000000000000001' where order_id like '%0000'`);
    const fifteen = order_id.slice(0, 15);
    const answers = await hunt([
      `${fifteen[0]}.${fifteen.slice(1)}E+18`,
      `${fifteen}0000`,
      '3.70E+18',
      '37012345',
      '谢谢',
      `${fifteen[0]}.${order_id.slice(1, 17)}E+18`,
    ]);
    expect(verdicts(answers)).toEqual(Array(6).fill('damaged'));
    // All 300 share their first fifteen digits here; five are shown, and the nearest to more digits come first.
    expect(answers[0]!.candidates).toHaveLength(5);
    expect(answers[1]!.candidates).toHaveLength(5);
    expect(answers.slice(2, 5).map(({ candidates }) => candidates)).toEqual([[], [], []]);
    expect(answers[5]!.candidates).toHaveLength(5);
  });

  it('takes a number that ends in zeros for whole when the books have it', async () => {
    const { hunt, desk } = await filled();
    desk.store.run(sql`update commission_order set order_id = '3701234567890120000' where id = 1`);
    desk.store.run(sql`update commission_order set order_id = '3701234567890123457' where id = 2`);
    const answers = await hunt(['3701234567890120000', '3.70123456789012E+18', '3.70123456789013E+18']);
    expect(verdicts(answers)).toEqual(['here', 'damaged', 'damaged']);
    expect(answers[1]!.candidates).toEqual(['3701234567890120000', '3701234567890123457']);
    // Rounded up instead of cut: out of reach of 0.5 of the last digit that is left.
    expect(answers[2]!.candidates).toEqual([]);
  });

  it('names quarantine, queue, own goods and the hour that is still to be read', async () => {
    const { hunt, desk } = await filled();
    const { store } = desk;
    const ids = ['1', '2', '3', '4'].map((end) => `390000000000000000${end}`);
    const before = await hunt([ids[3]!]);
    expect(before[0]).toMatchObject({ verdict: 'not_yet_read', hour_at: null });
    store.run(sql`insert into quarantine (order_id, sku_id, reason, since, tries, last_try_at)
      values (${ids[0]!}, '1', 'platform.10024006', ${NOW - 60}, 1, ${NOW - 60})`);
    store.run(sql`insert into order_key (order_id, sku_id, queued_at) values (${ids[1]!}, '1', ${NOW})`);
    store.run(sql`insert into clue_order (order_id, sku_id, first_seen_at) values (${ids[2]!}, '1', ${NOW})`);
    moveOrderCursor(store, { known_as_of: NOW, covered_from: NOW - 36_000 });
    recordHoursRead(store, 'orders', { from: NOW - 36_000, to: NOW }, NOW);
    const answers = await hunt(ids, { at: NOW - 7200 });
    expect(verdicts(answers)).toEqual(['quarantined', 'queued', 'own_goods', 'not_in_books']);
    expect(answers[0]).toMatchObject({ error_code: 'platform.10024006', quarantined_since: NOW - 60 });
    const [late] = await hunt([ids[3]!], { at: NOW - 86_400 });
    expect(late).toMatchObject({ verdict: 'not_yet_read', hour_at: NOW - 86_400 - ((NOW - 86_400) % 3600) });
  });

  it('can be stopped', async () => {
    const { start, end, work } = await filled();
    const jobId = start(Array.from({ length: 20_000 }, () => INVENTED));
    const ended = end(jobId);
    work.cancel(jobId);
    expect(await ended).toMatchObject({ state: 'cancelled', error: { code: 'job.cancelled' } });
  });
});

describe('a hunt that asks the platform', { timeout: 60_000 }, () => {
  const known = (desk: SandboxDesk) =>
    desk.store.all<{ order_id: string; sku_id: string }>(sql`select order_id, sku_id from commission_order`);

  it('finds orders, records them, and says what nobody has', async () => {
    const desk = await sandboxDesk();
    const books = await desk.books('orders');
    const { hunt } = hunting(desk);
    const [one, two] = [books[3]!, books[90]!].map(({ order_id }) => String(order_id));
    const created = Number(books[3]!.create_time);
    expect(await hunt([one!], { at: created })).toMatchObject([
      { verdict: 'not_yet_read', hour_at: created - (created % 3600), looked_up: false },
    ]);
    const answers = await hunt([one!, INVENTED, two!, '3.70E+18'], { look_up: true });
    expect(verdicts(answers)).toEqual(['here', 'not_visible', 'here', 'damaged']);
    expect(answers.map(({ looked_up }) => looked_up)).toEqual([true, true, true, false]);
    expect(answers[0]!.rows[0]).toMatchObject({ product_title: books[3]!.product_title });
    expect(new Set(known(desk).map(({ order_id }) => order_id))).toEqual(new Set([one, two]));
    // The second time the books know, and only the invented one is asked for.
    await desk.door('calls/clear', {});
    expect(verdicts(await hunt([one!, INVENTED], { look_up: true }))).toEqual(['here', 'not_visible']);
    expect(JSON.stringify(await desk.door('calls'))).not.toContain('order/get"');
  });

  it('leaves a key without detail in quarantine, and a retry brings it home', async () => {
    const desk = await sandboxDesk({ orders: 4000, faults: 'missing-detail:1' });
    // Only young orders are kept back.
    const book = (await desk.books('orders')).reduce((one, other) =>
      Number(other.create_time) > Number(one.create_time) ? other : one,
    );
    const orderId = String(book.order_id);
    const { hunt } = hunting(desk);
    const [answer] = await hunt([orderId], { look_up: true });
    expect(answer).toMatchObject({ verdict: 'quarantined', error_code: 'platform.10024006', looked_up: true });
    const key = { order_id: orderId, sku_id: String(book.sku_id) };
    expect(await retryKey(desk, key)).toEqual({ read: false, reason: 'platform.10024006' });
    expect(desk.store.value<number>(sql`select tries from quarantine`)).toBe(2);
    await desk.door('faults', { faults: '' });
    expect(await retryKey(desk, key)).toEqual({ read: true, reason: null });
    expect(known(desk)).toEqual([key]);
    expect(desk.store.value<number>(sql`select count(*) from quarantine`)).toBe(0);
  });

  it('tells own goods from orders that are not ours, and lists the clues of 90 days once', async () => {
    const desk = await sandboxDesk({ orders: 4000 });
    const clue = await firstClue(desk);
    const { hunt } = hunting(desk);
    expect(verdicts(await hunt([clue, INVENTED], { look_up: true }))).toEqual(['own_goods', 'not_visible']);
    await desk.door('calls/clear', {});
    expect(verdicts(await hunt([clue], { look_up: true }))).toEqual(['own_goods']);
    const calls = await desk.door<unknown>('calls');
    expect(JSON.stringify(calls)).toContain('clue/list/get');
    expect(desk.store.value<number>(sql`select known_as_of from sync_cursor where resource = 'clues'`)).toBe(NOW);
    // Offline the books know it as well.
    expect(verdicts(await hunt([clue]))).toEqual(['own_goods']);
  });

  it('asks for an order of the books anew when told to', async () => {
    const desk = await sandboxDesk();
    const [book] = await desk.books('orders');
    const orderId = String(book!.order_id);
    expect(await lookUpNow(desk, orderId)).toMatchObject({ verdict: 'here', looked_up: true });
    expect(await lookUpNow(desk, orderId)).toMatchObject({ verdict: 'here', looked_up: true });
    // Clues are asked for only where no commission order was found.
    expect(JSON.stringify(await desk.door('calls'))).not.toContain('clue/list/get');
    expect(await lookUpNow(desk, INVENTED)).toMatchObject({ verdict: 'not_visible', looked_up: true });
    expect(JSON.stringify(await desk.door('calls'))).toContain('clue/list/get');
    expect(await lookUpNow(desk, '12')).toMatchObject({ verdict: 'damaged', looked_up: false });
  });

  it('stops asking when the account is refused, and says so for the rest', async () => {
    const desk = await sandboxDesk({ faults: 'ip-not-allowed:1' });
    const { hunt } = hunting(desk);
    const given = Array.from({ length: 200 }, (_, index) => String(BigInt(INVENTED) - BigInt(index)));
    const answers = await hunt(given, { look_up: true });
    expect(new Set(verdicts(answers))).toEqual(new Set(['unanswered']));
    expect(new Set(answers.map(({ error_code }) => error_code))).toEqual(new Set(['platform.40164']));
    const [book] = await desk.books('orders');
    expect(await retryKey(desk, { order_id: String(book!.order_id), sku_id: '1' })).toEqual({
      read: false,
      reason: 'platform.40164',
    });
    expect(desk.store.value<number>(sql`select count(*) from quarantine`)).toBe(0);
  });

  it('says that there are no credentials', async () => {
    const desk = await sandboxDesk({}, { unconnected: true });
    const { hunt } = hunting(desk);
    expect(await hunt([INVENTED], { look_up: true })).toMatchObject([
      { verdict: 'unanswered', error_code: 'credentials.missing', looked_up: false },
    ]);
  });

  it('tries with a range where the platform wants one', async () => {
    const desk = await testDesk();
    const bodies: Record<string, unknown>[] = [];
    desk.script.on('clue/list/get', { errcode: 0, list: [] });
    desk.script.on('order/list/get', (body) => {
      bodies.push(body);
      return body.update_time_range ? { errcode: 0, list: [] } : { errcode: 10_024_000, errmsg: 'bad parameter' };
    });
    expect(await lookUpNow(desk, INVENTED)).toMatchObject({ verdict: 'not_visible' });
    expect(await lookUpNow(desk, INVENTED)).toMatchObject({ verdict: 'not_visible' });
    const range = { start_time: desk.time - 180 * 86_400, end_time: desk.time };
    expect(bodies.map(({ update_time_range }) => update_time_range)).toEqual([undefined, range, range]);
  });

  it('says with "not visible" that the clue orders could not be read', async () => {
    const desk = await testDesk();
    desk.script.on('order/list/get', { errcode: 0, list: [] });
    desk.script.on('clue/list/get', new DeskError('platform.48001'));
    expect(await lookUpNow(desk, INVENTED)).toMatchObject({ verdict: 'not_visible', error_code: 'platform.48001' });
  });

  it('does not take another order for the one that was asked for', async () => {
    const desk = await testDesk();
    desk.script.on('clue/list/get', { errcode: 0, list: [] });
    desk.script.on('order/list/get', { errcode: 0, list: [{ order_id: '3700000000000000001', sku_id: '1' }] });
    expect(await lookUpNow(desk, INVENTED)).toMatchObject({ verdict: 'not_visible' });
  });
});

/** A clue order of the world, found through the platform's own list. */
async function firstClue(desk: SandboxDesk): Promise<string> {
  for (let end = NOW; end > NOW - 80 * 86_400; end -= 7 * 86_400) {
    const range = { start_time: end - 7 * 86_400, end_time: end };
    const reply = await desk.platform().call('/channels/ec/league/headsupplier/clue/list/get', {
      page_size: 10,
      create_time_range: range,
    });
    const [found] = reply.value.list as { order_id: string | number }[];
    if (found) return String(found.order_id);
  }
  throw new Error('no clue order in this world');
}
