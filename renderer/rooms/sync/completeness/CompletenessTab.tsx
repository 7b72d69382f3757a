import { useTranslation } from 'react-i18next';
import { RESOURCES } from '../../../../shared/contract/sync.ts';
import { type SyncControl, useRoute } from '../../../app/client/index.ts';
import { useWord } from '../../../app/i18n/words.ts';
import { useFilters } from '../../../app/router/address.ts';
import { EmptyState, Loaded } from '../../../parts/index.ts';
import { usePlatformNow } from '../../../parts/platform-now.ts';
import { isReadByHour, shownDays } from './calendar.ts';
import { HeatCalendar } from './HeatCalendar.tsx';
import { HeatLegend } from './HeatLegend.tsx';
import { HoleSummary } from './HoleSummary.tsx';
import { MonthStepper } from './MonthStepper.tsx';
import { ResourceChoice } from './ResourceChoice.tsx';
import './completeness.css';

/** Which hours have been read, when, and how many rows they had then and have now. */
export default function CompletenessTab({ sync }: { sync: SyncControl }) {
  const { t } = useTranslation('completeness');
  const word = useWord();
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
        {({ hours, resource: shown }) =>
          hours.some((hour) => hour.state !== 'unread') ? (
            <>
              <HoleSummary hours={hours} resource={shown} sync={sync} />
              {isReadByHour(shown) ? <HeatLegend /> : null}
              <HeatCalendar
                label={t('grid', { resource: word('resource', shown) })}
                hours={hours}
                from={from}
                to={to}
                byHour={isReadByHour(shown)}
              />
            </>
          ) : (
            <EmptyState title={t('empty')} text={t('empty_text')} />
          )
        }
      </Loaded>
    </div>
  );
}
