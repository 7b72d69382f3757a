import { expect, it } from 'vitest';
import type { ChartColours } from '../../../../renderer/parts/chart/colours.ts';
import { timelineOption } from '../../../../renderer/rooms/products/timeline/timeline-option.ts';

const colours = new Proxy({}, { get: (_, name) => `#${String(name)}` }) as ChartColours;
const words = { price: '价格', fee: '费率', stock: '库存', language: 'zh' };

it('draws price, fee and stock under each other over one time, the last value up to now', () => {
  const point = { price_min_fen: 1000, price_max_fen: 1200, stock: 7, service_ratio_ppm: 150_000 };
  const option = timelineOption(
    [
      { at: 100, ...point },
      { at: 200, ...point, stock: null },
    ],
    300,
    words,
    colours,
  );
  const series = option.series as { name: string; data: unknown[]; xAxisIndex: number; step: string }[];
  expect(series.map(({ name, xAxisIndex, step }) => [name, xAxisIndex, step])).toEqual([
    ['价格', 0, 'end'],
    ['费率', 1, 'end'],
    ['库存', 2, 'end'],
  ]);
  expect(series[0]?.data).toEqual([
    [100_000, 1000],
    [200_000, 1000],
    [300_000, 1000],
  ]);
  expect(series[2]?.data).toEqual([
    [100_000, 7],
    [200_000, null],
    [300_000, null],
  ]);
  // A page that is older than the newest reading draws nothing into the past.
  expect(
    (timelineOption([{ at: 500, ...point }], 300, words, colours).series as { data: unknown[] }[])[0]?.data,
  ).toHaveLength(1);
});
