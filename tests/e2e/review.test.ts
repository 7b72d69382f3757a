import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AuditEntry, auditHash } from '../../electron/service/store/audit.ts';
import { dayOf } from '../../shared/time.ts';
import { askBooks, platformTime } from '../support/desk-books.ts';
import { goTo, listenToConsole, settled, sync } from '../support/desk-page.ts';
import { type LaunchedDesk, launchDesk, screenshot } from '../support/electron.ts';
import { resize } from '../support/room-pictures.ts';

const QUEUE = 'orders?tab=review';
const folder = mkdtempSync(join(tmpdir(), 'league-desk-review-'));
const dataDir = join(folder, 'data');

interface Key {
  order_id: string;
  sku_id: string;
}
interface Decided extends Key {
  state: string;
  reason: string | null;
  decided_by: string;
  decided_at: number;
}

let desk: LaunchedDesk;
let complaints: ReturnType<typeof listenToConsole>;
/** The queue as the books have it before anybody decides, newest first. */
let queue: Key[];
/** What was decided with each of the first rows of the queue. */
const wanted: { state: string; reason: string | null }[] = [];

const books = <Row>(question: string) => askBooks<Row>(dataDir, question);
const nameOf = ({ order_id, sku_id }: Key) => `${order_id}/${sku_id}`;
const decided = () =>
  new Map(
    books<Decided>(
      "select order_id, sku_id, state, reason, decided_by, decided_at from order_review where state <> 'open'",
    ).map(({ order_id, sku_id, ...decision }) => [nameOf({ order_id, sku_id }), decision]),
  );
const press = async (...keys: string[]) => {
  for (const key of keys) await desk.page.keyboard.press(key);
};

async function open(): Promise<void> {
  desk = await launchDesk({ dataDir, env: { LEAGUE_DESK_DEMO_ORDERS: '1500' } });
  // A restarted demo platform listens elsewhere: pictures nobody has looked at yet are gone.
  complaints = listenToConsole(desk.page, [/status of 404/]);
  await resize(desk.app, desk.page, 1280, 800);
}

async function sayWho(staff: string): Promise<void> {
  const { page } = desk;
  await goTo(page, 'settings');
  await page.getByTestId('staff-name').fill(staff);
  await page.getByTestId('staff-name').press('Enter');
  await page.locator('.ant-message-success').getByText('已保存', { exact: true }).waitFor();
}

/** The strip tells what was decided today: less than all of it where midnight passed meanwhile. */
async function expectDoneToday(): Promise<void> {
  const done = desk.page.locator('.ld-review-progress__done');
  const told = async () => {
    const today = dayOf(await platformTime(dataDir));
    const rows = [...decided().values()].filter(({ decided_at }) => dayOf(decided_at) === today).length;
    return { shown: await done.textContent(), rows: String(rows) };
  };
  await expect.poll(told).toSatisfy(({ shown, rows }) => shown === rows);
}

/** The row the keys act on is this one of the queue. */
async function expectAt(place: number): Promise<void> {
  const { page } = desk;
  await page.locator(`#review-row-${place}[aria-current=true]`).waitFor();
  await page.getByRole('article', { name: `佣金单 ${queue[place]!.order_id}` }).waitFor();
}

beforeAll(async () => {
  await open();
  await sync(desk.page);
  await platformTime(dataDir, 3 * 86_400);
  await sync(desk.page);
  await sayWho('陈晓');
  queue = books<Key>('select order_id, sku_id from commission_order order by created_at desc, id desc');
});

afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What lay over the queue is gone, and the keys are the queue's again. */
async function atQueue(): Promise<void> {
  await desk.page.getByRole('dialog').waitFor({ state: 'hidden' });
  await desk.page.locator('[role=listbox]:focus').waitFor();
}

