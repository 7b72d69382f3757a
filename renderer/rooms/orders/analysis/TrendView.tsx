import { Segmented, Select } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel } from '../../../../shared/channel.ts';
import type { Trend } from '../../../../shared/contract/analysis.ts';
import type { OrderFilter } from '../../../../shared/contract/order.ts';
import { addDays } from '../../../../shared/time.ts';
import { useRoute } from '../../../app/client/index.ts';
import { navigate } from '../../../app/router/hash-location.ts';
import { ChartPanel } from '../../../parts/chart/ChartPanel.tsx';
import { useChartColours } from '../../../parts/chart/colours.ts';
import { EmptyState, Loaded, useChannelWord } from '../../../parts/index.ts';
import type { AnalysisProps } from './AnalysisTab.tsx';
import { FigureTable } from './FigureTable.tsx';
import { filterOf, STEPS, type Step } from './filter-of.ts';
import { MEASURES, type Measure } from './measure.ts';
import { NothingFound } from './NothingFound.tsx';
import { asked } from './question.ts';
import { RowsLink } from './RowsLink.tsx';
import { rowsAddress } from './rows-address.ts';
import { channelOrder, spanTotal, trendOption } from './trend-option.ts';
import { useChoice } from './use-choice.ts';
import { useMemberWord } from './use-member-word.ts';
import { usePictureNote } from './use-picture-note.ts';

/** One measure over time, by channel. */
export function TrendView({ filter, asOf }: AnalysisProps) {
  const { t } = useTranslation('analysis');
  const [step, setStep] = useChoice<Step>('trend_step', STEPS, stepFor(filter));
  const [measure, setMeasure] = useChoice<Measure>('trend_measure', MEASURES, 'service_amount_fen');
  return (
    <div className="ld-analysis__scroll">
      <div className="ld-analysis__bar">
        {/* biome-ignore lint/a11y/noLabelWithoutControl: the select inside is the control */}
        <label>
          {t('measure_label')}
          <Select<Measure>
            value={measure}
            onChange={setMeasure}
            options={MEASURES.map((value) => ({ value, label: t(`measure.${value}`) }))}
            popupMatchSelectWidth={false}
          />
        </label>
        <Segmented
          aria-label={t('trend.step_label')}
          value={step}
          onChange={setStep}
          options={STEPS.map((value) => ({ value, label: t(`trend.step.${value}`) }))}
        />
      </div>
      {/* Points of another step are other spans, so nothing of the answer before is kept. */}
      <Answer key={step} filter={filter} asOf={asOf} step={step} measure={measure} />
    </div>
  );
}

/** Days of a short range, weeks of a long one, until staff say otherwise. */
function stepFor({ from, to }: OrderFilter): Step {
  return from !== undefined && addDays(from, 100) > (to ?? addDays(from, 100)) ? 'day' : 'week';
}

function Answer({ filter, asOf, step, measure }: AnalysisProps & { step: Step; measure: Measure }) {
  const query = useRoute('analysis.trend', { ...asked(filter, asOf), step }, { keep: true });
  return (
    <Loaded query={query} lines={10}>
      {(trend) => <Shown trend={trend} filter={filter} asOf={asOf} step={step} measure={measure} />}
    </Loaded>
  );
}

function Shown({ trend, filter, asOf, step, measure }: AnalysisProps & { trend: Trend; step: Step; measure: Measure }) {
  const { t, i18n } = useTranslation('analysis');
  const channelWord = useChannelWord();
  const word = useMemberWord();
  const colours = useChartColours();
  const note = usePictureNote(filter, asOf);
  const { axis } = filter;
  const channels = useMemo(() => channelOrder(trend), [trend]);
  const option = useMemo(
    () =>
      trendOption(
        trend,
        measure,
        {
          channel: (channel) => channelWord(channel as Channel),
          span: (at) => word(step, { value: trend.spans[at]!, label: null }, axis),
          all: t('trend.all'),
          language: i18n.language,
        },
        colours,
      ),
    [trend, measure, step, axis, colours, channelWord, word, t, i18n.language],
  );
  if (trend.spans.length === 0) {
    if (trend.undated_rows === 0) return <NothingFound />;
    const named = { axis: t(`axis.${axis}`) };
    return <EmptyState title={t('trend.all_undated', named)} text={t('trend.all_undated_hint')} />;
  }
  const filterAt = (at: number, channel: string | null) => {
    const spanned = filterOf(filter, step, trend.spans[at]!);
    return channel === null ? spanned : filterOf(spanned, 'channel', channel);
  };
  const notes = [
    trend.earlier_rows ? t('trend.earlier', { count: trend.earlier_rows }) : null,
    trend.undated_rows ? t('trend.undated', { count: trend.undated_rows, axis: t(`axis.${axis}`) }) : null,
  ].filter((text) => text !== null);
  return (
    <ChartPanel
      title={t('trend.title', { measure: t(`measure.${measure}`) })}
      label={t('trend.label', {
        from: trend.spans[0]!,
        to: trend.spans.at(-1)!,
        step: t(`trend.step.${step}`),
        measure: t(`measure.${measure}`),
      })}
      note={note}
      option={option}
      height="max(420px, 100vh - 380px)"
      hint={notes.length ? notes.join(' · ') : undefined}
      onPick={({ x, series }) => {
        if (x >= 0 && x < trend.spans.length)
          navigate(rowsAddress(filterAt(x, series === null ? null : (channels[series]?.channel ?? null)), asOf));
      }}
      table={
        <FigureTable
          heads={[t('trend.span'), ...channels.map(({ channel }) => channelWord(channel as Channel)), t('trend.all')]}
          rows={trend.spans
            .map((span, at) => ({
              key: span,
              name: word(step, { value: span, label: null }, axis),
              cells: [
                ...channels.map(({ channel, points }) => (
                  <RowsLink
                    key={channel}
                    value={points[at]![measure]}
                    measure={measure}
                    rows={points[at]!.rows}
                    filter={filterAt(at, channel)}
                    asOf={asOf}
                  />
                )),
                <RowsLink
                  key="all"
                  value={spanTotal(trend, measure, at)}
                  measure={measure}
                  rows={channels.reduce((sum, { points }) => sum + points[at]!.rows, 0)}
                  filter={filterAt(at, null)}
                  asOf={asOf}
                />,
              ],
            }))
            .reverse()}
        />
      }
    />
  );
}
