import type { Cohorts } from '../../../../shared/contract/analysis.ts';
import { formatFen } from '../../../../shared/money.ts';
import { axisLook, tipBox } from '../../../parts/chart/base.ts';
import { blend, legible } from '../../../parts/chart/blend.ts';
import type { ChartOption } from '../../../parts/chart/Chart.tsx';
import type { ChartColours } from '../../../parts/chart/colours.ts';
import { tip } from '../../../parts/chart/tip.ts';
import { formatCount } from '../../../parts/index.ts';

export interface CohortWords {
  later: (month: number) => string;
  share: string;
  active: string;
  rows: string;
  service: string;
}

/** Share of a cohort's promoters who sold in a month, 0 to 100 with one digit. */
export function activeShare(cohort: Cohorts['cohorts'][number], month: number): number {
  const active = cohort.months[month]?.active ?? 0;
  return Math.round((active / cohort.promoters) * 1000) / 10;
}

/** Cohorts from the oldest at the top, their months to the right, the darker the more of them still sell. */
export function cohortOption(cohorts: Cohorts['cohorts'], words: CohortWords, colours: ChartColours): ChartOption {
  const most = Math.max(1, ...cohorts.map(({ months }) => months.length));
  const data = cohorts.flatMap((cohort, up) =>
    cohort.months.map((_, across): [number, number, number] => [across, up, activeShare(cohort, across)]),
  );
  return {
    grid: { left: 4, right: 8, top: 4, bottom: 4, containLabel: true },
    tooltip: {
      ...tipBox(colours),
      trigger: 'item',
      formatter: (given) => {
        const item = Array.isArray(given) ? given[0] : given;
        const [across = 0, up = 0, share = 0] = (item?.value ?? []) as number[];
        const cohort = cohorts[up]!;
        const month = cohort.months[across]!;
        return tip(`${cohort.month} · ${words.later(across)}`, [
          { name: words.share, value: `${share}%`, strong: true },
          { name: words.active, value: `${formatCount(month.active)} / ${formatCount(cohort.promoters)}` },
          { name: words.rows, value: formatCount(month.rows) },
          { name: words.service, value: formatFen(month.service_amount_fen) },
        ]);
      },
    },
    xAxis: {
      type: 'category',
      position: 'top',
      data: Array.from({ length: most }, (_, month) => words.later(month)),
      ...axisLook(colours),
      axisLine: { show: false },
      splitLine: { show: false },
      axisLabel: { ...axisLook(colours).axisLabel, hideOverlap: true },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: cohorts.map(({ month, promoters }) => `${month}  (${formatCount(promoters)})`),
      ...axisLook(colours),
      axisLine: { show: false },
      splitLine: { show: false },
    },
    visualMap: {
      show: false,
      min: 0,
      max: 100,
      dimension: 2,
      inRange: { color: [colours['accent-soft'], colours.accent] },
    },
    series: [
      {
        type: 'heatmap',
        data,
        itemStyle: { borderColor: colours.surface, borderWidth: 2, borderRadius: 3 },
        emphasis: { itemStyle: { borderColor: colours.text, borderWidth: 1 } },
        label: {
          show: most <= 18,
          fontSize: 11,
          formatter: (given) => {
            const share = (given.value as number[])[2] ?? 0;
            const ground = blend(colours['accent-soft'], colours.accent, share / 100);
            return `{${legible(ground) === '#ffffff' ? 'white' : 'black'}|${Math.round(share)}%}`;
          },
          rich: { white: { color: '#ffffff', fontSize: 12 }, black: { color: '#000000', fontSize: 12 } },
        },
      },
    ],
  };
}