describe('the queue', () => {
  it('is worked through by keys: thirty orders', async () => {
    const { page } = desk;
    await goTo(page, QUEUE);
    await expectAt(0);
    await press('j', 'j', 'j', 'k', 'k', 'k');
    await expectAt(0);
    for (let place = 0; place < 30; place += 1) {
      await expectAt(place);
      if (place % 5 === 1) {
        await press('h', '2', 'Enter');
        wanted.push({ state: 'held', reason: 'refund_open' });
      } else if (place % 5 === 2) {
        await press('x', '3', 'Enter');
        wanted.push({ state: 'excluded', reason: 'duplicate' });
      } else {
        await press('a');
        wanted.push({ state: 'approved', reason: null });
      }
    }
    await expectAt(30);
    await expect.poll(() => decided().size).toBe(30);
    const found = decided();
    for (const [place, what] of wanted.entries())
      expect(found.get(nameOf(queue[place]!))).toMatchObject({ ...what, decided_by: '陈晓' });
    await expectDoneToday();
    await settled(page);
    await screenshot(page, 'review-queue');
  });

  it('takes notes and tags', async () => {
    const { page } = desk;
    await press('n');
    await page.locator('textarea:focus').waitFor();
    await page.keyboard.type('问过商家，下周补发');
    await press('Control+Enter');
    await atQueue();
    await press('t');
    await page.locator('.ant-modal input:focus').waitFor();
    await page.keyboard.type('要回访');
    await press('Enter', 'Control+Enter');
    await atQueue();
    const { order_id, sku_id } = queue[30]!;
    const own = `order_id = '${order_id}' and sku_id = '${sku_id}'`;
    await expect
      .poll(() => books(`select text from order_note where ${own}`))
      .toEqual([{ text: '问过商家，下周补发' }]);
    await expect.poll(() => books(`select tag from order_tag where ${own}`)).toEqual([{ tag: '要回访' }]);
    await page.getByRole('article').getByText('问过商家，下周补发').first().waitFor();
  });

  it('types letters into fields, decides nothing meanwhile, and tells its keys', async () => {
    const { page } = desk;
    const before = decided().size;
    await press('?');
    await page.getByRole('dialog', { name: '审核快捷键' }).waitFor();
    await settled(page);
    await screenshot(page, 'review-keys');
    await press('a', 'Escape');
    await atQueue();
    await press('h');
    await page.locator('.ld-ask').waitFor();
    await press('Tab', 'Tab', 'Escape');
    await expect.poll(() => page.locator('.ld-ask').count()).toBe(0);
    expect(decided().size).toBe(before);
  });

  it('takes back step by step', async () => {
    // The tag and the note first, then the last two decisions.
    await press('u');
    await expect.poll(() => books('select 1 from order_tag').length).toBe(0);
    await press('u');
    await expect.poll(() => books('select 1 from order_note where removed_at is null').length).toBe(0);
    for (const place of [29, 28]) {
      await press('u');
      await expect.poll(() => decided().has(nameOf(queue[place]!))).toBe(false);
      await expectAt(place);
    }
    wanted.length = 28;
  });

  it('is as it was left when the program is started again', async () => {
    const before = decided();
    expect(before.size).toBe(28);
    complaints.expectNone();
    await desk.close();
    await open();
    const { page } = desk;
    await goTo(page, QUEUE);
    expect(decided()).toEqual(before);
    await expectDoneToday();
    // Held ones still wait for somebody; what was approved or excluded does not.
    queue = queue.filter((key, place) => place >= 28 || before.get(nameOf(key))!.state === 'held');
    await expectAt(0);
    for (const state of ['approved', 'held', 'excluded']) {
      await goTo(page, `orders?review_state=${state}`);
      const rows = [...before.values()].filter((one) => one.state === state).length;
      await expect.poll(() => page.locator('[data-total=rows] .ld-sum').textContent()).toBe(String(rows));
    }
  });

  it('is undone further after the restart', async () => {
    await goTo(desk.page, QUEUE);
    await expectAt(0);
    const before = decided().size;
    await press('u');
    await expect.poll(() => decided().size).toBe(before - 1);
  });
});

describe('a decision on many', () => {
  it('shows what it would do, does it as one act, and takes it back as one', async () => {
    const { page } = desk;
    const [shop] = books<{ id: string; rows: number }>(
      `select shop_appid as id, count(*) as rows from commission_order o
       where not exists (select 1 from order_review r where r.order_id = o.order_id and r.sku_id = o.sku_id and r.state <> 'open')
       group by 1 order by 2 desc limit 1`,
    );
    const before = decided().size;
    await goTo(page, `${QUEUE}&shop_appid=${shop!.id}&review_state=open`);
    // The queue is that of this question, not the one before.
    await page.getByText(new RegExp(`/ ${shop!.rows} 行`)).waitFor();
    await press('Control+A', 'x');
    const dialog = page.getByRole('dialog', { name: '批量排除' });
    await dialog.locator('.ld-decision__sums').getByText(String(shop!.rows), { exact: true }).first().waitFor();
    await press('5');
    await settled(page);
    await screenshot(page, 'review-bulk');
    await press('Enter');
    await expect.poll(() => decided().size).toBe(before + shop!.rows);
    await page.getByText('没有等待审核的佣金单').waitFor();
    await page.getByRole('button', { name: '最近操作' }).click();
    const panel = page.getByRole('dialog', { name: '最近操作' });
    await panel.locator('.ld-batch').first().waitFor();
    await settled(page);
    await screenshot(page, 'review-batches');
    await panel.locator('.ld-batch').first().getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => decided().size).toBe(before);
    await press('Escape');
    await panel.waitFor({ state: 'hidden' });
  });

  it('takes back a reason and a choice before any condition', async () => {
    const { page } = desk;
    await goTo(page, `${QUEUE}&channel=promoter`);
    const condition = page.locator('.ld-chip', { hasText: '推客带货' });
    await condition.waitFor();
    await page.locator('#review-row-0').waitFor();
    await press('h', '2');
    await page.locator('.ld-ask').waitFor();
    await press('Escape');
    await page.locator('.ld-ask').waitFor({ state: 'hidden' });
    await press('Space', 'Shift+J');
    await page.getByText('已选 2 行').waitFor();
    await press('Escape');
    await page.getByText('已选 2 行').waitFor({ state: 'hidden' });
    expect(await condition.count()).toBe(1);
    await press('Escape');
    await condition.waitFor({ state: 'hidden' });
  });
});

