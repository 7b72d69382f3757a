import { describe, expect, it } from 'vitest';
import { pasteKind, readPastedIds } from '../../../../../renderer/rooms/orders/filter/pasted-ids.ts';

const A = '3701234567890123456';
const B = '3709876543210987654';
const kind = (text: string) => pasteKind(text, readPastedIds(text));

describe('pasted order ids', () => {
  it.each([
    ['lines', `${A}\r\n${B}\n`],
    ['commas of either width', `${A}, ${B}，`],
    ['columns of a table', `${A}\t云岭茶叶\n${B}\t小满家居`],
    ['semicolons and Chinese commas', `${A}；${B}、`],
    ['quotes', `"${A}" '${B}'`],
    ['text formulas', `="${A}"\n="${B}"`],
    ['apostrophes', `'${A}\n'${B}`],
    ['full-width digits', `${A.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))} ${B}`],
    ['invisible signs', `\ufeff${A}\u200b\n\u00a0${B}`],
    ['a heading', `订单号\n${A}\n${B}`],
  ])('are read from %s', (_how, text) => {
    expect(readPastedIds(text).ids).toEqual([A, B]);
    expect(kind(text)).toBe('ids');
  });

  it('says what came twice and what is no order id', () => {
    const read = readPastedIds(`订单号\n${A}\n${B}\n${A}\n3.70124E+18\n备注`);
    expect(read).toEqual({ ids: [A, B], repeated: 1, others: ['订单号', '3.70124E+18', '备注'] });
    expect(kind(`订单号\n${A}\n3.70124E+18\n4.1E+18`)).toBe('list');
  });

  it('leaves words and a single id to the search', () => {
    expect(kind('云岭茶叶 旗舰店')).toBe('words');
    expect(kind(` ${A} `)).toBe('words');
    expect(kind('')).toBe('words');
  });

  it('never cuts what does not fit: it becomes a list to look at', () => {
    expect(kind('茶'.repeat(201))).toBe('list');
    expect(kind('3.7E+18\n3.8E+18')).toBe('list');
  });

  it('reads a hundred thousand at once', () => {
    const many = Array.from({ length: 100_000 }, (_, at) => String(3_700_000_000_000_000_000n + BigInt(at)));
    expect(readPastedIds(many.join('\n')).ids).toEqual(many);
  });
});
