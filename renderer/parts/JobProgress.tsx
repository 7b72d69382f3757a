import { Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import type { WatchedJob } from '../app/client/use-job.ts';
import { formatCount } from './Count.tsx';

/** Share of a job in whole percent, null while its end is not known. */
export function jobPercent(done: number, total: number | null): number | null {
  if (total === null || total <= 0) return null;
  return Math.min(100, Math.floor((done / total) * 100));
}

/**
 * Progress of a watched job with its cancel button: `<JobProgress watched={useJob(id)} />`. Null job: nothing.
 * `cancellable={false}` where another button beside it stops the job.
 */
export function JobProgress({
  watched,
  step,
  cancellable = true,
}: {
  watched: WatchedJob;
  step?: string;
  cancellable?: boolean;
}) {
  const { t } = useTranslation('parts');
  const { job, running, cancel, cancelling } = watched;
  if (!job) return null;
  const percent = jobPercent(job.done, job.total);
  const counts = job.total === null ? formatCount(job.done) : `${formatCount(job.done)} / ${formatCount(job.total)}`;
  return (
    <div className="ld-job" role="status">
      {step ? <span className="ld-job__text">{step}</span> : null}
      <Progress
        className="ld-job__bar"
        percent={percent ?? (running ? 30 : 100)}
        status={job.state === 'failed' ? 'exception' : running ? 'active' : 'normal'}
        showInfo={percent !== null}
        size="small"
      />
      <span className="ld-job__text">{counts}</span>
      {running && cancellable ? (
        <Button size="small" onClick={cancel} loading={cancelling}>
          {cancelling ? t('cancelling') : t('cancel')}
        </Button>
      ) : null}
    </div>
  );
}
