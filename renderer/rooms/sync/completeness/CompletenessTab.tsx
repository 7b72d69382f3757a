import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Completeness, RESOURCES } from '../../../../shared/contract/sync.ts';
import type { Day } from '../../../../shared/time.ts';
import { type SyncControl, useRoute } from '../../../app/client/index.ts';
import { useWord } from '../../../app/i18n/words.ts';
import { useFilters } from '../../../app/router/address.ts';
import { EmptyState, Loaded } from '../../../parts/index.ts';
import { usePlatformNow } from '../../../parts/platform-now.ts';
import { isReadByHour, shownDays } from './calendar.ts';
import { HeatCalendar } from './HeatCalendar.tsx';
import { HeatLegend } from './HeatLegend.tsx';
import { HoleSummary } from './HoleSummary.tsx';
import { withoutUndue } from './holes.ts';
import { MonthStepper } from './MonthStepper.tsx';
import { ResourceChoice } from './ResourceChoice.tsx';
import './completeness.css';

/** Which hours have been read, when, and how many rows they had then and have now. */
export default function CompletenessTab({ sync }: { sync: SyncControl }) {
  const { params, set } = useFilters();
  const now = usePlatformNow();
  const resource = RESOURCES.find((known) => known === params.get('resource')) ?? 'orders';
  const month = params.get('month');
  const { from, to } = shownDays(month, now);
  const answer = useRoute('sync.completeness', { resource, from, to }, { keep: true });
  return (
    <div className="ld-completeness">
      <div className="ld-completeness__choice">
        <ResourceChoice
          value={resource}
          onChoose={(chosen) => set({ resource: chosen === 'orders' ? null : chosen })}
        />
        <MonthStepper month={month} now={now} onChange={(chosen) => set({ month: chosen })} />
      </div>
      <Loaded query={answer} lines={10}>
        {(data) => <Hours answer={data} sync={sync} from={from} to={to} />}
      </Loaded>
    </div>
  );
}

function Hours({ answer, sync, from, to }: { answer: Completeness; sync: SyncControl; from: Day; to: Day }) {
  const { t } = useTranslation('completeness');
  const word = useWord();
  const { resource } = answer;
  const byHour = isReadByHour(resource);
  const hours = useMemo(
    () => (byHour ? withoutUndue(answer.hours, answer.known_as_of) : answer.hours),
    [answer, byHour],
  );
  if (hours.every((hour) => hour.state === 'unread')) return <EmptyState title={t('empty')} text={t('empty_text')} />;
  return (
    <>
      <HoleSummary hours={hours} resource={resource} sync={sync} />
      {byHour ? <HeatLegend /> : null}
      <HeatCalendar
        label={t('grid', { resource: word('resource', resource) })}
        hours={hours}
        from={from}
        to={to}
        byHour={byHour}
      />
    </>
  );
}
