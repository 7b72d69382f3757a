import { describe, expect, it } from 'vitest';
import { jumpBack, momentOf, readAsOf } from '../../../../../renderer/rooms/orders/as-of/as-of.ts';
import { formatInstant } from '../../../../../shared/time.ts';

const NOW = momentOf('2026-11-22 12:00:00')!;

describe('the past moment of the page', () => {
  it('is read from the address, nonsense and the future are now', () => {
    expect(readAsOf('1790000000', NOW)).toBe(1_790_000_000);
    expect(readAsOf('0', NOW)).toBe(0);
    for (const text of [null, '', 'yesterday', '-5', '1e9', '1.5', '99999999999', '9999999999', String(NOW)]) {
      expect(readAsOf(text, NOW)).toBeNull();
    }
  });

  it('goes back by days, and to the beginning of the month', () => {
    const at = (jump: Parameters<typeof jumpBack>[0], civil: string) => formatInstant(jumpBack(jump, momentOf(civil)!));
    expect(at('day', '2026-03-01 08:30:00')).toBe('2026-02-28 08:30:00');
    expect(at('week', '2026-01-03 23:59:59')).toBe('2025-12-27 23:59:59');
    expect(at('month', '2026-01-03 23:59:59')).toBe('2026-01-01 00:00:00');
    expect(at('month', '2026-01-01 00:00:00')).toBe('2025-12-01 00:00:00');
    expect(jumpBack('week', 5)).toBe(0);
  });

  it('is written and read in UTC+8', () => {
    expect(formatInstant(momentOf('2026-10-31 23:59:59')!)).toBe('2026-10-31 23:59:59');
    for (const text of ['2026-02-30 00:00:00', '2026-10-31', '']) expect(momentOf(text)).toBeNull();
  });
});
