import { describe, expect, it } from 'vitest';
import { differenceReason } from '../../../../../renderer/rooms/orders/order/difference-reason.ts';
import { serviceLedger } from '../../../../../renderer/rooms/orders/order/service-ledger.ts';
import type { ChainCheck, OrderState } from '../../../../../shared/contract/order.ts';

const order = (facts: Partial<OrderState>) =>
  ({
    role: 'head',
    commission_status: 20,
    actual_payment_fen: 10_000,
    service_ratio_ppm: 100_000,
    service_total_fen: 1000,
    service_amount_fen: 1000,
    platform_amount_fen: 0,
    sub_agency_appid: null,
    sub_agency_amount_fen: null,
    agency_amount_fen: null,
    promoter_amount_fen: null,
    expected_fen: 1000,
    difference_fen: 0,
    ...facts,
  }) as OrderState;

const ledger = (facts: Partial<OrderState>) => serviceLedger(order(facts))?.map(({ term, fen }) => [term, fen]) ?? null;

describe('how our net fee comes about', () => {
  const reseller = { sub_agency_appid: 'wxr', sub_agency_amount_fen: 600 };

  it('is the gross less fee and reseller at the head', () => {
    expect(ledger({ ...reseller, platform_amount_fen: 100, expected_fen: 300 })).toEqual([
      ['gross', 1000],
      ['platform_fee', -100],
      ['to_reseller', -600],
    ]);
  });

  it('adds the other end where one company stands at both', () => {
    expect(
      ledger({ ...reseller, role: 'both', agency_amount_fen: 200, promoter_amount_fen: 100, expected_fen: 500 }),
    ).toEqual([
      ['gross', 1000],
      ['platform_fee', 0],
      ['to_reseller', -600],
      ['agency', 200],
      ['to_promoter', -100],
    ]);
  });

  it('is the fee less the promoter in a promoter institution', () => {
    expect(
      ledger({ role: 'promoter_agency', agency_amount_fen: 990, promoter_amount_fen: 495, expected_fen: 495 }),
    ).toEqual([
      ['agency', 990],
      ['platform_fee', 0],
      ['to_promoter', -495],
    ]);
  });

  it('explains no other number than the one in the row', () => {
    expect(ledger({ expected_fen: 999 })).toBeNull();
    expect(ledger({ expected_fen: null })).toBeNull();
    expect(ledger({ role: 'reseller', expected_fen: 1 })).toBeNull();
  });
});

describe('why it differs', () => {
  const gross = (expected: number, stated: number): ChainCheck[] => [
    {
      check: 'gross_of_rate',
      state: expected === stated ? 'holds' : 'differs',
      expected_fen: expected,
      stated_fen: stated,
    },
  ];
  it.each([
    ['equal', {}, []],
    ['no_figure', { difference_fen: null }, []],
    ['cancelled', { difference_fen: -1000, commission_status: 200, service_amount_fen: 0 }, []],
    ['rounding', { difference_fen: -1 }, []],
    ['gross', { difference_fen: -20, service_total_fen: 980 }, gross(1000, 980)],
    ['fee_unstated', { difference_fen: -100 }, gross(1000, 1000)],
    ['fee_unstated', { difference_fen: -100, service_total_fen: 995, platform_amount_fen: null }, []],
    ['fee_not_taken', { difference_fen: 100, platform_amount_fen: 100 }, []],
    ['promoter', { difference_fen: 300, promoter_amount_fen: 300 }, []],
    ['reseller', { difference_fen: -600, sub_agency_amount_fen: 600 }, []],
    ['unexplained', { difference_fen: -37 }, []],
  ] as const)('%s', (reason, facts, checks) => {
    expect(differenceReason(order(facts), [...checks])).toBe(reason);
  });
});
