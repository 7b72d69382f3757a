import type { Trend } from '../../../../shared/contract/analysis.ts';
import { axisLook, legendLook, shortNumber, tipBox } from '../../../parts/chart/base.ts';
import type { ChartOption } from '../../../parts/chart/Chart.tsx';
import type { ChartColours } from '../../../parts/chart/colours.ts';
import { tip } from '../../../parts/chart/tip.ts';
import { isMoney, type Measure, measureText } from './measure.ts';

/** From here on bars would be hairlines: areas instead, and a slider to look closer. */
const MANY = 100;

export interface TrendWords {
  channel: (channel: string) => string;
  span: (index: number) => string;
  all: string;
  language: string;
}

/** Known channels first and in colours of their own; unknown ones share the faint one. */
export function channelOrder(trend: Trend): Trend['channels'] {
  const rank = (channel: string) => ['promoter', 'talent'].indexOf(channel) + 1 || 9;
  return trend.channels.toSorted((a, b) => rank(a.channel) - rank(b.channel) || (a.channel < b.channel ? -1 : 1));
}

/** Of all channels. Orders do not add up over them: one may have come through two. */
export function spanTotal({ channels, orders }: Trend, measure: Measure, at: number): number {
  return measure === 'orders' ? orders[at]! : channels.reduce((sum, { points }) => sum + points[at]![measure], 0);
}

export function trendOption(trend: Trend, measure: Measure, words: TrendWords, colours: ChartColours): ChartOption {
  const channels = channelOrder(trend);
  const colourOf = (channel: string) =>
    channel === 'promoter' ? colours.accent : channel === 'talent' ? colours.info : colours['text-faint'];
  const money = isMoney(measure);
  const stacked = measure !== 'orders';
  const long = trend.spans.length > MANY;
  // Beside each other bars are thin sooner.
  const many = long || (!stacked && trend.spans.length * channels.length > MANY);
  return {
    grid: { left: 4, right: 8, top: 34, bottom: long ? 40 : 4, containLabel: true },
    legend: legendLook(colours),
    tooltip: {
      ...tipBox(colours),
      trigger: 'axis',
      axisPointer: { type: many ? 'line' : 'shadow' },
      formatter: (given) => {
        const at = (Array.isArray(given) ? given[0] : given)?.dataIndex ?? 0;
        return tip(words.span(at), [
          ...channels.map(({ channel, points }) => ({
            name: words.channel(channel),
            value: measureText(measure, points[at]![measure]),
            colour: colourOf(channel),
          })),
          { name: words.all, value: measureText(measure, spanTotal(trend, measure, at)), strong: true },
        ]);
      },
    },
    xAxis: {
      type: 'category',
      data: trend.spans,
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
        formatter: (value: number) => shortNumber(money ? value / 100 : value, words.language),
      },
    },
    ...(long
      ? {
          dataZoom: [
            { type: 'inside' as const, zoomOnMouseWheel: 'ctrl' as const },
            {
              type: 'slider' as const,
              height: 20,
              bottom: 4,
              showDataShadow: true,
              borderColor: colours.line,
              fillerColor: colours['accent-soft'],
              handleStyle: { color: colours.surface, borderColor: colours['line-strong'] },
              moveHandleStyle: { color: colours['line-strong'] },
              dataBackground: {
                lineStyle: { color: colours['line-strong'] },
                areaStyle: { color: colours.line },
              },
              selectedDataBackground: {
                lineStyle: { color: colours.accent },
                areaStyle: { color: colours['accent-soft'] },
              },
              textStyle: { color: colours['text-faint'], fontSize: 11 },
            },
          ],
        }
      : {}),
    series: channels.map(({ channel, points }) => {
      const shared = {
        name: words.channel(channel),
        ...(stacked ? { stack: 'all' } : {}),
        itemStyle: { color: colourOf(channel) },
        data: points.map((point) => point[measure]),
      };
      return many
        ? {
            ...shared,
            type: 'line' as const,
            symbol: 'none',
            ...(stacked
              ? // No outline: that of an empty series would cover the one below it.
                { lineStyle: { width: 0 }, areaStyle: { opacity: 0.8 } }
              : { lineStyle: { width: 2, color: colourOf(channel) } }),
          }
        : { ...shared, type: 'bar' as const, barMaxWidth: 28 };
    }),
  };
}
