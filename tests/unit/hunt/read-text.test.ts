import { describe, expect, it } from 'vitest';
import { readText } from '../../../electron/service/hunt/read-text.ts';
import { orderNumber } from '../../../electron/service/table-file/order-number.ts';

const ID = '3701234567890123457';

describe('pasted text', () => {
  it('gives every long run of digits once, in order, whatever stands around it', () => {
    const text = `订单号：${ID}，3701234567890123999；已付款 2026-11-20\n${ID}\n３７０１２３４５６７８９０１２３０００　\u200b\n3.70E+18\n\n谢谢`;
    expect(readText(text).map(({ given }) => given)).toEqual([
      ID,
      '3701234567890123999',
      '3701234567890123000',
      '3.70E+18',
    ]);
  });

  it('keeps a word with digits that stands alone, so that a cut number is answered too', () => {
    expect(readText('37012345\nA-7788\n谢谢\n').map(({ given }) => given)).toEqual(['37012345', 'A-7788']);
  });

  it('is quick with much of it', () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `订单 ${3_700_000_000_000 + index} 已付款`);
    expect(readText(lines.join('\n'))).toHaveLength(20_000);
  });
});

describe('an order number', () => {
  it.each([
    [ID, { kind: 'whole', order_id: ID, rounded: null }],
    ['1234567890', { kind: 'whole', order_id: '1234567890', rounded: null }],
    [`="${ID}"`, { kind: 'whole', order_id: ID, rounded: null }],
    [`${ID}.0`, { kind: 'whole', order_id: ID, rounded: null }],
    [
      '3701234567890120000',
      { kind: 'whole', order_id: '3701234567890120000', rounded: { digits: '370123456789012', length: 19 } },
    ],
    ['3.70123456789012E+18', { kind: 'rounded', rounded: { digits: '370123456789012', length: 19 } }],
    ['3.7E18', { kind: 'rounded', rounded: { digits: '37', length: 19 } }],
    ['123456789', { kind: 'none' }],
    ['1'.repeat(26), { kind: 'none' }],
    ['1.5', { kind: 'none' }],
    ['谢谢', { kind: 'none' }],
  ])('%s', (given, expected) => {
    expect(orderNumber(given)).toEqual(expected);
  });
});
