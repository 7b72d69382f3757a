import { describe, expect, it } from 'vitest';
import { chainParties } from '../../../electron/service/order/chain.ts';
import { chainChecks } from '../../../electron/service/order/checks.ts';
import { deriveFigures } from '../../../electron/service/order/derive.ts';
import { readOrderState } from '../../../electron/service/platform/endpoints/orders.ts';
import { payerBook } from '../../../electron/service/settlement/payer.ts';
import { ruleBook } from '../../../electron/service/settlement/split-rule.ts';
import type { OrderState } from '../../../shared/contract/order.ts';

const OWN = 'wxown';

/** A reply in the documented shape, and the row the program makes of it. */
function order(commission: object, { payment = 10_000, own = OWN }: { payment?: number; own?: string | null } = {}) {
  const reply = {
    errcode: 0,
    commssion_order: {
      order_id: '3701234567890123456',
      sku_id: '31',
      create_time: 1_760_000_000,
      update_time: 1_760_000_090,
      status: 20,
      order_detail: {
        shop_info: { appid: 'wxshop', shop_name: '小店' },
        product_info: { product_id: '1', actual_payment: payment, product_cnt: 1 },
        order_info: { order_status: 30, pay_time: 1_760_000_008 },
        commission_info: commission,
      },
    },
  };
  const state = readOrderState(reply)!;
  const figures = deriveFigures(state, null, {
    settlement: { rules: ruleBook([]), payers: payerBook([{ promoter_appid: 'wxpromoter', payer: 0 }], []) },
    plans: { planOf: () => null },
    ownAppId: own,
  });
  const row: OrderState = {
    ...state,
    ...figures,
    order_id: '3701234567890123456',
    sku_id: '31',
    versions: 1,
    first_seen_at: 1_760_000_100,
    last_read_at: 1_760_000_100,
  };
  return { reply, row };
}

const parties = ({ reply, row }: ReturnType<typeof order>) =>
  chainParties(reply, row).map(({ party, total_fen, net_fen, own }) => [party, total_fen, net_fen, own]);
const checks = ({ row }: ReturnType<typeof order>) =>
  Object.fromEntries(
    chainChecks(row, row.owed_fen).map(({ check, state, expected_fen, stated_fen }) => [
      check,
      [state, expected_fen, stated_fen],
    ]),
  );

/** The documents' worked case, in fen: 10 to the institution, 6 to the reseller, 4 to the talent, 2, and 1. */
const gross = { promotion_channel: 1, service_ratio: 100_000, service_total_amount: 1000, platform_amount: 0 };
const reseller = { sub_agency_info: { appid: 'wxreseller', nickname: '帮卖', ratio: 60_000, amount: 600 } };
const talent = { talent_info: { talent_appid: 'wxtalent', nickname: '达人', ratio: 40_000, amount: 400 } };
const promoter = { sharer_info: { sharer_appid: 'wxpromoter', nickname: '推客', ratio: 10_000, amount: 100 } };
const agencyOf = (appid: string) => ({
  promoter_agency_info: { appid, nickname: '推客机构', ratio: 20_000, amount: 200 },
});

