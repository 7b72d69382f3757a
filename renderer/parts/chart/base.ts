import type { ChartOption } from './Chart.tsx';
import type { ChartColours } from './colours.ts';

/** Tooltip box in the theme's colours; the content brings its own nodes (see tip.ts). */
export function tipBox(colours: ChartColours) {
  return {
    backgroundColor: colours.raised,
    borderColor: colours.line,
    borderWidth: 1,
    padding: [8, 10] as [number, number],
    confine: true,
    transitionDuration: 0,
    extraCssText: 'box-shadow: 0 4px 14px rgba(0, 0, 0, 0.14); border-radius: 4px;',
  };
}

export function axisLook(colours: ChartColours) {
  return {
    axisLine: { lineStyle: { color: colours['line-strong'] } },
    axisTick: { show: false },
    axisLabel: { color: colours['text-faint'], fontSize: 11 },
    splitLine: { lineStyle: { color: colours.line } },
  };
}

export function legendLook(colours: ChartColours): NonNullable<ChartOption['legend']> {
  return {
    top: 0,
    left: 0,
    itemWidth: 9,
    itemHeight: 9,
    itemGap: 18,
    icon: 'roundRect',
    textStyle: { color: colours['text-soft'], fontSize: 12 },
    inactiveColor: colours['line-strong'],
  };
}

/** A large number short: 12,300 reads 1.23 万 in Chinese and 12.3k in English. */
export function shortNumber(value: number, language: string): string {
  const steps: [number, string][] = language.startsWith('zh')
    ? [
        [100_000_000, ' 亿'],
        [10_000, ' 万'],
      ]
    : [
        [1_000_000_000, 'B'],
        [1_000_000, 'M'],
        [1000, 'k'],
      ];
  const step = steps.find(([size]) => Math.abs(value) >= size);
  const [size, word] = step ?? [1, ''];
  return `${(value / size).toLocaleString('en-US', { maximumFractionDigits: 2 })}${word}`;
}
