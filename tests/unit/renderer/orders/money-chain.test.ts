import { describe, expect, it } from 'vitest';
import { checkChain, moneyChain } from '../../../../renderer/rooms/orders/money-chain.ts';
import type { OrderRow } from '../../../../shared/contract/order.ts';

const order = (facts: Partial<OrderRow>): OrderRow =>
  ({
    service_total_fen: 1000,
    platform_amount_fen: 100,
    service_amount_fen: 900,
    service_ratio_ppm: 100_000,
    sub_agency_appid: null,
    sub_agency_amount_fen: null,
    talent_appid: null,
    talent_name: null,
    talent_amount_fen: null,
    agency_appid: null,
    agency_amount_fen: null,
    promoter_appid: null,
    promoter_name: null,
    promoter_amount_fen: null,
    promoter_ratio_ppm: null,
    ...facts,
  }) as OrderRow;

describe('money chain', () => {
  it('shows only the parties the reply names', () => {
    expect(moneyChain(order({})).map((link) => link.role)).toEqual(['gross', 'platform_fee', 'net']);
    const chain = moneyChain(order({ promoter_appid: 'wx1', promoter_name: '甲', promoter_amount_fen: 495 }));
    expect(chain.map((link) => link.role)).toEqual(['gross', 'platform_fee', 'promoter', 'net']);
    expect(chain[1]!.amount_fen).toBe(-100);
  });

  it('checks gross less fee on a plain talent sale', () => {
    expect(checkChain(order({ talent_appid: 'wx9' }))).toEqual({ kind: 'equal' });
    expect(checkChain(order({ service_amount_fen: 899 }))).toEqual({ kind: 'different', difference_fen: -1 });
  });

  it('checks nothing it cannot know', () => {
    expect(checkChain(order({ promoter_appid: 'wx1' }))).toEqual({ kind: 'open' });
    expect(checkChain(order({ service_total_fen: null }))).toEqual({ kind: 'open' });
  });
});
