import { describe, expect, it } from 'vitest';
import { PALETTES } from '../../../../renderer/app/theme/palette.ts';
import { blend, contrast, legible } from '../../../../renderer/parts/chart/blend.ts';

describe('colours of a picture', () => {
  it('are mixed from the ground to the colour', () => {
    expect(blend('#ffffff', '#0b6b61', 0)).toBe('#ffffff');
    expect(blend('#ffffff', '#0b6b61', 1)).toBe('#0b6b61');
    expect(blend('#000000', '#ffffff', 0.5)).toBe('#808080');
  });

  it('contrast as WCAG counts it', () => {
    expect(contrast('#000000', '#ffffff')).toBe(21);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  it.each(Object.entries(PALETTES))('leave the figures on every step of the %s scale readable', (_, palette) => {
    for (let share = 0; share <= 100; share += 1) {
      const ground = blend(palette.accentSoft, palette.accent, share / 100);
      expect(contrast(ground, legible(ground))).toBeGreaterThanOrEqual(4.5);
    }
  });
});
