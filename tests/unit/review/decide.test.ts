import { describe, expect, it } from 'vitest';
import { recentBatches } from '../../../electron/service/review/batches.ts';
import { decide, previewDecision } from '../../../electron/service/review/decide.ts';
import { setRules } from '../../../electron/service/review/hold.ts';
import { addNote, removeNote } from '../../../electron/service/review/note.ts';
import { allTags, tagRows } from '../../../electron/service/review/tag.ts';
import { undo } from '../../../electron/service/review/undo.ts';
import { auditHash } from '../../../electron/service/store/audit.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import { openStore } from '../../../electron/service/store/store.ts';
import { orderFilter } from '../../../shared/contract/order-filter.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import type { ReviewRules } from '../../../shared/contract/review.ts';
import { type TestDesk, testDesk } from '../../support/desk-context.ts';
import { addOrder, keyOf, keysOf, stateOf } from './rows.ts';

const NO_RULES: ReviewRules = {
  difference_fen: null,
  refund_open: false,
  self_purchase: null,
  rate_jump_ppm: null,
  two_person: false,
};

async function deskOf(count: number): Promise<TestDesk> {
  const desk = await testDesk();
  for (let n = 0; n < count; n += 1) addOrder(desk.store, n, { shop_appid: n % 2 ? 'wxodd' : 'wxeven' });
  return desk;
}

const as = (desk: TestDesk, staff: string): TestDesk => ({ ...desk, staff: () => staff });

function refusal(work: () => unknown): [code: string, params: Record<string, unknown>] {
  try {
    work();
  } catch (error) {
    if (error instanceof DeskError) return [error.code, error.params];
    throw error;
  }
  throw new Error('was not refused');
}

