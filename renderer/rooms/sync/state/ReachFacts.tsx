import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SyncStatus } from '../../../../shared/contract/sync.ts';
import { dayOf } from '../../../../shared/time.ts';
import { useRoute } from '../../../app/client/index.ts';
import { Absent } from '../../../parts/index.ts';
import { skewText } from '../clock.ts';
import { useSpan } from './use-span.ts';

/** How far back the books are whole, how much is read again each time and why, the clocks, the address. */
export function ReachFacts({ status }: { status: SyncStatus }) {
  const { t } = useTranslation('sync');
  const span = useSpan();
  const { data: desk } = useRoute('desk.status', {});
  return (
    <dl className="ld-reach">
      <Fact name={t('reach.covered')}>
        {status.covered_from === null ? (
          <span className="ld-faint">{t('reach.none')}</span>
        ) : (
          t('reach.covered_from', { day: dayOf(status.covered_from) })
        )}
        {status.backfill_from === null ? null : (
          <span className="ld-reach__more">{t('reach.backfill', { day: dayOf(status.backfill_from) })}</span>
        )}
      </Fact>
      <Fact name={t('reach.overlap')}>
        {status.lateness > 0
          ? t('reach.overlap_late', { overlap: span(status.overlap), late: span(status.lateness) })
          : t('reach.overlap_none', { overlap: span(status.overlap) })}
      </Fact>
      <Fact name={t('clock.label')}>
        <ClockLine skew={status.clock_skew} />
      </Fact>
      <Fact name={t('reach.address')}>{desk ? <span className="ld-address">{desk.base_url}</span> : <Absent />}</Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="ld-reach__fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function ClockLine({ skew }: { skew: number | null }) {
  const { t } = useTranslation('sync');
  if (skew === null) return <span className="ld-faint">{t('clock.unknown')}</span>;
  const { key, unit, count } = skewText(skew);
  const text = key === 'fine' ? t('clock.fine') : t(`clock.${key}`, { skew: t(`span.${unit}`, { count }) });
  return <span className={key === 'fine' ? undefined : 'ld-warn-text'}>{text}</span>;
}
