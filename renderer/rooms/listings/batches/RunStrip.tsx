import { useTranslation } from 'react-i18next';
import type { RouteOutput } from '../../../../shared/contract/routes.ts';
import { useJob } from '../../../app/client/use-job.ts';
import { JobProgress } from '../../../parts/index.ts';
import { useLeftWords } from './batch-words.ts';

/** The run under way: how far it is, and how long it still takes at the platform's pace. */
export function RunStrip({ batch }: { batch: RouteOutput<'staging.get'> }) {
  const { t } = useTranslation('staging');
  const watched = useJob(batch.job_id);
  const leftWords = useLeftWords();
  const { job, running } = watched;
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