describe('the rules', () => {
  it('hold by themselves what they are set to hold, and nothing anybody decided on', async () => {
    const { page } = desk;
    const before = decided();
    const suspicious = () =>
      books<Key>(
        `select o.order_id, o.sku_id from commission_order o left join order_review r using (order_id, sku_id)
         where refunded = 1 and (commission_status is null or commission_status not in (100, 200)) and coalesce(r.state, 'open') = 'open'`,
      );
    // Refunds are settled or cancelled within days: some day one is not yet.
    for (let tries = 0; suspicious().length === 0 && tries < 10; tries += 1) {
      await platformTime(dataDir, 3 * 86_400);
      await sync(page);
    }
    const waiting = suspicious();
    await goTo(page, 'settings');
    await page.getByLabel('付款后发生退款，且佣金尚未结算或取消').check();
    await screenshot(page, 'review-rules');
    await page.getByRole('button', { name: '保存并应用' }).click();
    await page.getByText(/规则已保存，新挂起 \d+ 行/).waitFor();
    const after = decided();
    const held = [...after].filter(([, one]) => one.reason === 'rule_refund_open').map(([name]) => name);
    expect(held.length).toBeGreaterThan(0);
    const names = waiting.map(nameOf);
    expect(held.filter((name) => !names.includes(name))).toEqual([]);
    for (const [name, what] of before) expect(after.get(name)).toEqual(what);
    await goTo(page, `${QUEUE}&review_state=held`);
    await page.locator('#review-row-0').getByText('挂起').first().waitFor();
  });

  it('ask for a second person', async () => {
    const { page } = desk;
    await goTo(page, 'settings');
    await page.getByRole('checkbox', { name: '付款后发生退款，且佣金尚未结算或取消', checked: true }).waitFor();
    await page.getByLabel(/^双人复核/).check();
    await page.getByRole('button', { name: '保存并应用' }).click();
    await page
      .getByText(/规则已保存/)
      .first()
      .waitFor();
    const asked = `${QUEUE}&review_state=open&review_state=proposed`;
    await goTo(page, asked);
    await page.locator('#review-row-0[aria-current=true]').waitFor();
    const [first] = books<Key>(
      `select o.order_id, o.sku_id from commission_order o left join order_review r using (order_id, sku_id)
       where coalesce(r.state, 'open') = 'open' order by created_at desc, o.id desc limit 1`,
    );
    const stateOf = () => decided().get(nameOf(first!))?.state;
    await press('a');
    await expect.poll(stateOf).toBe('proposed');
    await press('k', 'a');
    await page.getByText('没有需要改变的行').waitFor();
    expect(stateOf()).toBe('proposed');
    await sayWho('李敏');
    await goTo(page, asked);
    await page.getByRole('article', { name: `佣金单 ${first!.order_id}` }).waitFor();
    await press('a');
    await expect.poll(stateOf).toBe('approved');
  });

  it('leave an audit log whose chain holds', () => {
    const entries = books<Record<'detail' | 'previous_hash' | 'hash', string> & Omit<AuditEntry, 'detail'>>(
      'select * from audit_log order by entry_id',
    );
    let previous = '';
    for (const { at, staff, action, detail, previous_hash, hash } of entries) {
      expect(previous_hash).toBe(previous);
      expect(hash).toBe(auditHash(previous, { at, staff, action, detail: JSON.parse(detail) }));
      previous = hash;
    }
    const actions = new Set(entries.map(({ action }) => action));
    for (const action of ['review.approve', 'review.hold', 'review.exclude', 'review.undo', 'review.rules'])
      expect(actions).toContain(action);
    complaints.expectNone();
  });
});
