import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FeeRow, ourFigure } from '../../../electron/service/difference/figures.ts';
import { settlementLine } from '../../../electron/service/settlement/line.ts';
import { payerBook } from '../../../electron/service/settlement/payer.ts';
import { ruleBook } from '../../../electron/service/settlement/split-rule.ts';
import { shareOf } from '../../../shared/rate.ts';
import { SPLIT_PAYER } from '../../../shared/status.ts';
import { orderRow } from '../../support/settlement-rows.ts';

/** The documents' case, in fen: the shop pays 10 of service fee, of which 6 go on, then 4, 2 and 1. */
const WHOLE = 1000;
const TOTALS = { reseller: 600, talent: 400, agency: 200, promoter: 100 };

const worked: FeeRow = {
  id: 1,
  versions: 1,
  role: 'head',
  actual_payment_fen: 10_000,
  service_ratio_ppm: 100_000,
  service_amount_fen: 400,
  service_total_fen: WHOLE,
  platform_amount_fen: 0,
  agency_appid: 'wxagency',
  agency_amount_fen: TOTALS.agency,
  sub_agency_appid: 'wxreseller',
  sub_agency_amount_fen: TOTALS.reseller,
  promoter_appid: 'wxpromoter',
  promoter_ratio_ppm: 500_000,
  promoter_amount_fen: TOTALS.promoter,
  talent_amount_fen: TOTALS.talent,
};
const net = (row: FeeRow) => ourFigure('service_amount', row)!;

describe('the documents’ worked case', () => {
  it('leaves the five parties 4, 2, 2, 1 and 1 of the shop’s 10', () => {
    const head = net(worked);
    const reseller = TOTALS.reseller - TOTALS.talent;
    const talent = TOTALS.talent - TOTALS.agency;
    const agency = net({ ...worked, role: 'promoter_agency', sub_agency_appid: null, sub_agency_amount_fen: null });
    const promoter = ourFigure('promoter', worked)!;
    expect([head, reseller, talent, agency, promoter]).toEqual([400, 200, 200, 100, 100]);
    expect(head + reseller + talent + agency + promoter).toBe(WHOLE);
    expect(ourFigure('parts', worked)).toBe(head);
    expect(ourFigure('gross', worked)).toBe(WHOLE);
  });

  it('leaves one company at both ends 5, and everybody else what they had', () => {
    const both: FeeRow = { ...worked, role: 'both', service_amount_fen: 500 };
    expect(net(both)).toBe(500);
    expect(ourFigure('parts', both)).toBe(500);
    expect(both.sub_agency_amount_fen).toBe(TOTALS.reseller);
    expect(ourFigure('promoter', both)).toBe(TOTALS.promoter);
    const others = TOTALS.reseller - TOTALS.talent + TOTALS.talent - TOTALS.agency + TOTALS.promoter;
    expect(net(both) + others).toBe(WHOLE);
  });

  it('is settled the same under either way of paying the promoter', () => {
    const row = orderRow({
      channel: 'promoter',
      promoter_appid: 'wxpromoter',
      promoter_ratio_ppm: 500_000,
      promoter_amount_fen: 100,
      actual_payment_fen: 10_000,
      agency_amount_fen: 200,
      sub_agency_amount_fen: 600,
      service_total_fen: WHOLE,
      service_amount_fen: 500,
    });
    const payers = (payer: number) => payerBook([{ promoter_appid: 'wxpromoter', payer }], []);
    const rules = ruleBook([
      { promoter_appid: null, product_id: null, ratio_ppm: 500_000, from_day: '2020-01-01', to_day: null },
    ]);
    const byPlatform = settlementLine(row, { rules, payers: payers(SPLIT_PAYER.platform) });
    expect(byPlatform).toMatchObject({ promoter_platform_fen: 100, promoter_owed_fen: 0, net_fen: 500 });
    // The platform pays the institution the promoter's part as well, and the institution owes it.
    const whole = { ...row, promoter_amount_fen: 0, service_amount_fen: 600 };
    const byInstitution = settlementLine(whole, { rules, payers: payers(SPLIT_PAYER.institution) });
    expect(byInstitution).toMatchObject({ promoter_platform_fen: 0, promoter_owed_fen: 100, net_fen: 500 });
  });

  it('sums to the whole for any payment and rates, with the platform’s fee and at either place in the chain', () => {
    const ratio = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000_000 }),
        fc.array(ratio, { minLength: 5, maxLength: 5 }),
        fc.boolean(),
        fc.boolean(),
        (payment, [first, second, third, fourth, fifth], bothEnds, takesFee) => {
          const whole = shareOf(payment, first!);
          const fee = takesFee ? whole - shareOf(whole, 900_000) : 0;
          const reseller = shareOf(whole - fee, second!);
          const talent = shareOf(reseller, third!);
          const agency = shareOf(talent, fourth!);
          const promoter = shareOf(agency, fifth!);
          const row: FeeRow = {
            ...worked,
            role: bothEnds ? 'both' : 'head',
            actual_payment_fen: payment,
            service_ratio_ppm: first!,
            service_total_fen: whole,
            platform_amount_fen: fee,
            sub_agency_amount_fen: reseller,
            agency_amount_fen: agency,
            promoter_amount_fen: promoter,
          };
          const others = reseller - talent + talent - agency + (bothEnds ? 0 : agency - promoter) + promoter + fee;
          expect(net(row) + others).toBe(whole);
          expect(ourFigure('parts', row)).toBe(net(row));
        },
      ),
    );
  });
});
