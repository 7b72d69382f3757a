import { useRoute } from '../../../app/client/index.ts';
import { useFilters } from '../../../app/router/address.ts';
import { Loaded } from '../../../parts/index.ts';
import { readTab } from '../period-address.ts';
import type { PeriodViewProps } from '../views.ts';
import { PeriodPage } from './PeriodPage.tsx';

/** The month's figures, who they belong to, and what stands between it and its closing. */
export default function SummaryView({ period }: PeriodViewProps) {
  const { params, set } = useFilters();
  const page = useRoute('settlement.period', { period }, { keep: true });
  return (
    <Loaded query={page} lines={10}>
      {(data) => <PeriodPage data={data} tab={readTab(params.get('tab'))} onTab={(tab) => set({ tab })} />}
    </Loaded>
  );
}
