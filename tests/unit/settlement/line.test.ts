import { describe, expect, it } from 'vitest';
import { type SettlementContext, settlementLine } from '../../../electron/service/settlement/line.ts';
import { payerBook } from '../../../electron/service/settlement/payer.ts';
import { type DatedRule, ruleBook, ruleText, scopeOfText } from '../../../electron/service/settlement/split-rule.ts';
import { startOfDay } from '../../../shared/time.ts';
import { orderRow } from '../../support/settlement-rows.ts';

const P = 'wxpromoter00000001';
const Q = '10000123456789';

function context(payer: number | null | undefined, rules: DatedRule[] = []): SettlementContext {
  return { rules: ruleBook(rules), payers: payerBook(payer === undefined ? [] : [{ promoter_appid: P, payer }], []) };
}
const rule = (change: Partial<DatedRule>): DatedRule => ({
  promoter_appid: null,
  product_id: null,
  ratio_ppm: 500_000,
  from_day: '2026-01-01',
  to_day: null,
  ...change,
});
const sale = { channel: 'promoter', promoter_appid: P, promoter_name: '阿青' } as const;

describe('the documented chain of 10 = 4 + 2 + 2 + 1 + 1', () => {
  it('leaves the institution its 4, whatever it hands on', () => {
    const line = settlementLine(
      orderRow({ service_total_fen: 1000, service_amount_fen: 400, sub_agency_amount_fen: 600 }),
      context(0),
    );
    expect(line).toMatchObject({ net_fen: 400, promoter_payer: null, promoter_owed_fen: null });
  });

  it('leaves the promoter institution 1 of the 2 it received, the promoter paid by the platform', () => {
    const line = settlementLine(
      orderRow({ ...sale, service_amount_fen: 100, agency_amount_fen: 200, promoter_amount_fen: 100 }),
      context(0),
    );
    expect(line).toMatchObject({ net_fen: 100, promoter_payer: 0, promoter_platform_fen: 100, promoter_owed_fen: 0 });
  });

  it('leaves one company in both roles 5 = 4 + 1', () => {
    const both = {
      ...sale,
      service_total_fen: 1000,
      service_amount_fen: 500,
      sub_agency_amount_fen: 600,
      agency_amount_fen: 200,
      promoter_amount_fen: 100,
    };
    expect(settlementLine(orderRow(both), context(0))).toMatchObject({ net_fen: 500, promoter_platform_fen: 100 });
  });

  it('comes to the same 5 when the company pays the promoter itself out of its agency fee', () => {
    const both = {
      ...sale,
      service_amount_fen: 600,
      sub_agency_amount_fen: 600,
      agency_amount_fen: 200,
      promoter_amount_fen: 0,
    };
    expect(settlementLine(orderRow(both), context(1, [rule({})]))).toMatchObject({
      net_fen: 500,
      promoter_payer: 1,
      promoter_platform_fen: 0,
      promoter_owed_fen: 100,
      rule: '默认 50% 2026-01-01起',
    });
  });
});

describe('who pays', () => {
  const at = startOfDay('2026-10-05')!;

  it('goes by what was known when the order was created', () => {
    const payers = payerBook(
      [{ promoter_appid: P, payer: 0 }],
      [
        { promoter_appid: P, seen_at: at + 50, payer: 0 },
        { promoter_appid: P, seen_at: at, payer: 1 },
      ],
    );
    expect(payers.at(P, at - 1)).toBe(0);
    expect(payers.at(P, at)).toBe(1);
    expect(payers.at(P, at + 49)).toBe(1);
    expect(payers.at(P, at + 50)).toBe(0);
    expect(payers.at('wxother', at)).toBeNull();
  });

  it('takes a stranger for paid by the platform only where the platform paid something', () => {
    expect(settlementLine(orderRow({ ...sale, promoter_amount_fen: 7 }), context(undefined)).promoter_payer).toBe(0);
    expect(settlementLine(orderRow({ ...sale, promoter_amount_fen: 0 }), context(undefined)).promoter_payer).toBeNull();
    expect(settlementLine(orderRow({ ...sale }), context(undefined)).promoter_payer).toBeNull();
  });

  it('owes nothing without a rule, and says so by having none', () => {
    expect(settlementLine(orderRow(sale), context(1))).toMatchObject({
      promoter_payer: 1,
      promoter_owed_fen: 0,
      rule: null,
      net_fen: 990,
    });
  });
});

describe('which rule', () => {
  const rules = [
    rule({ ratio_ppm: 100_000 }),
    rule({ product_id: Q, ratio_ppm: 200_000 }),
    rule({ promoter_appid: P, ratio_ppm: 300_000 }),
    rule({ promoter_appid: P, product_id: Q, ratio_ppm: 400_000, from_day: '2026-10-05' }),
  ];
  const found = (promoter: string | null, product: string | null, day: string) =>
    ruleBook(rules).find(promoter, product, day)?.ratio_ppm;

  it('takes the narrowest scope', () => {
    expect(found(P, Q, '2026-10-05')).toBe(400_000);
    expect(found(P, 'other', '2026-10-05')).toBe(300_000);
    expect(found('other', Q, '2026-10-05')).toBe(200_000);
    expect(found('other', null, '2026-10-05')).toBe(100_000);
  });

  it('takes only rules in force on the day the order was created in UTC+8', () => {
    expect(found(P, Q, '2026-10-04')).toBe(300_000);
    const start = startOfDay('2026-10-05')!;
    const owed = (created_at: number) =>
      settlementLine(orderRow({ ...sale, created_at, agency_amount_fen: 1000 }), context(1, rules)).promoter_owed_fen;
    expect(owed(start - 1)).toBe(300);
    expect(owed(start)).toBe(400);
  });

  it('takes a rule up to and with its last day, and the wider scope in a gap between two', () => {
    const book = ruleBook([
      rule({ promoter_appid: P, ratio_ppm: 3, from_day: '2026-10-02' }),
      rule({ promoter_appid: P, ratio_ppm: 2, from_day: '2026-09-01', to_day: '2026-09-30' }),
      rule({ ratio_ppm: 1 }),
    ]);
    const on = (day: string) => book.find(P, null, day)?.ratio_ppm ?? null;
    expect(['2026-09-30', '2026-10-01', '2026-10-02'].map(on)).toEqual([2, 1, 3]);
    expect(on('2025-12-31')).toBeNull();
    expect(book.find(P, null, null)).toBeNull();
  });

  it('is written on the line in words from which its scope can be told again', () => {
    const texts = rules.map((one) => ruleText(one));
    expect(texts[3]).toBe('推客+商品 40% 2026-10-05起');
    expect(texts.map(scopeOfText)).toEqual(['default', 'product', 'promoter', 'promoter_product']);
    expect([scopeOfText(null), scopeOfText('something else')]).toEqual([null, null]);
  });
});

describe('absent amounts', () => {
  it('stay absent in the line', () => {
    const line = settlementLine(
      orderRow({ service_amount_fen: null, platform_amount_fen: null, actual_payment_fen: null }),
      context(undefined),
    );
    expect(line).toMatchObject({ service_amount_fen: null, platform_amount_fen: null, net_fen: null });
  });
});
