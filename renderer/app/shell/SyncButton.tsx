import { StopOutlined, SyncOutlined } from '@ant-design/icons';
import { App, Button, Progress, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import type { SyncRun } from '../../../shared/contract/sync.ts';
import { formatCount } from '../../parts/Count.tsx';
import { useFailureNotice } from '../../parts/failure-notice.tsx';
import { jobPercent } from '../../parts/JobProgress.tsx';
import { type JobState, useJobFigures } from '../client/use-job.ts';
import { runSums, useSync, useSyncEnd } from '../client/use-sync.ts';
import { useSyncStep } from './sync-step.ts';

/** Starts a sync; while one runs, shows how far it is and stops it. */
export function SyncButton({ connected }: { connected: boolean }) {
  const { t } = useTranslation('app');
  const { message } = App.useApp();
  const notice = useFailureNotice();
  const sync = useSync();

  useSyncEnd((job) => {
    if (job.state === 'failed' && job.error) notice(job.error);
    else if (job.state === 'cancelled') void message.info(t('sync_button.cancelled'));
    else if (job.state === 'done') {
      const sums = runSums(job.result as SyncRun);
      const counts = {
        read: formatCount(sums.read),
        inserted: formatCount(sums.inserted),
        changed: formatCount(sums.changed),
      };
      const text = `${t('sync_button.done')} · ${t('sync_button.done_body', counts)}`;
      if (sums.partial === 0) void message.success(text);
      else void message.warning(`${text} · ${t('sync_button.done_partial', { count: sums.partial })}`);
    }
  });

  if (!sync.running) {
    return (
      <Tooltip title={connected ? null : t('sync_button.connect_first')} placement="bottom">
        <Button
          type="primary"
          icon={<SyncOutlined />}
          disabled={!connected}
          loading={sync.starting}
          onClick={() => sync.start()}
          data-testid="sync-start"
        >
          {t('sync_button.start')}
        </Button>
      </Tooltip>
    );
  }
  return (
    <div className="ld-syncing" role="status" data-testid="sync-progress">
      <SyncOutlined spin />
      <Figures job={sync.job} />
      <Tooltip title={sync.cancelling ? t('sync_button.cancelling') : t('sync_button.cancel')} placement="bottom">
        <Button
          size="small"
          type="text"
          icon={<StopOutlined />}
          onClick={sync.cancel}
          loading={sync.cancelling}
          aria-label={t('sync_button.cancel')}
        />
      </Tooltip>
    </div>
  );
}

/** How far it is: changes many times a second, so it is drawn alone. */
function Figures({ job }: { job: JobState | null }) {
  const { t } = useTranslation('app');
  const step = useSyncStep();
  const figures = useJobFigures(job?.job_id ?? null);
  const percent = figures ? jobPercent(figures.done, figures.total) : null;
  return (
    <>
      <div className="ld-syncing__text">
        <span>{job && figures ? step({ ...job, ...figures }) : t('sync_button.running')}</span>
        <Progress percent={percent ?? 0} showInfo={false} size={{ height: 3 }} className="ld-syncing__bar" />
      </div>
      {percent === null ? null : <span className="ld-syncing__percent">{percent}%</span>}
    </>
  );
}
