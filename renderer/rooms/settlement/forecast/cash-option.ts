import type { ForecastWeek } from '../../../../shared/contract/forecast.ts';
import { formatFen } from '../../../../shared/money.ts';
import { axisLook, legendLook, shortNumber, tipBox } from '../../../parts/chart/base.ts';
import type { ChartOption } from '../../../parts/chart/Chart.tsx';
import type { ChartColours } from '../../../parts/chart/colours.ts';
import { tip } from '../../../parts/chart/tip.ts';

export interface CashWords {
  week: (week: ForecastWeek) => string;
  low: string;
  expected: string;
  high: string;
  band: string;
  language: string;
}

/** What is expected each week as bars, and behind them the band from low to high. */
export function cashOption(weeks: readonly ForecastWeek[], words: CashWords, colours: ChartColours): ChartOption {
  // Lines lie before bars where nothing else is said.
  const shared = {
    type: 'line' as const,
    symbol: 'none',
    silent: true,
    lineStyle: { width: 0 },
    stack: 'band',
    z: 1,
  };
  return {
    grid: { left: 4, right: 8, top: 34, bottom: 4, containLabel: true },
    legend: { ...legendLook(colours), data: [words.expected, words.band] },
    tooltip: {
      ...tipBox(colours),
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      formatter: (given) => {
        const week = weeks[(Array.isArray(given) ? given[0] : given)?.dataIndex ?? 0];
        if (!week) return '';
        return tip(words.week(week), [
          { name: words.high, value: formatFen(week.high_fen) },
          { name: words.expected, value: formatFen(week.expected_fen), colour: colours.accent, strong: true },
          { name: words.low, value: formatFen(week.low_fen) },
        ]);
      },
    },
    xAxis: {
      type: 'category',
      data: weeks.map((week) => words.week(week)),
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
      // Nothing of the lower part is drawn: the band stands on it.
      { ...shared, name: words.low, data: weeks.map(({ low_fen }) => low_fen) },
      {
        ...shared,
        name: words.band,
        itemStyle: { color: colours['accent-soft'] },
        areaStyle: { color: colours['accent-soft'], opacity: 1 },
        data: weeks.map(({ low_fen, high_fen }) => high_fen - low_fen),
      },
      {
        type: 'bar',
        name: words.expected,
        barMaxWidth: 36,
        itemStyle: { color: colours.accent },
        data: weeks.map(({ expected_fen }) => expected_fen),
      },
    ],
  };
}
