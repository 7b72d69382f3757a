import { Select } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cohorts } from '../../../../shared/contract/analysis.ts';
import { formatFen } from '../../../../shared/money.ts';
import { useRoute } from '../../../app/client/index.ts';
import { navigate } from '../../../app/router/hash-location.ts';
import { ChartPanel } from '../../../parts/chart/ChartPanel.tsx';
import { useChartColours } from '../../../parts/chart/colours.ts';
import { EmptyState, formatCount, Loaded } from '../../../parts/index.ts';
import type { AnalysisProps } from './AnalysisTab.tsx';
import { activeShare, cohortOption } from './cohort-option.ts';
import { FigureTable } from './FigureTable.tsx';
import { cohortFilter } from './filter-of.ts';
import { asked } from './question.ts';
import { Figure } from './RowsLink.tsx';
import { rowsAddress } from './rows-address.ts';
import { useChoice } from './use-choice.ts';
import { usePictureNote } from './use-picture-note.ts';

type Cohort = Cohorts['cohorts'][number];
const SHOWN = ['share', 'active', 'rows', 'service_amount_fen'] as const;
type Shown = (typeof SHOWN)[number];

/** Who begins when, and who stays. */
export function CohortsView({ filter, asOf }: AnalysisProps) {
  const { t } = useTranslation('analysis');
  const query = useRoute('analysis.cohorts', asked(filter, asOf), { keep: true });
  return (
    <div className="ld-analysis__scroll">
      <Loaded query={query} lines={12}>
        {({ cohorts }) =>
          cohorts.length === 0 ? (
            <EmptyState title={t('cohorts.none')} text={t('cohorts.none_hint')} />
          ) : (
            <Found cohorts={cohorts} filter={filter} asOf={asOf} />
          )
        }
      </Loaded>
    </div>
  );
}

function Found({ cohorts, filter, asOf }: AnalysisProps & { cohorts: readonly Cohort[] }) {
  const { t } = useTranslation('analysis');
  const [shown, setShown] = useChoice<Shown>('cohort_shows', SHOWN, 'share');
  const colours = useChartColours();
  const note = usePictureNote(filter, asOf);
  const most = Math.max(...cohorts.map(({ months }) => months.length));
  const option = useMemo(
    () =>
      cohortOption(
        [...cohorts],
        {
          later: (n) => (n === 0 ? t('cohorts.first') : `+${n}`),
          share: t('cohorts.share'),
          active: t('cohorts.active'),
          rows: t('cohorts.rows'),
          service: t('cohorts.service_amount_fen'),
        },
        colours,
      ),
    [cohorts, colours, t],
  );
  return (
    <ChartPanel
      title={t('cohorts.title')}
      label={t('cohorts.label', { count: cohorts.length })}
      note={note}
      option={option}
      height={Math.max(160, cohorts.length * 30 + 36)}
      hint={t('cohorts.hint', { axis: t(`axis.${filter.axis}`) })}
      onPick={({ x, y }) => {
        const cohort = cohorts[y];
        const narrowed = cohort?.months[x]?.rows ? cohortFilter(filter, cohort, x) : null;
        if (narrowed) navigate(rowsAddress(narrowed, asOf));
      }}
      extra={
        <Select<Shown>
          size="small"
          aria-label={t('cohorts.show')}
          value={shown}
          onChange={setShown}
          options={SHOWN.map((value) => ({ value, label: t(`cohorts.${value}`) }))}
          popupMatchSelectWidth={false}
        />
      }
      table={
        <FigureTable
          heads={[
            t('cohorts.month'),
            t('cohorts.promoters'),
            ...Array.from({ length: most }, (_, n) => (n === 0 ? t('cohorts.first') : `+${n}`)),
          ]}
          rows={cohorts.map((cohort) => ({
            key: cohort.month,
            name: cohort.month,
            cells: [
              <Figure
                key="all"
                text={formatCount(cohort.promoters)}
                rows={cohort.promoters}
                filter={cohortFilter(filter, cohort, null)}
                why={t('cohorts.too_many')}
                asOf={asOf}
              />,
              ...cohort.months.map((month, later) => (
                <Figure
                  // biome-ignore lint/suspicious/noArrayIndexKey: the month is its place
                  key={later}
                  text={cellText(cohort, later, shown)}
                  rows={month.rows}
                  filter={cohortFilter(filter, cohort, later)}
                  why={t('cohorts.too_many')}
                  asOf={asOf}
                />
              )),
            ],
          }))}
        />
      }
    />
  );
}

function cellText(cohort: Cohort, later: number, shown: Shown): string {
  const month = cohort.months[later]!;
  if (shown === 'share') return `${activeShare(cohort, later).toFixed(1)}%`;
  return shown === 'service_amount_fen' ? formatFen(month.service_amount_fen) : formatCount(month[shown]);
}
