import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines, fitText, type Measure, splitGraphemes } from '../../../renderer/poster/wrap.ts';
import { oddTitle } from '../../support/poster-content.ts';

/** Every character as wide as the font is large, Latin half of it. */
const measure: Measure = (text, { size }) =>
  splitGraphemes(text).reduce((sum, one) => sum + (one.length === 1 && one.charCodeAt(0) < 256 ? size / 2 : size), 0);
const font = { size: 10, weight: 400 } as const;

describe('lines of a poster', () => {
  it('break between Chinese characters and not inside a word', () => {
    expect(breakLines('轻薄iPhone手机壳', font, 45, 3, measure).lines).toEqual(['轻薄', 'iPhone手', '机壳']);
  });

  it('never begin with a closing mark or end with an opening one', () => {
    expect(breakLines('新鲜水果，现摘现发', font, 40, 3, measure).lines[0]).toBe('新鲜水');
    expect(breakLines('春茶礼（特级）', font, 40, 3, measure).lines[0]).toBe('春茶礼');
  });

  it('break a word only where no line could hold it', () => {
    expect(breakLines('WWWWWWWWWWWW', font, 25, 9, measure).lines).toEqual(['WWWWW', 'WWWWW', 'WW']);
  });

  it('leave no character alone on the last line', () => {
    const { lines } = breakLines('一二三四五六七八九', font, 80, 2, measure);
    expect(lines.join('')).toBe('一二三四五六七八九');
    expect(lines[1]!.length).toBeGreaterThan(2);
  });

  it('end in an ellipsis when the text is longer than its room', () => {
    expect(breakLines('一二三四五六七八', font, 30, 2, measure)).toEqual({ lines: ['一二三', '四五…'], cut: true });
  });

  it('fit their width, keep every character, and never cut one in half', () => {
    fc.assert(
      fc.property(
        fc.nat(5000),
        fc.integer({ min: 20, max: 300 }),
        fc.integer({ min: 1, max: 4 }),
        (seed, width, most) => {
          const text = oddTitle(seed);
          const { lines, cut } = breakLines(text, font, width, most, measure);
          expect(lines.length).toBeLessThanOrEqual(most);
          for (const line of lines) expect(measure(line, font)).toBeLessThanOrEqual(width);
          const plain = (value: string) => value.replaceAll(' ', '');
          const shown = plain(lines.join(''));
          if (!cut) expect(shown).toBe(plain(text));
          else expect(plain(text).startsWith(shown.slice(0, -1))).toBe(true);
          const whole = splitGraphemes(plain(text));
          expect(whole.slice(0, splitGraphemes(shown).length - (cut ? 1 : 0)).join('')).toBe(
            cut ? shown.slice(0, -1) : shown,
          );
        },
      ),
    );
  });

  it('become smaller before they are cut', () => {
    const style = { sizes: [20, 10], weight: 600, leading: 1.3 } as const;
    const fitted = fitText('一二三四五六', style, { width: 60, height: 26, lines: 1 }, measure);
    expect(fitted).toMatchObject({ lines: ['一二三四五六'], cut: false, font: { size: 10 } });
  });
});
