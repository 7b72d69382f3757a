import { describe, expect, it } from 'vitest';
import type { ChartColours } from '../../../../../renderer/parts/chart/colours.ts';
import { spanTotal, trendOption } from '../../../../../renderer/rooms/orders/analysis/trend-option.ts';
import type { Measures, Trend } from '../../../../../shared/contract/analysis.ts';

const measures = (orders: number): Measures => ({
  rows: orders + 1,
  orders,
  actual_payment_fen: 0,
  service_total_fen: 0,
  platform_amount_fen: 0,
  service_amount_fen: 100,
  promoter_amount_fen: 0,
  owed_fen: 0,
  net_fen: 0,
  difference_fen: 0,
});

/** One order of each day came through both channels. */
const trend = (days: number): Trend => ({
  spans: Array.from({ length: days }, (_, day) => `day ${day}`),
  channels: ['talent', 'promoter'].map((channel) => ({ channel, points: Array(days).fill(measures(3)) })),
  orders: Array(days).fill(5),
  earlier_rows: 0,
  undated_rows: 0,
});

const words = { channel: (channel: string) => channel, span: String, all: 'all', language: 'en' };
const colours = new Proxy({}, { get: (_, name) => String(name) }) as ChartColours;
const drawn = (days: number, measure: keyof Measures) => {
  const option = trendOption(trend(days), measure, words, colours);
  return { series: option.series as { name: string; type: string; stack?: string }[], slider: 'dataZoom' in option };
};

describe('a trend', () => {
  it('adds amounts up over channels, and counts an order of two channels once', () => {
    expect(spanTotal(trend(1), 'service_amount_fen', 0)).toBe(200);
    expect(spanTotal(trend(1), 'rows', 0)).toBe(8);
    expect(spanTotal(trend(1), 'orders', 0)).toBe(5);
  });

  it('puts amounts on each other and orders beside each other', () => {
    expect(drawn(10, 'net_fen').series.map(({ name, type, stack }) => [name, type, stack])).toEqual([
      ['promoter', 'bar', 'all'],
      ['talent', 'bar', 'all'],
    ]);
    expect(drawn(10, 'orders').series.map(({ type, stack }) => [type, stack])).toEqual([
      ['bar', undefined],
      ['bar', undefined],
    ]);
  });

  it('draws lines before bars become hairlines, and gives long ones a slider', () => {
    expect(drawn(80, 'net_fen')).toMatchObject({ series: [{ type: 'bar' }, { type: 'bar' }], slider: false });
    expect(drawn(80, 'orders')).toMatchObject({ series: [{ type: 'line' }, { type: 'line' }], slider: false });
    expect(drawn(101, 'net_fen')).toMatchObject({ series: [{ type: 'line' }, { type: 'line' }], slider: true });
  });
});
