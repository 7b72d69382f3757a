import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountOf } from '../../../electron/service/table-file/amount.ts';
import { formatFen } from '../../../shared/money.ts';

const text = (value: string, unit: 'yuan' | 'fen' = 'yuan') => amountOf({ text: value, number: false }, unit);
const number = (value: string, unit: 'yuan' | 'fen' = 'yuan') => amountOf({ text: value, number: true }, unit);
const fen = (value: number) => ({ kind: 'fen', fen: value });

describe('an amount in a cell', () => {
  it.each([
    ['12', 1200],
    ['12.3', 1230],
    ['12.3400', 1234],
    ['.5', 50],
    ['1,234,567.89', 123_456_789],
    ['¥1,234.50', 123_450],
    ['￥ 8.00', 800],
    ['8元', 800],
    ['人民币8.05元', 805],
    ['RMB 8.05', 805],
    ['-0.01', -1],
    ['−0.01', -1],
    ['－３．２０', -320],
    ['¥-3.20', -320],
    ['-¥3.20', -320],
    ['+3.20', 320],
    ['(3.20)', -320],
    ['（¥3.20）', -320],
    ['3.20-', -320],
    ['="3.20"', 320],
    ['\t3.20', 320],
    ['-0.00', 0],
  ])('reads %s as %i fen', (given, expected) => {
    expect(text(given)).toEqual(fen(expected));
  });

  it('takes the tail off a float', () => {
    expect(number('12.340000000000002')).toEqual(fen(1234));
    expect(number('-0.29999999999999999')).toEqual(fen(-30));
    expect(number('1.2E3')).toEqual(fen(120_000));
    expect(number('1234567890.12')).toEqual(fen(123_456_789_012));
  });

  it('reads fen where the heading says fen', () => {
    expect(text('1,234', 'fen')).toEqual(fen(1234));
    expect(text('(12)', 'fen')).toEqual(fen(-12));
    expect(number('12.0', 'fen')).toEqual(fen(12));
    expect(text('12.5', 'fen')).toEqual({ kind: 'too_fine' });
  });

  it.each(['', '-', '--', '—', '/', '无', '  '])('says that "%s" is nothing', (given) => {
    expect(text(given)).toEqual({ kind: 'none' });
  });

  it.each(['abc', '12元3', '1 2', '12¥', '1,23', '1.2万', '12%', '1.2.3', '--3', '99999999999999999999'])(
    'says that "%s" is no amount',
    (given) => {
      expect(text(given)).toEqual({ kind: 'unreadable' });
    },
  );

  it('never rounds parts of a fen', () => {
    expect(text('1.005')).toEqual({ kind: 'too_fine' });
    expect(number('1.005')).toEqual({ kind: 'too_fine' });
    expect(number('0.001')).toEqual({ kind: 'too_fine' });
  });

  it('reads back whatever the program writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }), (value) => {
        expect(text(formatFen(value))).toEqual(fen(value));
        expect(number(String(value / 100))).toEqual(fen(value));
      }),
    );
  });
});
