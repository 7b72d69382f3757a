import { describe, expect, it } from 'vitest';
import { flag, instant, list, number, part, text, wire } from '../../../electron/service/platform/wire.ts';

describe('words of the wire', () => {
  it('reads numbers from text and text from numbers', () => {
    expect([
      number.parse('12'),
      number.parse(12),
      number.parse('x'),
      number.parse(undefined),
      number.parse(''),
    ]).toEqual([12, 12, null, null, null]);
    expect([text.parse(12), text.parse('a'), text.parse(''), text.parse({})]).toEqual(['12', 'a', null, null]);
    expect([instant.parse(0), instant.parse('0'), instant.parse(5)]).toEqual([null, null, 5]);
    expect([flag.parse(1), flag.parse('true'), flag.parse(false), flag.parse(undefined)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('takes one object where a list belongs, and nothing as no list', () => {
    const keys = list(wire({ id: text }));
    expect(keys.parse({ id: 1 })).toEqual([{ id: '1' }]);
    expect(keys.parse(null)).toEqual([]);
    expect(keys.parse([{ id: 'a' }, 7])).toEqual([{ id: 'a' }, { id: null }]);
  });

  it('reads a missing object as absent, not as an error', () => {
    expect(wire({ inner: wire({ a: number }) }).parse({})).toEqual({ inner: { a: null } });
    expect(part({ a: number }).parse({})).toBeNull();
    expect(part({ a: number }).parse('odd')).toBeNull();
  });
});
