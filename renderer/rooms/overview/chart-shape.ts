import type { Channel } from '../../../shared/channel.ts';
import type { Overview } from '../../../shared/contract/desk.ts';

export type Metric = 'actual_payment_fen' | 'service_amount_fen' | 'rows';
export const METRICS: readonly Metric[] = ['actual_payment_fen', 'service_amount_fen', 'rows'];

export interface DayBar {
  day: string;
  total: number;
  /** From the bottom up, in the order of the legend; channels without sales that day are left out. */
  parts: { channel: Channel; value: number; from: number }[];
}

export interface ChartShape {
  bars: DayBar[];
  /** Channels seen, the known ones first, with their sums. */
  legend: { channel: Channel; sum: number }[];
  /** Top of the scale and its steps, round numbers. */
  top: number;
  ticks: number[];
}

const KNOWN: readonly Channel[] = ['promoter', 'talent'];
const rank = (channel: Channel) => (KNOWN.indexOf(channel) + KNOWN.length + 1) % (KNOWN.length + 1);

/** The least of 1, 2, 2.5, 5 times a power of ten that covers a third of the value, three steps high. */
export function roundScale(largest: number): { top: number; ticks: number[] } {
  if (largest <= 0) return { top: 1, ticks: [0] };
  const rough = largest / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((size) => size >= rough)!;
  return { top: step * 3, ticks: [0, step, step * 2, step * 3] };
}

/** One bar a day, stacked by channel. Negative values (refunds) do not go below the line but count in the total. */
export function chartShape(days: Overview['days'], metric: Metric): ChartShape {
  const sums = new Map<Channel, number>();
  const byDay = new Map<string, { channel: Channel; value: number }[]>();
  for (const row of days) {
    sums.set(row.channel, (sums.get(row.channel) ?? 0) + row[metric]);
    const parts = byDay.get(row.day) ?? [];
    parts.push({ channel: row.channel, value: row[metric] });
    byDay.set(row.day, parts);
  }
  const bars = [...byDay].map(([day, values]): DayBar => {
    let from = 0;
    const parts = values
      .filter(({ value }) => value > 0)
      .sort((a, b) => rank(a.channel) - rank(b.channel))
      .map(({ channel, value }) => {
        const part = { channel, value, from };
        from += value;
        return part;
      });
    return { day, total: values.reduce((sum, { value }) => sum + value, 0), parts };
  });
  bars.sort((a, b) => (a.day < b.day ? -1 : 1));
  const legend = [...sums]
    .map(([channel, sum]) => ({ channel, sum }))
    .sort((a, b) => rank(a.channel) - rank(b.channel));
  return { bars, legend, ...roundScale(Math.max(0, ...bars.map((bar) => bar.total))) };
}
