import { expect, it } from 'vitest';
import { summaryOf } from '../../../../renderer/rooms/settlement/audit/audit-summary.ts';

const words = {
  fact: (fact: string) => fact,
  payee: (payeeId: string) => (payeeId === 'payee:1' ? '小陈工作室' : null),
};
const summary = (detail: object) => summaryOf(JSON.stringify(detail), words);

it('sums an entry up in its facts, amounts and rates as people write them', () => {
  expect(summary({ period: '2026-10', amount_fen: 1234, ratio_ppm: 50_000, note: '', hash: 'ab', rows: [1] })).toBe(
    'period 2026-10 · amount_fen 12.34 · ratio_ppm 5%',
  );
  expect(summaryOf('{', words)).toBe('{');
});

it('names payees, never by the key they are kept under', () => {
  expect(summary({ payee_id: 'promoter:wx1', channel: 'bank' })).toBe('payee_id wx1 · channel bank');
  expect(summary({ scope: 'payee', recipient_id: 'payee:1' })).toBe('scope payee · recipient_id 小陈工作室');
  expect(summary({ payee_id: 'payee:2', channel: 'bank' })).toBe('channel bank');
  expect(summary({ scope: 'channel', recipient_id: 'promoter' })).toBe('scope channel · recipient_id promoter');
});
