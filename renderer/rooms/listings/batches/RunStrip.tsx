import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RouteOutput } from '../../../../shared/contract/routes.ts';
import { useJob } from '../../../app/client/use-job.ts';
import { JobProgress, useFailureNotice } from '../../../parts/index.ts';
import { useLeftWords } from './batch-words.ts';

/** The run under way: how far it is, and how long it still takes at the platform's pace. */
export function RunStrip({ batch }: { batch: RouteOutput<'staging.get'> }) {
  const { t } = useTranslation('staging');
  const watched = useJob(batch.job_id);
  const leftWords = useLeftWords();
  const notice = useFailureNotice();
  const told = useRef<string | null>(null);
  const { job, running } = watched;
  useEffect(() => {
    if (job?.state !== 'failed' || !job.error || job.step !== 'checking' || told.current === job.job_id) return;
    told.current = job.job_id;
    notice(job.error);
  }, [job, notice]);
  if (!job || !running) return null;
  const { seconds } = batch.cost;
  return (
    <div className="ld-batch-run">
      <JobProgress
        watched={watched}
        cancellable={false}
        step={t(job.step === 'checking' ? 'step.checking' : 'step.staging')}
      />
      {seconds === null || job.step === 'checking' ? null : (
        <span className="ld-soft">{t('left_running', { left: leftWords(seconds) })}</span>
      )}
    </div>
  );
}
