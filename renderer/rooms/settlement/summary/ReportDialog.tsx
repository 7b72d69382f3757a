import { CheckCircleFilled } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportResult } from '../../../../shared/contract/report.ts';
import { bridge } from '../../../app/bridge/bridge.ts';
import { useAction, useJob } from '../../../app/client/index.ts';
import { ErrorState, JobProgress } from '../../../parts/index.ts';
import { FileList } from '../FileList.tsx';

/** The settlement pack of a month into a folder staff choose. Closing the dialog does not stop the work. */
export function ReportDialog({ period, onClose }: { period: string; onClose: () => void }) {
  const { t } = useTranslation('settlement');
  const [jobId, setJobId] = useState<string | null>(null);
  const watched = useJob(jobId);
  const start = useAction('report.start', { quiet: true, onDone: ({ job_id }) => setJobId(job_id) });
  const { job, running } = watched;
  const result = job?.state === 'done' ? (job.result as ReportResult) : null;
  const error = start.error ?? job?.error;

  const choose = async () => {
    const folder = await bridge().chooseFolder();
    if (folder !== null) start.mutate({ period, folder });
  };

  return (
    <Modal
      open
      width={600}
      title={t('report.title', { period })}
      onCancel={onClose}
      footer={
        running ? null : result ? (
          <Button type="primary" onClick={onClose}>
            {t('report.finish')}
          </Button>
        ) : (
          <Button type="primary" loading={start.isPending} onClick={() => void choose()}>
            {t('report.choose')}
          </Button>
        )
      }
    >
      {jobId === null && !error ? <p className="ld-soft">{t('report.contains')}</p> : null}
      {running ? <JobProgress watched={watched} step={t('report.running')} /> : null}
      {error ? <ErrorState error={error} small /> : null}
      {job?.state === 'cancelled' ? <p className="ld-soft">{t('report.cancelled')}</p> : null}
      {result ? (
        <>
          <p className="ld-report-done">
            <CheckCircleFilled /> {t('report.done', { count: result.files.length })}
          </p>
          <FileList files={result.files} />
        </>
      ) : null}
    </Modal>
  );
}
