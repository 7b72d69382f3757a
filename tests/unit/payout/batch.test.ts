import { beforeEach, describe, expect, it } from 'vitest';
import { removeAccount } from '../../../electron/service/payee/account.ts';
import { payeeBalances } from '../../../electron/service/payee/balances.ts';
import { setMinimum } from '../../../electron/service/payee/minimum.ts';
import { approvePayout } from '../../../electron/service/payout/approve.ts';
import { batchesOf, payoutBatch } from '../../../electron/service/payout/batch.ts';
import { cancelPayout } from '../../../electron/service/payout/cancel.ts';
import { draftPayout } from '../../../electron/service/payout/draft.ts';
import { payoutPlan } from '../../../electron/service/payout/plan.ts';
import { recordResult } from '../../../electron/service/payout/record.ts';
import { retryPayout } from '../../../electron/service/payout/retry.ts';
import { batchState } from '../../../electron/service/payout/state.ts';
import { reopenPeriod } from '../../../electron/service/settlement/reopen.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import type { TestDesk } from '../../support/desk-context.ts';
import { changeRow, freezeMonth, REFUND, shareRow } from '../../support/payee-books.ts';
import { ACCOUNTS, giveAccount, PAYOUT_MONTH, type PayoutDesk, payoutDesk } from '../../support/payout-desk.ts';
import { writeRows } from '../../support/settlement-rows.ts';

let desk: PayoutDesk;
let maker: TestDesk;
let approver: TestDesk;
beforeEach(async () => {
  desk = await payoutDesk();
  ({ maker, approver } = desk);
});

const draft = (payee_ids?: string[], period = PAYOUT_MONTH) =>
  draftPayout(maker, { period, channel: 'bank', payee_ids });
const amounts = (batch: { items: { payee_id: string; amount_fen: number }[] }) =>
  batch.items.map(({ payee_id, amount_fen }) => [payee_id, amount_fen]);
const record = (batch_id: number, payee_id: string, paid_fen: number, failure = '') =>
  recordResult(maker, { batch_id, payee_id, paid_fen, reference: paid_fen ? 'T9' : '', failure });

describe('a draft', () => {
  it('holds everything payable with an account, and says what it leaves out', async () => {
    removeAccount(maker, { payee_id: 'promoter:wxc', channel: 'bank' });
    const wish = { period: PAYOUT_MONTH, channel: 'bank' as const };
    expect(payoutPlan(maker.store, wish)).toEqual({
      payees: 2,
      amount_fen: 800,
      left_out: [{ payee_id: 'promoter:wxc', name: '阿青', amount_fen: 100, reason: 'no_account' }],
    });
    const batch = await draft();
    expect(batch).toMatchObject({ state: 'draft', made_by: '小林', amount_fen: 800, paid_fen: 0, approved_by: null });
    expect(batch.items).toMatchObject([
      { payee_id: 'promoter:wxa', amount_fen: 500, state: 'waiting', hint: '0123', remark: `LD${batch.batch_id}-1` },
      { payee_id: 'promoter:wxb', amount_fen: 300, hint: '0124', remark: `LD${batch.batch_id}-2` },
    ]);
    expect(batchesOf(maker.store, PAYOUT_MONTH)).toEqual([batch]);
    expect(maker.topics).toContain('payees');
  });

  it('does not take the same money twice, and says where it is', async () => {
    const first = await draft(['promoter:wxa']);
    expect(amounts(await draft())).toEqual([
      ['promoter:wxb', 300],
      ['promoter:wxc', 100],
    ]);
    await expect(draft()).rejects.toMatchObject({ code: 'payout.nothing_payable' });
    expect(payoutPlan(maker.store, { period: PAYOUT_MONTH, channel: 'bank' }).left_out).toHaveLength(3);
    expect(payeeBalances(maker.store, PAYOUT_MONTH).rows[0]).toMatchObject({ payable_fen: 500, in_payout_fen: 500 });
    cancelPayout(maker, { batch_id: first.batch_id, reason: '重做' });
    expect(amounts(await draft())).toEqual([['promoter:wxa', 500]]);
  });

  it('of a later month takes only what the batches of earlier ones leave', async () => {
    writeRows(maker.store, [shareRow('2026-11', 'wxa', 200)]);
    freezeMonth(maker.store, '2026-11');
    await draft(['promoter:wxa']);
    expect(amounts(await draft(['promoter:wxa'], '2026-11'))).toEqual([['promoter:wxa', 100]]);
    await expect(draft(['promoter:wxa'])).rejects.toThrow('payout.nothing_payable');
  });

  it('of an earlier month leaves the money of later ones alone', async () => {
    writeRows(maker.store, [shareRow('2026-11', 'wxa', 200)]);
    freezeMonth(maker.store, '2026-11');
    const later = await draft(['promoter:wxa'], '2026-11');
    expect(amounts(later)).toEqual([['promoter:wxa', 600]]);
    await expect(draft(['promoter:wxa'])).rejects.toThrow('payout.nothing_payable');
  });

  it('waits for the minimum', async () => {
    setMinimum(maker, 300);
    expect(amounts(await draft())).toEqual([
      ['promoter:wxa', 500],
      ['promoter:wxb', 300],
    ]);
  });

  it('needs a closed month and a name', async () => {
    await expect(draft(undefined, '2026-11')).rejects.toThrow('period.open');
    await expect(
      draftPayout({ ...maker, staff: () => ' ' }, { period: PAYOUT_MONTH, channel: 'bank' }),
    ).rejects.toThrow('payout.staff_missing');
    expect(maker.store.value(sql`select count(*) from payout_batch`)).toBe(0);
  });

  it('keeps its amounts and accounts as they were drafted', async () => {
    await draft();
    expect(() => maker.store.run(sql`update payout_item set amount_fen = 1`)).toThrow('append-only');
    expect(() => maker.store.run(sql`update payout_item set sealed = x'01'`)).toThrow('append-only');
    expect(() => maker.store.run(sql`delete from payout_item`)).toThrow('append-only');
  });
});

