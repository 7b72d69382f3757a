import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Context } from '../../../electron/service/context.ts';
import { setAccount } from '../../../electron/service/payee/account.ts';
import { assignPromoters } from '../../../electron/service/payee/assign.ts';
import { payeeBalances } from '../../../electron/service/payee/balances.ts';
import { payeeLedger } from '../../../electron/service/payee/entries.ts';
import { payeeRows } from '../../../electron/service/payee/row.ts';
import { savePayee } from '../../../electron/service/payee/save.ts';
import { writeOff } from '../../../electron/service/payee/write-off.ts';
import { approvePayout } from '../../../electron/service/payout/approve.ts';
import { draftPayout } from '../../../electron/service/payout/draft.ts';
import { recordResult } from '../../../electron/service/payout/record.ts';
import { retryPayout } from '../../../electron/service/payout/retry.ts';
import { closedMonths } from '../../../electron/service/settlement/closed.ts';
import { reopenPeriod } from '../../../electron/service/settlement/reopen.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import { openStore, STORE_FILE, type Store } from '../../../electron/service/store/store.ts';
import type { PayoutBatch } from '../../../shared/contract/payout.ts';
import { sumFen } from '../../../shared/money.ts';
import { changeRow, freezeMonth, REFUND, shareRow, writePayers } from '../../support/payee-books.ts';
import { promoterId, randomOf, temporaryStore, writeRows } from '../../support/settlement-rows.ts';

const HISTORIES = 200;
const MONTHS = ['2026-08', '2026-09', '2026-10', '2026-11'];
const PROMOTERS = [0, 1, 3, 5].map(promoterId);

let template: Awaited<ReturnType<typeof temporaryStore>>;
beforeAll(async () => {
  template = await temporaryStore();
  writePayers(template.store, Object.fromEntries(PROMOTERS.map((id, n) => [id, { payer: n === 0 ? 0 : 1 }])));
  template.store.db.pragma('wal_checkpoint(truncate)');
});
afterAll(() => template.done());

/** Months of one institution in its own books, with everything that can happen to them. */
class History {
  readonly #store: Store;
  readonly #as: (staff: string) => Context;
  readonly #random: () => number;
  readonly #orders: string[] = [];
  #now = 2_000_000_000;

