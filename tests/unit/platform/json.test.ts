import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactNumber, parseExactJson } from '../../../electron/service/platform/json.ts';

describe('parseExactJson', () => {
  it('keeps ids above 2^53 to the last digit', () => {
    expect(parseExactJson('{"order_id":3701234567890123457,"list":[3701234567890123458]}')).toEqual({
      order_id: '3701234567890123457',
      list: ['3701234567890123458'],
    });
  });

  it('has a way back for those who want a bare integer', () => {
    expect(JSON.stringify({ order_id: exactNumber('3701234567890123457') })).toBe('{"order_id":3701234567890123457}');
  });

  it('leaves long digits inside text alone', () => {
    const title = 'a:1234567890123456789,[9876543210987654321';
    expect(parseExactJson(JSON.stringify({ title, id: 1 }))).toEqual({ title, id: 1 });
  });

  it('reads everything else like JSON.parse', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        // Numbers of sixteen digits and more are what the tests above are about.
        fc.pre(!/\d{16}/.test(JSON.stringify(value)));
        expect(parseExactJson(JSON.stringify(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
