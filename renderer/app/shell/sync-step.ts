import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../../shared/contract/desk.ts';
import { RESOURCES } from '../../../shared/contract/sync.ts';
import { formatCount } from '../../parts/Count.tsx';
import { useWord } from '../i18n/words.ts';

/** «佣金单»: what a running sync reads now. */
export function useStepName(): (job: Pick<Job, 'step'>) => string {
  const { t } = useTranslation('app');
  const word = useWord();
  return useCallback(
    ({ step }) => {
      const resource = RESOURCES.find((known) => known === step);
      return resource ? word('resource', resource) : t('sync_button.running');
    },
    [t, word],
  );
}

/** «佣金单 · 1,204 / 8,000»: what a running sync reads now and how far it is. */
export function useSyncStep(): (job: Pick<Job, 'step' | 'done' | 'total'>) => string {
  const { t } = useTranslation('app');
  const stepName = useStepName();
  return useCallback(
    (job) => {
      const { done, total } = job;
      const resource = stepName(job);
      return total === null
        ? t('sync_button.progress', { resource, read: formatCount(done) })
        : t('sync_button.progress_of', { resource, read: formatCount(done), of: formatCount(total) });
    },
    [t, stepName],
  );
}
