import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { HuntAnswer } from '../../../../shared/contract/hunt.ts';
import { type SyncControl, useJob } from '../../../app/client/index.ts';
import { ErrorState, JobProgress } from '../../../parts/index.ts';
import { useHunt } from '../../../state/hunt.ts';
import { HuntForm } from './HuntForm.tsx';
import { HuntResults } from './HuntResults.tsx';
import './hunt.css';

const STEPS = ['books', 'platform'] as const;

/** Order ids in, an answer for each out. */
export default function HuntTab({ sync }: { sync: SyncControl }) {
  const { t } = useTranslation('hunt');
  const jobId = useHunt((hunt) => hunt.jobId);
  const count = useHunt((hunt) => hunt.count);
  const clear = useHunt((hunt) => hunt.clear);
  const watched = useJob(jobId);
  const { job, running } = watched;
  const step = STEPS.find((known) => known === job?.step);
  if (jobId === null || (!running && job === null)) return <HuntForm />;
  if (running) {
    return (
      <div className="ld-hunt__running">
        <JobProgress
          watched={watched}
          step={step ? `${t('job', { count })} · ${t(`step.${step}`)}` : t('job', { count })}
        />
      </div>
    );
  }
  const again = <Button onClick={clear}>{t('again')}</Button>;
  const answers = Array.isArray(job?.result) ? (job.result as HuntAnswer[]) : [];
  if (job?.state === 'failed' && job.error) return <ErrorState error={job.error} actions={again} />;
  if (answers.length === 0) return <HuntForm />;
  return <HuntResults answers={answers} again={again} sync={sync} />;
}
