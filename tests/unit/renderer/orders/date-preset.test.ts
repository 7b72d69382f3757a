import { describe, expect, it } from 'vitest';
import { DATE_PRESETS, monthDays, presetOf, presetRange } from '../../../../renderer/rooms/orders/date-preset.ts';

describe('date presets', () => {
  it.each([
    ['today', '2026-03-15', '2026-03-15'],
    ['yesterday', '2026-03-14', '2026-03-14'],
    ['last7', '2026-03-09', '2026-03-15'],
    ['last30', '2026-02-14', '2026-03-15'],
    ['month', '2026-03-01', '2026-03-31'],
    ['last_month', '2026-02-01', '2026-02-28'],
  ] as const)('%s', (preset, from, to) => {
    expect(presetRange(preset, '2026-03-15')).toEqual({ from, to });
  });

  it('crosses years and leap days', () => {
    expect(presetRange('last_month', '2026-01-02')).toEqual({ from: '2025-12-01', to: '2025-12-31' });
    expect(monthDays('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  });

  it('knows a preset again by its range', () => {
    for (const preset of DATE_PRESETS) expect(presetOf(presetRange(preset, '2026-03-15'), '2026-03-15')).toBe(preset);
    expect(presetOf({ from: '2026-03-02', to: '2026-03-15' }, '2026-03-15')).toBeNull();
    expect(presetOf({}, '2026-03-15')).toBeNull();
  });
});
