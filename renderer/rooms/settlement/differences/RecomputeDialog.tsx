import { Button, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Recomputation } from '../../../../shared/contract/difference.ts';
import { useAction, useJob } from '../../../app/client/index.ts';
import { ErrorState, JobProgress } from '../../../parts/index.ts';
import { DifferenceBand } from './DifferenceBand.tsx';
import { IdentityTable } from './IdentityTable.tsx';
import { ReasonTable } from './ReasonTable.tsx';
import { RoundingTable } from './RoundingTable.tsx';

/** Every figure worked out anew from what the platform said: of the month, or of all there is. */
export function RecomputeDialog({ period, onClose }: { period: string; onClose: () => void }) {
  const { t } = useTranslation('difference');
  const [scope, setScope] = useState<'month' | 'all'>('month');
  const [jobId, setJobId] = useState<string | null>(null);
  const watched = useJob(jobId);
  const { job, running } = watched;
  const start = useAction('difference.recompute', { quiet: true, onDone: ({ job_id }) => setJobId(job_id) });
  const found = job?.state === 'done' ? (job.result as Recomputation) : null;
  const error = start.error ?? (job?.state === 'failed' ? job.error : null);
  const step = job?.step === 'explain' || job?.step === 'sample' ? job.step : 'recompute';
  return (
    <Modal
      open
      width={found ? 1080 : 520}
      title={t('recompute.title')}
      onCancel={onClose}
      footer={
        running ? null : (
          <Button
            type={found ? 'default' : 'primary'}
            loading={start.isPending}
            onClick={() => start.mutate(scope === 'month' ? { period } : {})}
          >
            {t(found ? 'recompute.again' : 'recompute.start')}
          </Button>
        )
      }
    >
      <p className="ld-soft">{t('recompute.hint')}</p>
      <Radio.Group
        value={scope}
        disabled={running}
        onChange={(event) => setScope(event.target.value)}
        options={[
          { value: 'month', label: t('recompute.month', { period }) },
          { value: 'all', label: t('recompute.all') },
        ]}
      />
      {running ? <JobProgress watched={watched} step={t(`recompute.step.${step}`)} /> : null}
      {job?.state === 'cancelled' ? <p className="ld-soft">{t('recompute.cancelled')}</p> : null}
      {error ? <ErrorState error={error} small /> : null}
      {found ? (
        <div className="ld-stack ld-differences__result">
          <h3>{found.period ?? t('recompute.all')}</h3>
          <DifferenceBand found={found} />
          <ReasonTable found={found} />
          <IdentityTable found={found} />
          <RoundingTable found={found} />
        </div>
      ) : null}
    </Modal>
  );
}
