import { Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { type JobState, useJobFigures, type WatchedJob } from '../app/client/use-job.ts';
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
  return (
    <div className="ld-job" role="status">
      {step ? <span className="ld-job__text">{step}</span> : null}
      <Figures job={job} running={running} />
      {running && cancellable ? (
        <Button size="small" onClick={cancel} loading={cancelling}>
          {cancelling ? t('cancelling') : t('cancel')}
        </Button>
      ) : null}
    </div>
  );
}

/** The only part that is drawn again with every figure. Nothing in it moves by itself: a long job needs the machine. */
function Figures({ job, running }: { job: JobState; running: boolean }) {
  const figures = useJobFigures(job.job_id);
  if (!figures) return null;
  const { done, total } = figures;
  const percent = jobPercent(done, total);
  return (
    <>
      <Progress
        className="ld-job__bar"
        percent={percent ?? (running ? 30 : 100)}
        status={job.state === 'failed' ? 'exception' : 'normal'}
        showInfo={percent !== null}
        size="small"
      />
      <span className="ld-job__text">
        {total === null ? formatCount(done) : `${formatCount(done)} / ${formatCount(total)}`}
      </span>
    </>
  );
}
