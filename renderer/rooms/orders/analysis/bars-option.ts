import { axisLook, legendLook, shortNumber, tipBox } from '../../../parts/chart/base.ts';
import { blend } from '../../../parts/chart/blend.ts';
import type { ChartOption } from '../../../parts/chart/Chart.tsx';
import type { ChartColours } from '../../../parts/chart/colours.ts';
import { type TipLine, tip } from '../../../parts/chart/tip.ts';

export interface BarsInput {
  names: readonly string[];
  /** As they stand below the bars. */
  marks: readonly string[];
  /** `soft`: the colour is one for text, too heavy as a fill. */
  series: readonly { name: string; colour: string; soft?: boolean; values: readonly number[] }[];
  tipOf: (at: number) => TipLine[];
  language: string;
}

/** Counts by class, one bar each; several series stand on each other. */
export function barsOption({ names, marks, series, tipOf, language }: BarsInput, colours: ChartColours): ChartOption {
  const several = series.length > 1;
  return {
    grid: { left: 4, right: 8, top: several ? 34 : 20, bottom: 4, containLabel: true },
    ...(several ? { legend: legendLook(colours) } : {}),
    tooltip: {
      ...tipBox(colours),
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      formatter: (given) => {
        const at = (Array.isArray(given) ? given[0] : given)?.dataIndex ?? 0;
        return tip(names[at] ?? '', tipOf(at));
      },
    },
    xAxis: {
      type: 'category',
      data: [...marks],
      ...axisLook(colours),
      splitLine: { show: false },
      axisLabel: { ...axisLook(colours).axisLabel, interval: 0, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      ...axisLook(colours),
      axisLine: { show: false },
      axisLabel: { ...axisLook(colours).axisLabel, formatter: (value: number) => shortNumber(value, language) },
    },
    series: series.map(({ name, colour, soft = false, values }) => ({
      type: 'bar',
      name,
      stack: 'all',
      barMaxWidth: 44,
      barCategoryGap: '22%',
      itemStyle: { color: soft ? blend(colours.surface, colour, 0.62) : colour },
      data: [...values],
      ...(several
        ? {}
        : {
            label: {
              show: true,
              position: 'top',
              color: colours['text-soft'],
              fontSize: 11,
              // Lines of the scale stop before a figure.
              textBorderColor: colours.surface,
              textBorderWidth: 4,
              formatter: ({ value }: { value?: unknown }) => (value ? shortNumber(Number(value), language) : ''),
            },
            labelLayout: { hideOverlap: true },
          }),
    })),
  };
}