describe('a decision', () => {
  it('is for named rows, with reason and words, and once is enough', async () => {
    const desk = await deskOf(3);
    const hold = { action: 'hold', reason: 'merchant', note: '等商家回复', target: keysOf(0, 1) } as const;
    expect(decide(desk, hold)).toEqual({ batch_id: 1, changed: 2, unchanged: 0 });
    expect(desk.topics).toEqual(['reviews']);
    expect([0, 1, 2].map((n) => stateOf(desk.store, n))).toEqual(['held merchant', 'held merchant', 'open']);
    expect(decide(desk, { ...hold, target: keysOf(0, 1, 2) })).toEqual({ batch_id: 2, changed: 1, unchanged: 2 });
    expect(decide(desk, hold)).toEqual({ batch_id: null, changed: 0, unchanged: 2 });
    expect(decide(desk, { ...hold, reason: 'other', note: undefined }).changed).toBe(2);
    expect(decide(desk, { action: 'approve', target: keysOf(1) }).changed).toBe(1);
    expect(stateOf(desk.store, 1)).toBe('approved');
    expect(decide(desk, { action: 'reopen', target: keysOf(1) }).changed).toBe(1);
    expect(decide(desk, { action: 'reopen', target: keysOf(1) }).changed).toBe(0);
  });

  it('takes all rows of a filter, in the one that it changes too', async () => {
    const desk = await deskOf(10);
    const target = { filter: orderFilter.parse({ shop_appid: ['wxodd'], review_state: ['open'] }) };
    expect(decide(desk, { action: 'approve', target })).toMatchObject({ changed: 5, unchanged: 0 });
    expect(decide(desk, { action: 'approve', target })).toEqual({ batch_id: null, changed: 0, unchanged: 0 });
    expect([0, 1].map((n) => stateOf(desk.store, n))).toEqual(['open', 'approved']);
  });

  it('needs a reason of its own, and orders that are known', async () => {
    const desk = await deskOf(1);
    const target = keysOf(0);
    expect(refusal(() => decide(desk, { action: 'hold', target }))[0]).toBe('review.reason_missing');
    expect(refusal(() => decide(desk, { action: 'hold', reason: 'fraud', target }))[0]).toBe('review.reason_missing');
    expect(refusal(() => decide(desk, { action: 'hold', reason: 'rule_difference', target }))[0]).toBe(
      'review.reason_missing',
    );
    expect(refusal(() => decide(desk, { action: 'exclude', reason: 'merchant', target }))[0]).toBe(
      'review.reason_missing',
    );
    expect(refusal(() => decide(desk, { action: 'approve', target: keysOf(0, 7) }))).toEqual([
      'order.unknown',
      keyOf(7),
    ]);
    expect(decide(desk, { action: 'approve', target: keysOf(0, 0) })).toMatchObject({ changed: 1 });
    expect(recentBatches(desk.store, 10)).toHaveLength(1);
  });

  it('is previewed without being made', async () => {
    const desk = await deskOf(4);
    decide(desk, { action: 'hold', reason: 'other', target: keysOf(0) });
    const target = { filter: orderFilter.parse({}) };
    expect(previewDecision(desk, { action: 'hold', target })).toEqual({
      rows: 4,
      changing: 3,
      by_state: [
        { state: 'open', rows: 3 },
        { state: 'held', rows: 1 },
      ],
      actual_payment_fen: 40_000,
      service_amount_fen: 4000,
      net_fen: 1600,
      own_proposals: 0,
    });
    expect(previewDecision(desk, { action: 'hold', reason: 'merchant', target }).changing).toBe(4);
    expect(previewDecision(desk, { action: 'hold', reason: 'other', target }).changing).toBe(3);
    expect(recentBatches(desk.store, 10)).toHaveLength(1);
  });

  it('stands after a restart and can be taken back then', async () => {
    const desk = await deskOf(2);
    decide(desk, { action: 'exclude', reason: 'fraud', target: keysOf(0, 1) });
    desk.store.close();
    const store = await openStore(desk.dataDir);
    const again = { ...desk, store };
    expect(stateOf(store, 1)).toBe('excluded fraud');
    expect(undo(again, {})).toMatchObject({ changed: 2 });
    expect(stateOf(store, 1)).toBe('open');
    store.close();
  });

  it('goes to the audit log with counts, reason and the hash of its keys', async () => {
    const desk = await deskOf(2);
    decide(desk, { action: 'hold', reason: 'merchant', target: keysOf(1, 0) });
    undo(desk, {});
    const entries = desk.store.all<{
      at: number;
      staff: string;
      action: string;
      detail: string;
      previous_hash: string;
      hash: string;
    }>(sql`select at, staff, action, detail, previous_hash, hash from audit_log order by entry_id`);
    const [held, undone] = entries.map(({ action, detail }) => ({ action, ...JSON.parse(detail) }));
    expect(held).toMatchObject({ action: 'review.hold', rows: 2, reason: 'merchant' });
    expect(held.keys_sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(undone).toMatchObject({ action: 'review.undo', undoes: 1, keys_sha256: held.keys_sha256 });
    for (const { previous_hash, hash, ...entry } of entries)
      expect(auditHash(previous_hash, { ...entry, detail: JSON.parse(entry.detail) })).toBe(hash);
  });
});

describe('the two-person rule', () => {
  it('takes an approval of two different people', async () => {
    const desk = await deskOf(2);
    await setRules(desk, { ...NO_RULES, two_person: true });
    const [lin, chen] = [as(desk, '小林'), as(desk, '陈')];
    const approve = { action: 'approve', target: keysOf(0) } as const;
    expect(decide(lin, approve).changed).toBe(1);
    expect(stateOf(desk.store, 0)).toBe('proposed');
    expect(previewDecision(lin, approve)).toMatchObject({ changing: 0, own_proposals: 1 });
    expect(decide(lin, approve)).toEqual({ batch_id: null, changed: 0, unchanged: 1 });
    expect(previewDecision(chen, approve)).toMatchObject({ changing: 1, own_proposals: 0 });
    decide(chen, approve);
    expect(stateOf(desk.store, 0)).toBe('approved');
    // Taken back, it is again the first person's proposal.
    undo(chen, {});
    expect(stateOf(desk.store, 0)).toBe('proposed');
    expect(decide(lin, approve).changed).toBe(0);
    expect(refusal(() => decide(as(desk, ''), approve))[0]).toBe('review.staff_missing');
    expect(decide(as(desk, ''), { ...approve, action: 'hold', reason: 'other' }).changed).toBe(1);
  });

  it('once lifted lets one person approve what was proposed', async () => {
    const desk = await deskOf(1);
    await setRules(desk, { ...NO_RULES, two_person: true });
    decide(desk, { action: 'approve', target: keysOf(0) });
    await setRules(desk, NO_RULES);
    decide(desk, { action: 'approve', target: keysOf(0) });
    expect(stateOf(desk.store, 0)).toBe('approved');
  });
});

describe('undo', () => {
  it('goes back act by act, and an undo can be taken back', async () => {
    const desk = await deskOf(1);
    decide(desk, { action: 'hold', reason: 'other', target: keysOf(0) });
    decide(desk, { action: 'approve', target: keysOf(0) });
    const first = undo(desk, {});
    expect(stateOf(desk.store, 0)).toBe('held other');
    undo(desk, {});
    expect(stateOf(desk.store, 0)).toBe('open');
    expect(refusal(() => undo(desk, {}))[0]).toBe('review.nothing_to_undo');
    // The approval stood on the hold, so it cannot come back before it.
    expect(refusal(() => undo(desk, { batch_id: first.batch_id! }))).toEqual(['review.later_decision', { rows: 1 }]);
    undo(desk, { batch_id: 4 });
    undo(desk, { batch_id: first.batch_id! });
    expect(stateOf(desk.store, 0)).toBe('approved');
    expect(recentBatches(desk.store, 10).map(({ batch_id, undone, undoable }) => [batch_id, undone, undoable])).toEqual(
      [
        [6, false, true],
        [5, false, false],
        [4, true, false],
        [3, true, false],
        [2, false, true],
        [1, false, false],
      ],
    );
    undo(desk, {});
    expect(stateOf(desk.store, 0)).toBe('held other');
  });

  it('is refused where somebody decided later, naming how many rows, and changes nothing', async () => {
    const desk = await deskOf(3);
    const { batch_id } = decide(desk, { action: 'approve', target: keysOf(0, 1, 2) });
    decide(as(desk, '陈'), { action: 'exclude', reason: 'fraud', target: keysOf(1, 2) });
    expect(refusal(() => undo(desk, {}))).toEqual(['review.later_decision', { rows: 2 }]);
    expect(refusal(() => undo(desk, { batch_id: batch_id! }))).toEqual(['review.later_decision', { rows: 2 }]);
    expect([0, 1].map((n) => stateOf(desk.store, n))).toEqual(['approved', 'excluded fraud']);
    undo(as(desk, '陈'), {});
    expect(undo(desk, {}).changed).toBe(3);
  });

  it('is of this person unless a batch is named, and never twice of the same', async () => {
    const desk = await deskOf(1);
    const { batch_id } = decide(as(desk, '陈'), { action: 'approve', target: keysOf(0) });
    expect(refusal(() => undo(desk, {}))[0]).toBe('review.nothing_to_undo');
    expect(undo(desk, { batch_id: batch_id! }).changed).toBe(1);
    expect(refusal(() => undo(desk, { batch_id: batch_id! }))).toEqual(['review.nothing_to_undo', { batch_id }]);
    expect(refusal(() => undo(desk, { batch_id: 99 }))[0]).toBe('review.nothing_to_undo');
  });

  it('brings tags and notes back without touching decisions', async () => {
    const desk = await deskOf(2);
    tagRows(desk, { target: keysOf(0), add: ['b'], remove: [] });
    const tagged = tagRows(desk, { target: keysOf(0, 1), add: ['a', 'b'], remove: ['c'] });
    expect(tagged).toMatchObject({ changed: 2, unchanged: 0 });
    const note = addNote(desk, { target: keysOf(0, 1), text: 'ＡＢＣ 复核' });
    decide(desk, { action: 'approve', target: keysOf(0) });
    expect(allTags(desk.store)).toEqual([
      { tag: 'a', rows: 2 },
      { tag: 'b', rows: 2 },
    ]);
    undo(desk, { batch_id: tagged.batch_id! });
    expect(allTags(desk.store)).toEqual([{ tag: 'b', rows: 1 }]);
    const notes = () =>
      desk.store.all(sql`select note_id, folded, removed_at is null as stands from order_note order by note_id`);
    expect(notes()).toEqual([
      { note_id: 1, folded: 'abc 复核', stands: 1 },
      { note_id: 2, folded: 'abc 复核', stands: 1 },
    ]);
    const removed = removeNote(desk, { note_id: 1 });
    expect(removeNote(desk, { note_id: 1 })).toEqual({ batch_id: null, changed: 0, unchanged: 1 });
    expect(refusal(() => undo(desk, { batch_id: note.batch_id! }))).toEqual(['review.later_decision', { rows: 1 }]);
    undo(desk, { batch_id: removed.batch_id! });
    undo(desk, { batch_id: note.batch_id! });
    expect(notes()).toMatchObject([{ stands: 0 }, { stands: 0 }]);
    expect(stateOf(desk.store, 0)).toBe('approved');
  });

  it('keeps, per row and fact, a chain of entries from which any past state follows', async () => {
    const desk = await deskOf(1);
    tagRows(desk, { target: keysOf(0), add: ['x'], remove: [] });
    decide(desk, { action: 'hold', reason: 'other', note: '问', target: keysOf(0) });
    undo(desk, {});
    tagRows(desk, { target: keysOf(0), add: ['y'], remove: ['x'] });
    const entries = desk.store.all(sql`select batch_id, before, after from review_entry order by batch_id`);
    const held = { state: 'held', reason: 'other', note: '问', at: desk.time, by: '小林', batch: 2 };
    expect(entries).toEqual([
      { batch_id: 1, before: '[]', after: '["x"]' },
      { batch_id: 2, before: null, after: JSON.stringify(held) },
      { batch_id: 3, before: JSON.stringify(held), after: null },
      { batch_id: 4, before: '["x"]', after: '["y"]' },
    ]);
  });
});

it('acts on tens of thousands of rows of a filter at once', async () => {
  const COUNT = 20_000;
  const desk = await testDesk();
  desk.store.transaction(() => {
    for (let n = 0; n < COUNT; n += 1) addOrder(desk.store, n);
  });
  const target = { filter: orderFilter.parse({ channel: ['promoter'] }) };
  expect(decide(desk, { action: 'hold', reason: 'merchant', target }).changed).toBe(COUNT);
  expect(tagRows(desk, { target, add: ['季度'], remove: [] }).changed).toBe(COUNT);
  expect(addNote(desk, { target, text: '整批挂起' }).changed).toBe(COUNT);
  for (let step = 0; step < 3; step += 1) expect(undo(desk, {}).changed).toBe(COUNT);
  expect(desk.store.value(sql`select count(*) from order_review`)).toBe(0);
}, 60_000);
