import { describe, expect, it } from 'vitest';
import { cellText, tableText } from '../../../../renderer/rooms/sync/hunt/tsv.ts';
import {
  corrected,
  huntLines,
  VERDICT_TONES,
  VERDICTS,
  verdictCounts,
} from '../../../../renderer/rooms/sync/hunt/verdicts.ts';
import type { HuntAnswer, HuntVerdict } from '../../../../shared/contract/hunt.ts';

const row = (sku_id: string): HuntAnswer['rows'][number] => ({
  sku_id,
  product_title: null,
  shop_name: null,
  channel: 'promoter',
  promoter_name: null,
  order_status: null,
  commission_status: null,
  actual_payment_fen: null,
  service_amount_fen: null,
  created_at: null,
  first_seen_at: 1,
});
const answer = (order_id: string, verdict: HuntVerdict, skus: string[] = []): HuntAnswer => ({
  given: `#${order_id}`,
  order_id,
  verdict,
  rows: skus.map(row),
  error_code: null,
  quarantined_since: null,
  hour_at: null,
  candidates: [],
  looked_up: false,
});

describe('the answers of a hunt', () => {
  const answers = [answer('1', 'here', ['a', 'b']), answer('2', 'not_visible'), answer('3', 'here', ['c'])];

  it('are counted by verdict, what needs work first', () => {
    expect(verdictCounts(answers)).toEqual([
      { verdict: 'not_visible', count: 1 },
      { verdict: 'here', count: 2 },
    ]);
    expect([...VERDICTS].sort()).toEqual(Object.keys(VERDICT_TONES).sort());
  });

  it('have a line a row of the books, the verdict in the first', () => {
    const lines = huntLines(answers, null);
    expect(lines.map(({ answer: { order_id }, row: one, first }) => [order_id, one?.sku_id, first])).toEqual([
      ['1', 'a', true],
      ['1', 'b', false],
      ['2', undefined, true],
      ['3', 'c', true],
    ]);
    expect(new Set(lines.map(({ key }) => key)).size).toBe(4);
    expect(huntLines(answers, 'not_visible').map(({ key }) => key)).toEqual(['1']);
  });

  it('are replaced by newer ones of single orders, which keep what was given', () => {
    const newer = { ...answer('2', 'here', ['z']), given: '2', looked_up: true };
    expect(corrected(answers, new Map([['2', newer]]))[1]).toEqual({ ...newer, given: '#2' });
  });
});

describe('the table for a spreadsheet', () => {
  it('keeps every digit of an order id', () => {
    expect(cellText('3720102088234571011')).toBe('="3720102088234571011"');
    expect(cellText('2988334101')).toBe('2988334101');
  });

  it('lets no name be taken for a formula, or break the table', () => {
    expect(cellText('=小鱼')).toBe('="=小鱼"');
    expect(cellText('-')).toBe('="-"');
    expect(cellText('@a"b')).toBe('="@a""b"');
    expect(cellText('两\t行\n字')).toBe('两 行 字');
    expect([cellText(null), cellText(3)]).toEqual(['', '3']);
  });

  it('has its head first and a line a row', () => {
    expect(tableText(['a', 'b'], [['x', null]])).toBe('a\tb\r\nx\t');
  });
});
