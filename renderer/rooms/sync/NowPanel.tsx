import { useTranslation } from 'react-i18next';
import type { SyncStatus } from '../../../shared/contract/sync.ts';
import { type SyncControl, useRoute } from '../../app/client/index.ts';
import { useStepName } from '../../app/shell/sync-step.ts';
import { Absent, FactList, JobProgress, Panel } from '../../parts/index.ts';
import { skewText } from './clock.ts';

/** The run of now with its progress, and what the run depends on: address and clocks. */
export function NowPanel({ status, sync }: { status: SyncStatus; sync: SyncControl }) {
  const { t } = useTranslation('sync');
  const step = useStepName();
  const { data: desk } = useRoute('desk.status', {});
  return (
    <Panel title={t('now.title')}>
      <div className="ld-sync-now">
        {sync.running && sync.job ? (
          <>
            <JobProgress watched={sync} step={step(sync.job)} />
            {status.queued_keys > 0 ? (
              <span className="ld-faint">{t('now.queued', { count: status.queued_keys })}</span>
            ) : null}
          </>
        ) : (
          <span className="ld-soft">{t('now.idle')}</span>
        )}
        <FactList
          facts={[
            [
              t('base_url'),
              desk ? (
                <span key="address" className="ld-address">
                  {desk.base_url}
                </span>
              ) : (
                <Absent key="address" />
              ),
            ],
            [t('clock.label'), <ClockLine key="clock" skew={status.clock_skew} />],
          ]}
        />
      </div>
    </Panel>
  );
}

function ClockLine({ skew }: { skew: number | null }) {
  const { t } = useTranslation('sync');
  if (skew === null) return <span className="ld-faint">{t('clock.unknown')}</span>;
  const { key, unit, count } = skewText(skew);
  const text = key === 'fine' ? t('clock.fine') : t(`clock.${key}`, { skew: t(`clock.${unit}`, { count }) });
  return <span className={key === 'fine' ? 'ld-soft' : 'ld-warn-text'}>{text}</span>;
}
