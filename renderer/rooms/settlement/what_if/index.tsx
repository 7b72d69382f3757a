import { PlayCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WhatIf } from '../../../../shared/contract/rule.ts';
import { useAction, useJob } from '../../../app/client/index.ts';
import { EmptyState, ErrorState, JobProgress } from '../../../parts/index.ts';
import type { PeriodViewProps } from '../views.ts';
import { Comparison } from './Comparison.tsx';
import { SplitEdits } from './SplitEdits.tsx';
import { EMPTY, type WhatIfDraft, wishOf } from './what-if-draft.ts';
import './what-if.css';

/** A month with other splits beside the month as it is. Nothing of it is written anywhere. */
export default function WhatIfView({ period }: PeriodViewProps) {
  const { t } = useTranslation('what_if');
  const [draft, setDraft] = useState<WhatIfDraft>(EMPTY);
  const [jobId, setJobId] = useState<string | null>(null);
  const watched = useJob(jobId);
  const start = useAction('rule.what_if', { quiet: true, onDone: ({ job_id }) => setJobId(job_id) });
  const { job, running } = watched;
  const wish = wishOf(draft, period);
  const error = start.error ?? (job?.state === 'failed' ? job.error : null);
  const answer = job?.state === 'done' ? (job.result as WhatIf) : null;
  // The answer of another month, or to another question, would be taken for this one's.
  // biome-ignore lint/correctness/useExhaustiveDependencies: for each month and each draft
  useEffect(() => setJobId(null), [period, draft]);

  return (
    <div className="ld-what-if">
      <header>
        <h2>{t('title', { period })}</h2>
        <p className="ld-soft">{t('intro')}</p>
      </header>
      <SplitEdits draft={draft} onChange={setDraft} disabled={running} />
      <div className="ld-what-if__run">
        <Button
          type="primary"
          icon={<PlayCircleOutlined />}
          disabled={!wish || running}
          loading={start.isPending}
          onClick={() => wish && start.mutate(wish)}
        >
          {t('run')}
        </Button>
        {running ? <JobProgress watched={watched} step={t('running')} /> : null}
        {job?.state === 'cancelled' ? <span className="ld-soft">{t('cancelled')}</span> : null}
      </div>
      {error ? <ErrorState error={error} small /> : null}
      {answer ? <Comparison answer={answer} /> : running || error ? null : <EmptyState title={t('empty')} small />}
    </div>
  );
}
