import type { ProductPoint } from '../../../../shared/contract/catalogue.ts';
import { formatFen } from '../../../../shared/money.ts';
import { formatPpm } from '../../../../shared/rate.ts';
import { DAY_SECONDS, dayOf, formatInstant, type Unix } from '../../../../shared/time.ts';
import { axisLook, shortNumber, tipBox } from '../../../parts/chart/base.ts';
import type { ChartOption } from '../../../parts/chart/Chart.tsx';
import type { ChartColours } from '../../../parts/chart/colours.ts';
import { tip } from '../../../parts/chart/tip.ts';

export type TimelineWords = Record<'price' | 'fee' | 'stock' | 'language', string>;

const TOP = 24;
const HEIGHT = 70;
const GAP = 40;
const HOURS_SHOWN_BELOW = 3 * DAY_SECONDS;

/** Price, fee rate and stock below each other over one time: each value holds until the next is known. */
export function timelineOption(
  points: readonly ProductPoint[],
  now: Unix,
  words: TimelineWords,
  colours: ChartColours,
): ChartOption {
  const rows = [
    {
      name: words.price,
      colour: colours.accent,
      value: (point: ProductPoint) => point.price_min_fen,
      text: (value: number) => formatFen(value),
      axis: (value: number) => shortNumber(value / 100, words.language),
    },
    {
      name: words.fee,
      colour: colours.ok,
      value: (point: ProductPoint) => point.service_ratio_ppm,
      text: (value: number) => formatPpm(value),
      axis: (value: number) => formatPpm(Math.round(value)),
    },
    {
      name: words.stock,
      colour: colours.info,
      value: (point: ProductPoint) => point.stock,
      text: (value: number) => value.toLocaleString('en-US'),
      axis: (value: number) => shortNumber(value, words.language),
    },
  ];
  const last = points.at(-1);
  const drawn = last && last.at < now ? [...points, { ...last, at: now }] : points;
  const isShort = drawn.length > 0 && drawn.at(-1)!.at - drawn[0]!.at < HOURS_SHOWN_BELOW;
  const look = axisLook(colours);
  return {
    grid: rows.map((_, n) => ({ left: 62, right: 14, top: TOP + n * (HEIGHT + GAP), height: HEIGHT })),
    axisPointer: { link: [{ xAxisIndex: 'all' }] },
    tooltip: {
      ...tipBox(colours),
      trigger: 'axis',
      formatter: (given) => {
        const point = drawn[(Array.isArray(given) ? given[0] : given)?.dataIndex ?? 0];
        if (!point) return '';
        return tip(
          formatInstant(point.at),
          rows.map(({ name, colour, value, text }) => {
            const is = value(point);
            return { name, colour, value: is === null ? '—' : text(is) };
          }),
        );
      },
    },
    xAxis: rows.map((_, n) => ({
      type: 'time' as const,
      gridIndex: n,
      // The same stretch in all three, whatever round times are near.
      min: (drawn[0]?.at ?? 0) * 1000,
      max: (drawn.at(-1)?.at ?? 0) * 1000,
      ...look,
      splitLine: { show: false },
      axisLabel: {
        ...look.axisLabel,
        show: n === rows.length - 1,
        hideOverlap: true,
        formatter: (value: number) => timeText(Math.floor(value / 1000), isShort),
      },
    })),
    yAxis: rows.map(({ name, axis }, n) => ({
      type: 'value' as const,
      gridIndex: n,
      name,
      nameTextStyle: { color: colours['text-soft'], align: 'left' as const, padding: [0, 0, 0, -54] },
      nameGap: 10,
      // A fee between 15 % and 20 % is no flat line; stock has its floor at nothing.
      scale: n < 2,
      splitNumber: 2,
      ...look,
      axisLine: { show: false },
      axisLabel: { ...look.axisLabel, formatter: axis },
    })),
    series: rows.map(({ name, colour, value }, n) => ({
      type: 'line' as const,
      name,
      xAxisIndex: n,
      yAxisIndex: n,
      step: 'end' as const,
      symbolSize: 5,
      showSymbol: points.length <= 60,
      lineStyle: { color: colour, width: 2 },
      itemStyle: { color: colour },
      ...(n === 2 ? { areaStyle: { color: colour, opacity: 0.14 } } : {}),
      data: drawn.map((point) => [point.at * 1000, value(point)]),
    })),
  };
}

/** "11-30", within a few days with the time. */
function timeText(at: Unix, isShort: boolean): string {
  return isShort ? formatInstant(at).slice(5, 16) : dayOf(at).slice(5);
}

/** Pixels the three pictures need. */
export const TIMELINE_HEIGHT = TOP + 3 * HEIGHT + 2 * GAP + 26;