  constructor(store: Store, dataDir: string, seed: number) {
    this.#store = store;
    this.#random = randomOf(seed);
    const rest = { store, dataDir, now: () => this.#now, changed: () => {} } as unknown as Context;
    this.#as = (staff) => ({ ...rest, staff: () => staff });
  }

  async run(): Promise<void> {
    const company = savePayee(this.#as('小林'), { name: '公司', note: '', minimum_payout_fen: null });
    for (const payee_id of [company, ...PROMOTERS.map((id) => `promoter:${id}`)])
      setAccount(this.#as('小林'), {
        payee_id,
        account: { channel: 'bank', account_name: 'x', account_no: payee_id, bank: '', note: '' },
      });
    for (const period of MONTHS) {
      this.#sell(period);
      if (this.#chance(0.5)) this.#assign(company, period);
      freezeMonth(this.#store, period);
      if (this.#chance(0.6)) await this.#pay(period);
      if (this.#chance(0.4)) await this.#giveUp(period);
      for (const order of this.#orders) if (this.#chance(0.25)) this.#change(order);
      if (this.#chance(0.2)) {
        reopenPeriod(this.#store, { period, reason: 'x', staff: '小李', now: this.#now });
        this.#expectSums();
        freezeMonth(this.#store, period);
      }
      this.#expectSums();
    }
  }

  #sell(period: string): void {
    const rows = Array.from({ length: 1 + this.#below(5) }, () =>
      shareRow(period, PROMOTERS[this.#below(PROMOTERS.length)]!, this.#below(3000)),
    );
    writeRows(this.#store, rows);
    this.#orders.push(...rows.map(({ order_id }) => order_id));
  }

  /** As a sync that reads the order again: refunded, another fee, or as it was. */
  #change(order: string): void {
    this.#now += 10;
    const fee = this.#below(3000);
    const what = this.#chance(0.5)
      ? REFUND
      : `service_amount_fen = ${fee}, agency_amount_fen = ${fee}, commission_status = 100, order_status = 100, refunded = 0`;
    changeRow(this.#store, order, what, this.#now);
  }

  #assign(company: string, from_period: string): void {
    const promoter = PROMOTERS[1 + this.#below(PROMOTERS.length - 1)]!;
    assignPromoters(this.#as('小林'), {
      promoter_appids: [promoter],
      payee_id: this.#chance(0.7) ? company : null,
      from_period,
    });
  }

  async #pay(period: string): Promise<void> {
    const left = payeeBalances(this.#store, period).rows.filter(({ payable_fen }) => payable_fen > 0);
    if (left.length === 0) return;
    const drafted = await draftPayout(this.#as('小林'), { period, channel: 'bank' });
    expect(drafted.amount_fen).toBe(sumFen(left.map(({ payable_fen }) => payable_fen)));
    const batch = await approvePayout(this.#as('小王'), drafted.batch_id);
    this.#results(batch);
    if (this.#chance(0.5) && this.#retryable(batch.batch_id) > 0) {
      const again = await retryPayout(this.#as('小林'), batch.batch_id);
      this.#results(await approvePayout(this.#as('小王'), again.batch_id));
    }
  }

  #results({ batch_id, items }: PayoutBatch): void {
    for (const { payee_id, amount_fen } of items) {
      const paid_fen = [amount_fen, amount_fen, 0, this.#below(amount_fen)][this.#below(4)]!;
      recordResult(this.#as('小林'), { batch_id, payee_id, paid_fen, reference: '', failure: '' });
    }
  }

  #retryable(batchId: number): number {
    return this.#store.value<number>(
      sql`select count(*) from payout_item where batch_id = ${batchId} and state in ('failed', 'partly_paid')`,
    )!;
  }

  async #giveUp(period: string): Promise<void> {
    for (const { payee_id, closing_fen } of payeeBalances(this.#store, period).rows)
      if (closing_fen < 0)
        await writeOff(this.#as('小林'), { payee_id, period, amount_fen: 1 + this.#below(-closing_fen), reason: 'x' });
  }

  #expectSums(): void {
    const of = (query: ReturnType<typeof sql>) => this.#store.value<number>(query) ?? 0;
    const closed = closedMonths(this.#store);
    for (const { period, totals, closing_id } of closed) {
      const { rows, total } = payeeBalances(this.#store, period);
      for (const key of ['sales_fen', 'adjustments_fen', 'closing_fen', 'rows'] as const)
        expect(sumFen(rows.map((row) => row[key]))).toBe(total[key]);
      expect(total.sales_fen).toBe(totals.promoter_owed_fen);
      expect(total.adjustments_fen).toBe(totals.adjustment_owed_fen);
      expect(total.rows).toBe(
        of(sql`select count(*) from closing_line where closing_id = ${closing_id} and promoter_appid is not null`),
      );
      for (const row of rows) {
        const { opening_fen, sales_fen, adjustments_fen, write_offs_fen, paid_fen, closing_fen } = row;
        expect(opening_fen + sales_fen + adjustments_fen + write_offs_fen - paid_fen).toBe(closing_fen);
        expect(row.payable_fen).toBeLessThanOrEqual(Math.max(0, closing_fen));
      }
    }
    const booked = sumFen(closed.map(({ totals }) => totals.promoter_owed_fen + totals.adjustment_owed_fen));
    const last = closed.at(-1)?.period ?? '';
    const until = (period: string) =>
      booked -
      of(sql`select sum(paid_fen) from payout_item i join payout_batch b using (batch_id) where period <= ${period}`) +
      of(sql`select sum(amount_fen) from write_off where period <= ${period}`);
    if (last !== '') expect(payeeBalances(this.#store, last).total.closing_fen).toBe(until(last));
    // What was paid on a month that was opened again is in the ledgers, and behind the last month that is closed.
    const ledgers = payeeRows(this.#store).map(({ payee_id }) => payeeLedger(this.#store, payee_id));
    expect(sumFen(ledgers.map(({ payee }) => payee.balance_fen))).toBe(until('9999-12'));
    for (const { payee, entries } of ledgers) expect(entries.at(-1)?.balance_fen ?? 0).toBe(payee.balance_fen);
  }

  #chance(of: number): boolean {
    return this.#random() < of;
  }

  #below(limit: number): number {
    return Math.floor(this.#random() * Math.max(1, limit));
  }
}

it(`${HISTORIES} random histories in the books: statements sum to their closings, ledgers to all that was booked, paid and given up`, async () => {
  for (let seed = 1; seed <= HISTORIES; seed++) {
    const dir = join(template.dir, String(seed));
    mkdirSync(dir);
    copyFileSync(join(template.dir, STORE_FILE), join(dir, STORE_FILE));
    const store = await openStore(dir);
    // Nobody pulls the plug here: waiting for the disk after each of some 10,000 deeds would take minutes.
    const quick = { ...store, durably: store.transaction };
    try {
      await new History(quick, dir, seed).run();
    } catch (error) {
      throw new Error(`history ${seed}`, { cause: error });
    } finally {
      store.close();
    }
  }
}, 300_000);