describe('the money chain', () => {
  it('keeps 4, 2, 2, 1 and 1 in the documents’ case of five parties', () => {
    const five = order({
      ...gross,
      service_amount: 400,
      ...reseller,
      ...talent,
      ...agencyOf('wxother'),
      ...promoter,
    });
    expect(parties(five)).toEqual([
      ['shop', 10_000, null, false],
      ['institution', 1000, 400, true],
      ['reseller', 600, 200, false],
      ['talent', 400, 200, false],
      ['promoter_agency', 200, 100, false],
      ['promoter', 100, 100, false],
      ['platform', 0, 0, false],
    ]);
    expect(checks(five)).toEqual({
      gross_of_rate: ['holds', 1000, 1000],
      fee_of_gross: ['open', null, 0],
      net_of_gross: ['holds', 400, 400],
      promoter_of_rate: ['holds', 100, 100],
      owed_of_rule: ['holds', 0, 0],
    });
  });

  it('says no more than the institution at the head gets to see', () => {
    const seen = order({ ...gross, service_amount: 400, ...reseller });
    expect(parties(seen)).toEqual([
      ['shop', 10_000, null, false],
      ['institution', 1000, 400, true],
      ['reseller', 600, null, false],
      ['platform', 0, 0, false],
    ]);
  });

  it('splits 5 into 4 and 1 where one company stands at both ends', () => {
    const both = order({ ...gross, service_amount: 500, ...reseller, ...agencyOf(OWN), ...promoter });
    expect(both.row.role).toBe('both');
    expect(parties(both)).toEqual([
      ['shop', 10_000, null, false],
      ['institution', 1000, 400, true],
      ['reseller', 600, null, false],
      ['promoter_agency', 200, 100, true],
      ['promoter', 100, 100, false],
      ['platform', 0, 0, false],
    ]);
    expect(checks(both).net_of_gross).toEqual(['holds', 500, 500]);
  });

  it('begins with the promoter institution where that is all we are', () => {
    const last = order(
      {
        promotion_channel: 1,
        service_ratio: 100_000,
        service_amount: 495,
        talent_info: { talent_appid: 'wxtalent', nickname: 'Sample host', ratio: 200_000, amount: 1980 },
        sharer_info: { sharer_appid: 'wxpromoter', nickname: 'A', ratio: 50_000, amount: 495 },
        promoter_agency_info: { appid: OWN, nickname: 'Our institution', ratio: 100_000, amount: 990 },
      },
      { payment: 9900 },
    );
    expect(parties(last)).toEqual([
      ['shop', 9900, null, false],
      ['talent', 1980, 990, false],
      ['promoter_agency', 990, 495, true],
      ['promoter', 495, 495, false],
    ]);
    expect(checks(last)).toEqual({
      gross_of_rate: ['open', 990, null],
      fee_of_gross: ['open', null, null],
      agency_net: ['holds', 495, 495],
      promoter_of_rate: ['holds', 495, 495],
      owed_of_rule: ['holds', 0, 0],
    });
  });

  it('shows a talent beside the institution when more goes to it than the service fee', () => {
    const sale = order(
      {
        promotion_channel: 0,
        service_ratio: 10_000,
        service_total_amount: 20,
        platform_amount: 2,
        service_amount: 18,
        finder_info: { nickname: 'z1234ab', ratio: 150_000, amount: 301 },
      },
      { payment: 2008 },
    );
    expect(parties(sale)).toEqual([
      ['shop', 2008, null, false],
      ['institution', 20, 18, true],
      ['talent', 301, 301, false],
      ['platform', 2, 2, false],
    ]);
    expect(checks(sale)).toEqual({
      gross_of_rate: ['holds', 20, 20],
      fee_of_gross: ['holds', 2, 2],
      net_of_gross: ['holds', 18, 18],
    });
  });

  it('concludes nothing from a lower link that has more than the one above', () => {
    const odd = order({ ...gross, service_amount: 400, ...reseller, talent_info: { nickname: '大', amount: 900 } });
    expect(parties(odd)[2]).toEqual(['reseller', 600, null, false]);
  });

  it('names the head only where the reply does', () => {
    const below = { ...gross, service_amount: 200, sub_agency_info: { appid: OWN, amount: 600 }, ...talent };
    expect(parties(order(below))[1]).toEqual(['institution', null, null, false]);
    expect(
      parties(order({ ...below, head_agency_info: { appid: 'wxhead', nickname: '头部', amount: 1000 } })).slice(1, 3),
    ).toEqual([
      ['institution', 1000, 400, false],
      ['reseller', 600, 200, true],
    ]);
  });

  it('has no party that the reply does not state, and stands a reply that is none', () => {
    const { row } = order({ service_amount: null });
    expect(chainParties(null, row).map(({ party }) => party)).toEqual(['shop', 'institution']);
    expect(chainParties({ commssion_order: 7 }, row).map(({ party }) => party)).toEqual(['shop', 'institution']);
  });

  it('tells nobody’s own part before the AppID is known', () => {
    const unknown = order({ ...gross, service_amount: 400, ...reseller }, { own: null });
    expect(unknown.row.role).toBe('unknown');
    expect(parties(unknown).some(([, , , own]) => own)).toBe(false);
  });
});

describe('the identities', () => {
  it('differ by what is missing, with both figures', () => {
    const wrong = order({ ...gross, service_total_amount: 999, platform_amount: 90, service_amount: 899 });
    expect(checks(wrong)).toEqual({
      gross_of_rate: ['differs', 1000, 999],
      fee_of_gross: ['differs', 100, 90],
      net_of_gross: ['differs', 910, 899],
    });
  });

  it('take the promoter’s rate of the payment or of the fee, whichever gives the amount', () => {
    const ofFee = order({
      ...gross,
      service_amount: 500,
      ...agencyOf(OWN),
      sharer_info: { sharer_appid: 'wxpromoter', ratio: 500_000, amount: 100 },
    });
    expect(checks(ofFee).promoter_of_rate).toEqual(['holds', 100, 100]);
    const ofNeither = order({
      ...gross,
      service_amount: 500,
      sharer_info: { sharer_appid: 'w', ratio: 5000, amount: 7 },
    });
    expect(checks(ofNeither).promoter_of_rate).toEqual(['differs', 50, 7]);
  });

  it('say open, not wrong, for amounts beyond all sense', () => {
    const absurd = order({ ...gross, service_ratio: 9_000_000_000_000_000 }, { payment: 9_000_000_000_000_000 });
    expect(checks(absurd).gross_of_rate).toEqual(['open', null, 1000]);
  });

  it('never contradict the figures in the row', () => {
    const { row } = order({ ...gross, platform_amount: 100, service_amount: 901 });
    const net = chainChecks(row, 0).find(({ check }) => check === 'net_of_gross')!;
    expect(net.expected_fen).toBe(row.expected_fen);
    expect(net.stated_fen! - net.expected_fen!).toBe(row.difference_fen);
  });
});