describe('approval', () => {
  it('is the word of another person, however the same name is written', async () => {
    const { batch_id } = await draft();
    await expect(approvePayout(maker, batch_id)).rejects.toMatchObject({
      code: 'payout.second_person',
      params: { made_by: '小林' },
    });
    await expect(approvePayout({ ...maker, staff: () => '小 林 ' }, batch_id)).rejects.toThrow('payout.second_person');
    await expect(approvePayout({ ...maker, staff: () => '' }, batch_id)).rejects.toThrow('payout.staff_missing');
    expect(payoutBatch(maker.store, batch_id).state).toBe('draft');
    expect(await approvePayout(approver, batch_id)).toMatchObject({ state: 'approved', approved_by: '小王' });
    await expect(approvePayout(approver, batch_id)).rejects.toThrow('payout.not_draft');
    await expect(approvePayout(approver, 99)).rejects.toThrow('payout.unknown');
  });

  it('is refused when a balance fell since the draft', async () => {
    const { batch_id } = await draft();
    const order = maker.store.value<string>(sql`select order_id from commission_order where promoter_appid = 'wxb'`)!;
    changeRow(maker.store, order, REFUND, 2_000_000_000);
    freezeMonth(maker.store, '2026-11');
    await expect(approvePayout(approver, batch_id)).rejects.toMatchObject({
      code: 'payout.balance_changed',
      params: { payees: 1, first: '- wxb' },
    });
    cancelPayout(maker, { batch_id, reason: '余额变了' });
    const again = await draft();
    expect(amounts(again)).toEqual([
      ['promoter:wxa', 500],
      ['promoter:wxc', 100],
    ]);
    expect((await approvePayout(approver, again.batch_id)).state).toBe('approved');
  });

  it('is refused when the month was opened again, or an account changed since the draft', async () => {
    const { batch_id } = await draft();
    giveAccount(maker, 'promoter:wxa', { ...ACCOUNTS['promoter:wxa'], account_no: '6222021234567890999' });
    await expect(approvePayout(approver, batch_id)).rejects.toMatchObject({
      code: 'payout.account_changed',
      params: { payees: 1 },
    });
    reopenPeriod(maker.store, { period: PAYOUT_MONTH, reason: 'x', staff: '小李', now: 1 });
    await expect(approvePayout(approver, batch_id)).rejects.toThrow('period.open');
  });

  it('counts other batches of the same money, not the batch itself', async () => {
    writeRows(maker.store, [shareRow('2026-11', 'wxa', 200)]);
    freezeMonth(maker.store, '2026-11');
    const first = await draft(['promoter:wxa']);
    const second = await draft(['promoter:wxa'], '2026-11');
    expect((await approvePayout(approver, second.batch_id)).state).toBe('approved');
    expect((await approvePayout(approver, first.batch_id)).state).toBe('approved');
  });
});

