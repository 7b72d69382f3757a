import type { TrackMonth } from '../../../../shared/contract/forecast.ts';
import { formatFen } from '../../../../shared/money.ts';
import { axisLook, legendLook, shortNumber, tipBox } from '../../../parts/chart/base.ts';
import type { ChartOption } from '../../../parts/chart/Chart.tsx';
import type { ChartColours } from '../../../parts/chart/colours.ts';
import { tip } from '../../../parts/chart/tip.ts';

export type TrackWords = Record<'estimated' | 'settled' | 'waiting' | 'variance' | 'language', string>;

/** Estimates beside what became of them: settled, and on top of it what still waits. */
export function tracksOption(months: readonly TrackMonth[], words: TrackWords, colours: ChartColours): ChartOption {
  const bar = { type: 'bar' as const, barMaxWidth: 26 };
  return {
    grid: { left: 4, right: 8, top: 34, bottom: 4, containLabel: true },
    legend: legendLook(colours),
    tooltip: {
      ...tipBox(colours),
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      formatter: (given) => {
        const month = months[(Array.isArray(given) ? given[0] : given)?.dataIndex ?? 0];
        if (!month) return '';
        return tip(month.period, [
          { name: words.estimated, value: formatFen(month.estimated_fen), colour: colours['text-faint'] },
          { name: words.settled, value: formatFen(month.settled_fen), colour: colours.accent },
          { name: words.waiting, value: formatFen(month.waiting_fen), colour: colours.info },
          { name: words.variance, value: formatFen(month.variance_fen), strong: true },
        ]);
      },
    },
    xAxis: {
      type: 'category',
      data: months.map(({ period }) => period),
      ...axisLook(colours),
      splitLine: { show: false },
      axisLabel: { ...axisLook(colours).axisLabel, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      ...axisLook(colours),
      axisLine: { show: false },
      axisLabel: {
        ...axisLook(colours).axisLabel,
        formatter: (value: number) => shortNumber(value / 100, words.language),
      },
    },
    series: [
      {
        ...bar,
        name: words.estimated,
        itemStyle: { color: colours['text-faint'], opacity: 0.62 },
        data: months.map(({ estimated_fen }) => estimated_fen),
      },
      {
        ...bar,
        name: words.settled,
        stack: 'real',
        itemStyle: { color: colours.accent },
        data: months.map(({ settled_fen }) => settled_fen),
      },
      {
        ...bar,
        name: words.waiting,
        stack: 'real',
        itemStyle: { color: colours.info },
        data: months.map(({ waiting_fen }) => waiting_fen),
      },
    ],
  };
}
