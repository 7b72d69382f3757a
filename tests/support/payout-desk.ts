import { setAccount } from '../../electron/service/payee/account.ts';
import { approvePayout } from '../../electron/service/payout/approve.ts';
import { draftPayout } from '../../electron/service/payout/draft.ts';
import type { PayoutBatch } from '../../shared/contract/payout.ts';
import { type TestDesk, testDesk } from './desk-context.ts';
import { freezeMonth, shareRow, writePayers } from './payee-books.ts';
import { writeRows } from './settlement-rows.ts';

/** Two persons at one desk, whose promoters `wxa`, `wxb`, `wxc` are owed 500, 300 and 100 fen for 2026-10. */
export interface PayoutDesk {
  /** 小林, who drafts. */
  maker: TestDesk;
  /** 小王, who approves. */
  approver: TestDesk;
  /** Drafted and approved: everybody with an account. */
  approved(): Promise<PayoutBatch>;
}

export const PAYOUT_MONTH = '2026-10';

export const ACCOUNTS = {
  'promoter:wxa': { account_name: '李青', account_no: '6222021234567890123', bank: '工商银行杭州支行' },
  'promoter:wxb': { account_name: '王橙', account_no: '6222021234567890124', bank: '' },
  'promoter:wxc': { account_name: '=陈', account_no: '95588', bank: '招商银行' },
} as const;

export async function payoutDesk(): Promise<PayoutDesk> {
  const maker = await testDesk();
  const approver: TestDesk = { ...maker, staff: () => '小王' };
  writePayers(maker.store, { wxa: { payer: 1 }, wxb: { payer: 1, name: '-' }, wxc: { payer: 1 } });
  writeRows(maker.store, [
    shareRow(PAYOUT_MONTH, 'wxa', 1000),
    shareRow(PAYOUT_MONTH, 'wxb', 600),
    shareRow(PAYOUT_MONTH, 'wxc', 200),
  ]);
  freezeMonth(maker.store, PAYOUT_MONTH);
  for (const [payee_id, account] of Object.entries(ACCOUNTS)) giveAccount(maker, payee_id, account);
  return {
    maker,
    approver,
    async approved() {
      const { batch_id } = await draftPayout(maker, { period: PAYOUT_MONTH, channel: 'bank' });
      return approvePayout(approver, batch_id);
    },
  };
}

export function giveAccount(
  desk: TestDesk,
  payee_id: string,
  account: { account_name: string; account_no: string; bank: string },
): void {
  setAccount(desk, { payee_id, account: { ...account, channel: 'bank', note: '' } });
}
