import { expect, it } from 'vitest';
import { statementMessage as messageOf } from '../../../electron/service/statement/message.ts';
import type { Statement } from '../../../electron/service/statement/statement.ts';

const PROOF = { hash: 'abcdef0123456789', fingerprint: '1f2e 3d4c 5b6a 7988' };
const statementMessage = (of: Statement) => messageOf(of, PROOF);
const NOTHING = {
  rows: 0,
  orders: 0,
  actual_payment_fen: 0,
  service_amount_fen: 0,
  platform_amount_fen: 0,
  promoter_platform_fen: 0,
  promoter_owed_fen: 0,
  net_fen: 0,
};
const statement = (change: Partial<Statement> = {}): Statement => ({
  scope: 'payee',
  period: '2026-10',
  recipient: { id: 'promoter:wx1', shown_id: 'wx1', name: '阿青' },
  institution: { name: '青禾带货机构', app_id: 'wx' },
  state: 'closed',
  closing: { number: 1, at: 0, by: '小李', hash: 'abcdef0123456789' },
  known_as_of: 1_793_500_000,
  sums: { ...NOTHING, rows: 13, orders: 12, actual_payment_fen: 123_400, promoter_owed_fen: 12_345, net_fen: 99_999 },
  adjustments: NOTHING,
  unsettled: NOTHING,
  balance: null,
  columns: [],
  groups: [],
  lines: () => [],
  unsettledLines: () => [],
  ...change,
});
const balance = {
  payee_id: 'promoter:wx1',
  name: '阿青',
  promoters: 1,
  rows: 13,
  opening_fen: -500,
  sales_fen: 12_345,
  adjustments_fen: -1200,
  write_offs_fen: 0,
  paid_fen: 0,
  closing_fen: 10_645,
  payable_fen: 10_645,
  carried: null,
  in_payout_fen: 0,
  platform_fen: 0,
};

it('greets by the shown name and says period, sales, corrections, what is carried over and payable', () => {
  const text = statementMessage(statement({ balance, adjustments: { ...NOTHING, rows: 2, promoter_owed_fen: -1200 } }));
  expect(text.split('\n')).toEqual([
    '阿青，您好：',
    '2026-10 的结算单已确定（数据截至 2026-11-01 10:26:40）。',
    '',
    '订单：12 个（佣金单 13 张），可分佣金额 1,234.00 元',
    '机构付佣金：123.45 元',
    '更正与扣回：-12.00 元（2 行，涉及已关账的月份）',
    '上期结转：-5.00 元',
    '本期应付：106.45 元',
    '',
    expect.stringContaining('明细校验值前 12 位 abcdef012345 与签名密钥指纹 1f2e 3d4c 5b6a 7988'),
    '青禾带货机构',
  ]);
  expect(text).not.toContain('999.99');
});

it('says why nothing is paid', () => {
  const low = { ...balance, payable_fen: 0, carried: 'minimum' as const };
  expect(statementMessage(statement({ balance: low }))).toContain('结余 106.45 元 未达到起付金额，结转下期。');
  const owing = { ...balance, closing_fen: -300, payable_fen: 0, carried: 'negative' as const };
  expect(statementMessage(statement({ balance: owing }))).toContain('结余 -3.00 元，将从以后的佣金中扣回。');
});

it('says of an open month that its figures may change, and keeps estimates apart', () => {
  const text = statementMessage(
    statement({ state: 'open', closing: null, known_as_of: null, unsettled: { ...NOTHING, rows: 4 } }),
  );
  expect(text).toContain('以下是 2026-10 的结算情况，尚未关账，数字仍可能变化。');
  expect(text).toContain('另有 4 张佣金单尚未结算，未计入以上金额。');
  expect(text).not.toContain('应付');
});

it('tells a merchant of the service fee and of nothing that is not his', () => {
  const sums = {
    ...NOTHING,
    rows: 3,
    orders: 3,
    service_amount_fen: 900,
    platform_amount_fen: 100,
    promoter_owed_fen: 77,
  };
  const text = statementMessage(
    statement({ scope: 'merchant', recipient: { id: 'wxs', shown_id: 'wxs', name: '山野茶铺' }, sums }),
  );
  expect(text).toContain('服务费净额：9.00 元');
  expect(text).toContain('平台技术服务费：1.00 元');
  expect(text).not.toContain('0.77');
});
