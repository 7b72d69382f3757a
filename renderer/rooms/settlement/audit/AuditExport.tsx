import { Button, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '../../../../shared/time.ts';
import { bridge } from '../../../app/bridge/bridge.ts';
import { useAction, useJob } from '../../../app/client/index.ts';
import { ErrorState, formatCount, JobProgress } from '../../../parts/index.ts';
import { usePlatformNow } from '../../../parts/platform-now.ts';
import { useShowItem } from '../../../parts/use-show-item.ts';
import type { AuditQuestion } from './audit-question.ts';

/** Every entry of the question, oldest first, into one file. */
export function AuditExport({
  question,
  rows,
  onClose,
}: {
  question: AuditQuestion;
  rows: number;
  onClose: () => void;
}) {
  const { t } = useTranslation('audit');
  const [format, setFormat] = useState<'csv' | 'json'>('csv');
  const [jobId, setJobId] = useState<string | null>(null);
  const watched = useJob(jobId);
  const show = useShowItem();
  const day = dayOf(usePlatformNow());
  const start = useAction('audit.export', { quiet: true, onDone: ({ job_id }) => setJobId(job_id) });
  const { job, running } = watched;
  const result = job?.state === 'done' ? (job.result as { file: string; rows: number }) : null;
  const error = start.error ?? job?.error;
  const choose = async () => {
    const file = await bridge().saveFile(`${t('file_name', { day })}.${format}`);
    if (file !== null) start.mutate({ ...question, format, file });
  };
  return (
    <Modal
      open
      title={t('export')}
      onCancel={onClose}
      width={480}
      footer={
        running ? null : result ? (
          <Button type="primary" onClick={() => show(result.file)}>
            {t('show')}
          </Button>
        ) : (
          <Button type="primary" loading={start.isPending} onClick={() => void choose()}>
            {t('choose_file')}
          </Button>
        )
      }
    >
      <p>
        {result ? t('exported', { rows: formatCount(result.rows) }) : t('will_export', { rows: formatCount(rows) })}
      </p>
      {jobId === null ? (
        <Radio.Group
          value={format}
          onChange={(event) => setFormat(event.target.value)}
          options={[
            { value: 'csv', label: t('format.csv') },
            { value: 'json', label: t('format.json') },
          ]}
        />
      ) : null}
      {running ? <JobProgress watched={watched} /> : null}
      {error ? <ErrorState error={error} small /> : null}
    </Modal>
  );
}