describe('results', () => {
  it('are paid, paid in part or failed, and so is the batch once all have one', async () => {
    const { batch_id } = await desk.approved();
    expect(record(batch_id, 'promoter:wxa', 500).state).toBe('approved');
    record(batch_id, 'promoter:wxb', 120);
    const done = record(batch_id, 'promoter:wxc', 0, '账号不存在');
    expect(done).toMatchObject({ state: 'partly_paid', paid_fen: 620, retryable: 2 });
    expect(done.items).toMatchObject([
      { state: 'paid', paid_fen: 500, reference: 'T9', paid_at: maker.time },
      { state: 'partly_paid', paid_fen: 120 },
      { state: 'failed', paid_fen: 0, paid_at: null, failure: '账号不存在' },
    ]);
    expect(payeeBalances(maker.store, PAYOUT_MONTH).total).toMatchObject({ paid_fen: 620, closing_fen: 280 });
  });

  it('cannot be more than drafted, nor of a batch nobody approved, nor of somebody else', async () => {
    const { batch_id } = await draft();
    expect(() => record(batch_id, 'promoter:wxa', 1)).toThrow('payout.not_approved');
    await approvePayout(approver, batch_id);
    expect(() => record(batch_id, 'promoter:wxa', 501)).toThrow('payout.more_than_drafted');
    expect(() => record(batch_id, 'promoter:nobody', 1)).toThrow('payee.unknown');
    expect(() =>
      recordResult(
        { ...maker, staff: () => '' },
        { batch_id, payee_id: 'promoter:wxa', paid_fen: 1, reference: '', failure: '' },
      ),
    ).toThrow('payout.staff_missing');
  });

  it('can be put right until the payment is tried again; the audit log keeps both', async () => {
    const { batch_id } = await desk.approved();
    record(batch_id, 'promoter:wxa', 500);
    record(batch_id, 'promoter:wxa', 0, '退汇');
    expect(payeeBalances(maker.store, PAYOUT_MONTH).total.paid_fen).toBe(0);
    const retry = await retryPayout(maker, batch_id);
    expect(() => record(batch_id, 'promoter:wxa', 500)).toThrow(
      expect.objectContaining({
        code: 'payout.retried',
        params: expect.objectContaining({ retried_by: retry.batch_id }),
      }),
    );
    expect(
      maker.store
        .all<{ detail: string }>(sql`select detail from audit_log where action = 'payout.record'`)
        .map(({ detail }) => JSON.parse(detail).before),
    ).toEqual([
      { state: 'waiting', paid_fen: 0 },
      { state: 'paid', paid_fen: 500 },
    ]);
  });

  it('stay when the month is opened again, and can still be recorded', async () => {
    const { batch_id } = await desk.approved();
    reopenPeriod(maker.store, { period: PAYOUT_MONTH, reason: 'x', staff: '小李', now: 1 });
    expect(record(batch_id, 'promoter:wxa', 500).items[0]).toMatchObject({ state: 'paid' });
  });
});

