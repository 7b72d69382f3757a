import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prettyJson } from '../../../../renderer/parts/pretty-json.ts';

describe('pretty JSON', () => {
  it('keeps the last digit of every id', () => {
    expect(prettyJson('{"id":10000123456789012345,"list":[],"s":"a\\"{b"}')).toBe(
      '{\n  "id": 10000123456789012345,\n  "list": [],\n  "s": "a\\"{b"\n}',
    );
  });

  it('says the same as before, for any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(prettyJson(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2));
      }),
    );
  });
});
