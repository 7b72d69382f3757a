import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresOf } from '../../../electron/service/settlement/figures.ts';
import { compareLines, HASHED, lineText } from '../../../electron/service/settlement/fingerprint.ts';
import { type SettlementLine, settlementLine } from '../../../electron/service/settlement/line.ts';
import { payerBook } from '../../../electron/service/settlement/payer.ts';
import { ruleBook } from '../../../electron/service/settlement/split-rule.ts';
import { AMOUNTS } from '../../../electron/service/settlement/sums.ts';
import { shareOf } from '../../../shared/rate.ts';
import { orderRow, promoterId, sampleRows } from '../../support/settlement-rows.ts';

const context = {
  rules: ruleBook([
    { promoter_appid: null, product_id: null, ratio_ppm: 333_333, from_day: '2020-01-01', to_day: null },
  ]),
  payers: payerBook(
    Array.from({ length: 60 }, (_, n) => ({ promoter_appid: promoterId(n), payer: n % 2 })),
    [],
  ),
};
const linesOf = (rows: number, seed: number) =>
  [...sampleRows({ rows, seed })].map((row) => settlementLine(row, context)).sort(compareLines);

function shuffled<T>(items: readonly T[]): T[] {
  return items.toReversed();
}

describe('sums', () => {
  it('equal the sum of the lines, in total and over each grouping, for any history', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120 }), fc.integer(), (rows, seed) => {
        const lines = linesOf(rows, seed);
        const { sums, merchants, promoters, channels } = figuresOf('2026-10', lines);
        for (const key of AMOUNTS) {
          const expected = lines.reduce((sum, line) => sum + (line[key] ?? 0), 0);
          expect(sums[key]).toBe(expected);
          for (const groups of [merchants, promoters, channels])
            expect((groups as { [k in typeof key]: number }[]).reduce((sum, group) => sum + group[key], 0)).toBe(
              expected,
            );
        }
        expect(sums.net_fen).toBe(sums.service_amount_fen - sums.promoter_owed_fen);
        expect(sums.rows).toBe(lines.length);
        expect(sums.orders).toBe(new Set(lines.map((line) => line.order_id)).size);
      }),
      { numRuns: 200 },
    );
  });

  it('keep every 1-fen residue over 100,000 rows', () => {
    const [one] = linesOf(1, 1) as [SettlementLine];
    const rates = [100_000, 333_330];
    const lines = Array.from({ length: 100_000 }, (_, n) => ({
      ...one,
      order_id: String(n),
      promoter_owed_fen: shareOf(n % 1000, rates[n % 2]!),
    }));
    const expected = lines.reduce((sum, line) => sum + BigInt(line.promoter_owed_fen), 0n);
    expect(BigInt(figuresOf('2026-10', lines).sums.promoter_owed_fen)).toBe(expected);
  });

  it('count an order once per group although its commission orders lie apart', () => {
    const line = (order_id: string, sku_id: string, created_at: number) =>
      settlementLine(orderRow({ order_id, sku_id, created_at }), context);
    const { sums, merchants } = figuresOf('2026-10', [line('1', 'a', 10), line('2', 'a', 11), line('1', 'b', 12)]);
    expect(sums).toMatchObject({ rows: 3, orders: 2 });
    expect(merchants).toMatchObject([{ rows: 3, orders: 2 }]);
  });

  it('throw rather than leave the safe range', () => {
    const line = settlementLine(orderRow({ actual_payment_fen: Number.MAX_SAFE_INTEGER }), context);
    expect(() => figuresOf('2026-10', [line, line])).toThrow(RangeError);
  });

  it('point at institution payers without a rule and at gross, fee and net that do not fit', () => {
    const none = { rules: ruleBook([]), payers: context.payers };
    const owed = settlementLine(orderRow({ channel: 'promoter', promoter_appid: promoterId(1) }), none);
    const odd = settlementLine(orderRow({ service_total_fen: 991 }), none);
    const resold = settlementLine(orderRow({ service_total_fen: 991, sub_agency_amount_fen: 1 }), none);
    expect(figuresOf('2026-10', [owed, odd, resold])).toMatchObject({ owed_without_rule: 1, identity_differences: 1 });
  });
});

describe('hash of the lines', () => {
  it('has not changed since format 1 was written down', () => {
    expect(figuresOf('2026-10', []).hash).toBe('17d0baa0de4f7e385eb353a07a37894c77f0140c7b86c70e5c7b0bcb3469b474');
    expect(figuresOf('2026-10', linesOf(20, 42)).hash).toBe(
      'b5e3b0e6d5c4c5963b584151f54d02c273a02b1162a85a2a934e165999c9cac3',
    );
  });

  it('does not depend on the order of reading, but on every value and on the period', () => {
    const lines = linesOf(50, 3);
    const { hash } = figuresOf('2026-10', lines);
    expect(figuresOf('2026-10', shuffled(lines).sort(compareLines)).hash).toBe(hash);
    expect(figuresOf('2026-11', lines).hash).not.toBe(hash);
    for (const key of HASHED) {
      const value = /_(fen|ppm|at|status|payer)$/.test(key) ? 123 : 'x';
      const changed = lines.with(7, { ...lines[7]!, [key]: value });
      expect(figuresOf('2026-10', changed).hash, key).not.toBe(hash);
    }
  });

  it('is the same on a desk that looked at the orders more often', () => {
    const lines = linesOf(5, 3);
    const { hash } = figuresOf('2026-10', lines);
    expect(
      figuresOf(
        '2026-10',
        lines.map((line) => ({ ...line, version: line.version + 1 })),
      ).hash,
    ).toBe(hash);
  });

  it('cannot be moved from one field to the next, because no text holds a tab or a break', () => {
    const line = settlementLine(orderRow({ shop_name: 'a\tb\r\nc\u0000\ud800', product_title: '\u0007' }), context);
    expect(line).toMatchObject({ shop_name: 'a b c', product_title: null });
    expect(lineText(line).split('\t')).toHaveLength(HASHED.length);
  });
});
