import { ClockCircleOutlined, PauseCircleOutlined, SyncOutlined, WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackgroundSync } from '../../../../shared/contract/background.ts';
import type { SyncStatus } from '../../../../shared/contract/sync.ts';
import type { SyncControl } from '../../../app/client/index.ts';
import { useWord } from '../../../app/i18n/words.ts';
import { goTo } from '../../../app/router/address.ts';
import { useStepName } from '../../../app/shell/sync-step.ts';
import { JobProgress, useNow } from '../../../parts/index.ts';
import { clockText, restOf } from './next-run.ts';
import { PauseButton } from './PauseButton.tsx';
import { ReachFacts } from './ReachFacts.tsx';
import { ScheduleButton } from './ScheduleButton.tsx';

/** What is running, or when the next run comes and why not; and how far what was read can be relied on. */
export function StatePanel({
  status,
  background,
  sync,
  reach,
}: {
  status: SyncStatus;
  background: BackgroundSync | undefined;
  sync: SyncControl;
  /** Whether there is room for how far what was read can be relied on. */
  reach: boolean;
}) {
  const { t } = useTranslation('sync');
  return (
    <section className="ld-panel ld-state-panel" data-testid="sync-state">
      <div className="ld-state-panel__line">
        {sync.running ? <Running sync={sync} status={status} /> : <Resting background={background} />}
        {background ? (
          <div className="ld-state-panel__actions">
            {background.waiting === 'no_credentials' ? (
              <Button type="primary" onClick={() => goTo('settings')}>
                {t('attention.credentials_refused.action')}
              </Button>
            ) : (
              <PauseButton background={background} />
            )}
            <ScheduleButton background={background} />
          </div>
        ) : null}
      </div>
      {reach ? <ReachFacts status={status} /> : null}
    </section>
  );
}

function Running({ sync, status }: { sync: SyncControl; status: SyncStatus }) {
  const { t } = useTranslation('sync');
  const step = useStepName();
  return (
    <>
      <Headline icon={<SyncOutlined spin />} tone="accent" title={t('state.running')}>
        {status.queued_keys > 0 ? t('state.queued', { count: status.queued_keys }) : null}
      </Headline>
      <div className="ld-state-panel__progress">
        {sync.job ? (
          <JobProgress watched={sync} step={step(sync.job)} cancellable={false} />
        ) : (
          <span className="ld-soft">{t('state.starting')}</span>
        )}
      </div>
    </>
  );
}

function Resting({ background }: { background: BackgroundSync | undefined }) {
  const { t } = useTranslation('sync');
  const word = useWord();
  const now = useNow();
  if (!background) return <Headline icon={<ClockCircleOutlined />} tone="quiet" title={t('state.unknown')} />;
  const kind = restOf(background, now);
  switch (kind) {
    case 'scheduled':
    case 'soon':
      return (
        <Headline
          icon={<ClockCircleOutlined />}
          tone="quiet"
          title={
            kind === 'soon' ? t('state.soon') : t('state.scheduled', { time: clockText(background.next_at!, now) })
          }
        >
          {[
            t('state.every', { count: background.every_minutes }),
            background.last_trigger
              ? t('state.last', { trigger: word('sync_trigger', background.last_trigger) })
              : null,
          ]
            .filter(Boolean)
            .join(' · ')}
          {background.failures > 0 ? (
            <span className="ld-warn-text"> · {t('state.failures', { count: background.failures })}</span>
          ) : null}
        </Headline>
      );
    case 'paused':
      return (
        <Headline icon={<PauseCircleOutlined />} tone="warn" title={t('state.paused')}>
          {background.paused_until === null
            ? null
            : t('state.paused_hint', { time: clockText(background.paused_until, now) })}
        </Headline>
      );
    default:
      return (
        <Headline
          icon={kind === 'off' ? <PauseCircleOutlined /> : <WarningOutlined />}
          tone={kind === 'off' ? 'quiet' : kind === 'needs_person' ? 'bad' : 'warn'}
          title={t(`state.${kind}`)}
        >
          {t(`state.${kind}_hint`)}
        </Headline>
      );
  }
}

function Headline({
  icon,
  tone,
  title,
  children,
}: {
  icon: ReactNode;
  tone: 'accent' | 'quiet' | 'warn' | 'bad';
  title: string;
  children?: ReactNode;
}) {
  return (
    <div className={`ld-headline ld-headline--${tone}`} role="status">
      <span className="ld-headline__icon">{icon}</span>
      <div className="ld-headline__text">
        <strong>{title}</strong>
        {children ? <span className="ld-soft">{children}</span> : null}
      </div>
    </div>
  );
}
