import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OrdersBodyProps } from '../body.ts';
import { CohortsView } from './CohortsView.tsx';
import { DelaysView } from './DelaysView.tsx';
import { PivotView } from './PivotView.tsx';
import { RefundsView } from './RefundsView.tsx';
import { TrendView } from './TrendView.tsx';
import { useChoice } from './use-choice.ts';
import './analysis.css';

const LOOKS = ['pivot', 'trend', 'delays', 'refunds', 'cohorts'] as const;
const VIEWS = { pivot: PivotView, trend: TrendView, delays: DelaysView, refunds: RefundsView, cohorts: CohortsView };

/** What all views of the analysis are of. */
export type AnalysisProps = Pick<OrdersBodyProps, 'filter' | 'asOf'>;

/** The rows of the filter, summed up in five ways; every figure leads to its rows. */
export function AnalysisTab({ filter, asOf }: OrdersBodyProps) {
  const { t } = useTranslation('analysis');
  const [look, setLook] = useChoice('look', LOOKS, 'pivot');
  const View = VIEWS[look];
  return (
    <div className="ld-analysis">
      <Segmented
        className="ld-analysis__looks"
        aria-label={t('label')}
        value={look}
        onChange={setLook}
        options={LOOKS.map((value) => ({ value, label: t(`look.${value}`) }))}
      />
      <View filter={filter} asOf={asOf} />
    </div>
  );
}
