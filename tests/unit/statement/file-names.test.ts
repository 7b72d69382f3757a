import { describe, expect, it } from 'vitest';
import { FileNames, packName, safePart } from '../../../electron/service/statement/pack/file-names.ts';
import { shownPromoters } from '../../../electron/service/statement/shown-promoters.ts';

const stem = (names: FileNames, name: string, shown_id: string) => names.stem('payee', '2026-10', { shown_id, name });

describe('names of statements', () => {
  it('keep equal names apart by the id at the end', () => {
    const names = new FileNames();
    expect(stem(names, '阿青', 'wx1')).toBe('收款人结算单-2026-10-阿青-wx1');
    expect(stem(names, '阿青', 'wx2')).toBe('收款人结算单-2026-10-阿青-wx2');
  });

  it('take nothing a system refuses, and are never without a name', () => {
    const names = new FileNames();
    for (const [name, shown] of [
      ['-', '未命名'],
      ['', '未命名'],
      [' . ', '未命名'],
      ['a/b\\c:d*e?f"g<h>i|j', 'abcdefghij'],
      ['=cmd|calc', '=cmdcalc'],
      ['..\u0000\u202e[组长]. ', '[组长]'],
      ['CON', 'CON'],
      ['团长小陈🍊', '团长小陈🍊'],
    ] as const)
      expect(stem(names, name, `id${name.length}${shown}`)).toMatch(`收款人结算单-2026-10-${shown}-id`);
  });

  it('stay different where upper and lower case are the same', () => {
    const names = new FileNames();
    expect(stem(names, 'Ann', 'A')).toBe('收款人结算单-2026-10-Ann-A');
    expect(stem(names, 'ann', 'a')).toBe('收款人结算单-2026-10-ann-a~2');
    expect(stem(names, 'ANN', 'A?')).toBe('收款人结算单-2026-10-ANN-A~3');
    expect(names.stem('merchant', '2026-10', { shown_id: 'a', name: 'ann' })).toBe('商家结算单-2026-10-ann-a');
  });

  it('are short enough for every file system and never end in half a character', () => {
    const long = `${'长'.repeat(39)}🍊尾`;
    expect(safePart(long)).toBe('长'.repeat(39));
    const name = `${stem(new FileNames(), '名'.repeat(200), 'x'.repeat(100))}-gb18030.csv`;
    expect(Buffer.byteLength(name)).toBeLessThan(255);
  });

  it('have room for all that is shown of several promoters', () => {
    const ids = Array.from({ length: 1200 }, (_, n) => `wx${String(n).padStart(16, '0')}`);
    const name = stem(new FileNames(), '名'.repeat(40), shownPromoters(ids));
    expect(name).toMatch(/-wx0{16}、wx0{15}1、wx0{15}2 等 1200 位推客$/);
    expect(Buffer.byteLength(`${name}-gb18030.csv`)).toBeLessThan(255);
  });

  it('say the name once where it is the id', () => {
    expect(new FileNames().stem('institution', '2026-10', { shown_id: '', name: '青禾' })).toBe(
      '机构结算单-2026-10-青禾',
    );
    expect(new FileNames().stem('institution', '2026-10', { shown_id: '', name: '' })).toBe('机构结算单-2026-10');
    expect(new FileNames().stem('channel', '2026-10', { shown_id: 'unknown:7', name: 'unknown:7' })).toBe(
      '渠道结算单-2026-10-unknown7',
    );
  });
});

it('gives packs of other contents another name', () => {
  const closing = { number: 2, at: 0, by: '', hash: '' };
  const name = (...scopes: ('payee' | 'merchant')[]) =>
    packName({ period: '2026-10', state: 'closed', closing }, scopes, ['xlsx', 'pdf']);
  expect(name('payee', 'merchant')).toBe('结算单-2026-10-收款人+商家-xlsx+pdf-第2次关账.zip');
  expect(name('payee')).toBe('结算单-2026-10-收款人-xlsx+pdf-第2次关账.zip');
  expect(packName({ period: '2026-10', state: 'reopened', closing: null }, ['payee'], ['pdf'])).toBe(
    '结算单-2026-10-收款人-pdf-重新打开.zip',
  );
});
