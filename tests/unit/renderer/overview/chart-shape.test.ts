import { describe, expect, it } from 'vitest';
import { axisText } from '../../../../renderer/rooms/overview/axis-text.ts';
import { chartShape, roundScale } from '../../../../renderer/rooms/overview/chart-shape.ts';
import { monthDays } from '../../../../renderer/rooms/overview/month-days.ts';
import type { Overview } from '../../../../shared/contract/desk.ts';

const row = (day: string, channel: Overview['days'][number]['channel'], paid: number) => ({
  day,
  channel,
  rows: 1,
  actual_payment_fen: paid,
  service_amount_fen: 1,
});

describe('the chart of thirty days', () => {
  it('stacks the known channels first and orders the days', () => {
    const { bars, legend } = chartShape(
      [row('2026-11-02', 'unknown:7', 5), row('2026-11-02', 'promoter', 10), row('2026-11-01', 'talent', 3)],
      'actual_payment_fen',
    );
    expect(bars.map(({ day, total }) => [day, total])).toEqual([
      ['2026-11-01', 3],
      ['2026-11-02', 15],
    ]);
    expect(bars[1]!.parts.map(({ channel, from }) => [channel, from])).toEqual([
      ['promoter', 0],
      ['unknown:7', 10],
    ]);
    expect(legend.map(({ channel }) => channel)).toEqual(['promoter', 'talent', 'unknown:7']);
  });

  it('counts refunds in the total without drawing below the line', () => {
    const { bars } = chartShape(
      [row('2026-11-01', 'talent', -4), row('2026-11-01', 'promoter', 9)],
      'actual_payment_fen',
    );
    expect(bars[0]!.total).toBe(5);
    expect(bars[0]!.parts).toEqual([{ channel: 'promoter', value: 9, from: 0 }]);
  });

  it('has a scale of round steps that covers the largest bar', () => {
    expect(roundScale(0)).toEqual({ top: 1, ticks: [0] });
    expect(roundScale(2_350_000)).toEqual({ top: 3_000_000, ticks: [0, 1_000_000, 2_000_000, 3_000_000] });
    for (const largest of [1, 7, 99, 12_345, 9_999_999])
      expect(roundScale(largest).top).toBeGreaterThanOrEqual(largest);
  });

  it('says its steps shortly', () => {
    expect([axisText(1_000_000, 'actual_payment_fen', 'zh'), axisText(1_000_000, 'actual_payment_fen', 'en')]).toEqual([
      '1万',
      '10k',
    ]);
    expect(axisText(150, 'rows', 'zh')).toBe('150');
  });
});

describe('the days of a month', () => {
  it('are both included', () => {
    expect(monthDays('2026-02')).toEqual({ from: '2026-02-01', to: '2026-02-28' });
    expect(monthDays('soon')).toEqual({});
  });
});