describe('a retry', () => {
  it('takes what failed and the rest of what was paid in part, however little, and is approved like any batch', async () => {
    setMinimum(maker, 90);
    const first = await desk.approved();
    record(first.batch_id, 'promoter:wxa', 500);
    record(first.batch_id, 'promoter:wxb', 299);
    record(first.batch_id, 'promoter:wxc', 0, '退汇');
    const retry = await retryPayout(maker, first.batch_id);
    expect(retry).toMatchObject({ state: 'draft', made_by: '小林', amount_fen: 101 });
    expect(amounts(retry)).toEqual([
      ['promoter:wxb', 1],
      ['promoter:wxc', 100],
    ]);
    expect(retry.items[0]!.retry_of).toBe(first.batch_id);
    expect(payoutBatch(maker.store, first.batch_id)).toMatchObject({
      retryable: 0,
      items: [{ retried_by: null }, { retried_by: retry.batch_id }, { retried_by: retry.batch_id }],
    });
    await expect(retryPayout(maker, first.batch_id)).rejects.toThrow('payout.nothing_to_retry');
    await expect(approvePayout(maker, retry.batch_id)).rejects.toThrow('payout.second_person');
    await approvePayout(approver, retry.batch_id);
    record(retry.batch_id, 'promoter:wxb', 1);
    record(retry.batch_id, 'promoter:wxc', 0, '又退汇');
    const third = await retryPayout(maker, retry.batch_id);
    expect(amounts(third)).toEqual([['promoter:wxc', 100]]);
    expect(payeeBalances(maker.store, PAYOUT_MONTH).total).toMatchObject({ paid_fen: 800, closing_fen: 100 });
  });

  it('goes to the account of now, and can be made again when it was cancelled', async () => {
    const { batch_id } = await desk.approved();
    record(batch_id, 'promoter:wxa', 0, '账号不存在');
    const wrong = await retryPayout(maker, batch_id);
    cancelPayout(maker, { batch_id: wrong.batch_id, reason: '账号还没改' });
    giveAccount(maker, 'promoter:wxa', { ...ACCOUNTS['promoter:wxa'], account_no: '6222021234567890777' });
    expect((await retryPayout(maker, batch_id)).items).toMatchObject([{ hint: '0777', amount_fen: 500 }]);
  });

  it('pays no more than is still owed', async () => {
    const { batch_id } = await desk.approved();
    record(batch_id, 'promoter:wxa', 0, '退汇');
    const order = maker.store.value<string>(sql`select order_id from commission_order where promoter_appid = 'wxa'`)!;
    changeRow(maker.store, order, 'service_amount_fen = 400, agency_amount_fen = 400', 2_000_000_000);
    freezeMonth(maker.store, '2026-11');
    expect(amounts(await retryPayout(maker, batch_id))).toEqual([['promoter:wxa', 200]]);
  });
});

describe('cancelling', () => {
  it('needs that nothing has a result, keeps the reason and frees the money', async () => {
    const { batch_id } = await desk.approved();
    const cancelled = cancelPayout(maker, { batch_id, reason: '银行维护' });
    expect(cancelled).toMatchObject({ state: 'cancelled', cancelled_reason: '银行维护', cancelled_by: '小林' });
    expect(() => cancelPayout(maker, { batch_id, reason: 'x' })).toThrow('payout.cancelled');
    expect(() => record(batch_id, 'promoter:wxa', 1)).toThrow('payout.not_approved');
    const second = await desk.approved();
    record(second.batch_id, 'promoter:wxa', 500);
    expect(() => cancelPayout(maker, { batch_id: second.batch_id, reason: 'x' })).toThrow(
      expect.objectContaining({ code: 'payout.has_results', params: { batch_id: second.batch_id, done: 1 } }),
    );
  });
});

it('a batch is paid or failed when all of it is, and waits while any payment waits', () => {
  const states = (...all: ('waiting' | 'paid' | 'failed' | 'partly_paid')[]) =>
    batchState(
      { approved_at: 1, cancelled_at: null },
      all.map((state) => ({ state })),
    );
  expect(states('waiting', 'paid')).toBe('approved');
  expect(states('paid', 'paid')).toBe('paid');
  expect(states('failed', 'failed')).toBe('failed');
  expect(states('failed', 'paid')).toBe('partly_paid');
  expect(batchState({ approved_at: null, cancelled_at: null }, [{ state: 'waiting' }])).toBe('draft');
  expect(batchState({ approved_at: 1, cancelled_at: 2 }, [{ state: 'waiting' }])).toBe('cancelled');
});

it('every deed of a batch stands in the audit log with who did it', async () => {
  const { batch_id } = await desk.approved();
  record(batch_id, 'promoter:wxa', 0, '退汇');
  await retryPayout(maker, batch_id);
  const deeds = maker.store.all<{ action: string; staff: string }>(
    sql`select action, staff from audit_log where action like 'payout.%' order by entry_id`,
  );
  expect(deeds).toEqual([
    { action: 'payout.draft', staff: '小林' },
    { action: 'payout.approve', staff: '小王' },
    { action: 'payout.record', staff: '小林' },
    { action: 'payout.retry', staff: '小林' },
  ]);
});
