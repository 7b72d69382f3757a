import { CheckCircleFilled, FolderOpenOutlined } from '@ant-design/icons';
import { Button, Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type PackResult,
  REPORT_FORMATS,
  REPORT_SCOPES,
  type ReportFormat,
  type ReportScope,
} from '../../../../shared/contract/report.ts';
import { bridge } from '../../../app/bridge/bridge.ts';
import { useAction, useJob } from '../../../app/client/index.ts';
import { ErrorState, FactList, IdText, JobProgress } from '../../../parts/index.ts';
import { useShowItem } from '../../../parts/use-show-item.ts';

interface Props {
  period: string;
  closed: boolean;
  /** What is on screen, ticked at first. */
  scope: ReportScope;
  onClose: () => void;
}

/** Everybody's statement as one archive into a folder staff choose. Closing the dialog does not stop the work. */
export function PackDialog({ period, closed, scope, onClose }: Props) {
  const { t } = useTranslation('report');
  const [scopes, setScopes] = useState<ReportScope[]>([scope]);
  const [formats, setFormats] = useState<ReportFormat[]>(['xlsx']);
  const [jobId, setJobId] = useState<string | null>(null);
  const watched = useJob(jobId);
  const start = useAction('report.pack', { quiet: true, onDone: ({ job_id }) => setJobId(job_id) });
  const { job, running } = watched;
  const result = job?.state === 'done' ? (job.result as PackResult) : null;
  const error = start.error ?? job?.error;

  const choose = async () => {
    const folder = await bridge().chooseFolder();
    if (folder !== null) start.mutate({ period, folder, scopes, formats });
  };

  return (
    <Modal
      open
      width={600}
      title={t('pack.title', { period })}
      onCancel={onClose}
      footer={
        running ? null : result ? (
          <Button type="primary" onClick={onClose}>
            {t('pack.finish')}
          </Button>
        ) : (
          <Button
            type="primary"
            loading={start.isPending}
            disabled={scopes.length === 0 || formats.length === 0}
            onClick={() => void choose()}
          >
            {t('pack.choose')}
          </Button>
        )
      }
    >
      {running || result ? null : (
        <div className="ld-pack-form">
          <p className="ld-soft">{t('pack.about')}</p>
          {closed ? null : <p className="ld-banner ld-banner--warn">{t('pack.open', { period })}</p>}
          <fieldset>
            <legend>{t('pack.scopes')}</legend>
            <Checkbox.Group
              value={scopes}
              onChange={(chosen) => setScopes(REPORT_SCOPES.filter((one) => chosen.includes(one)))}
              options={REPORT_SCOPES.map((one) => ({ value: one, label: t(`scope.${one}`) }))}
            />
          </fieldset>
          <fieldset>
            <legend>{t('pack.formats')}</legend>
            <Checkbox.Group
              value={formats}
              onChange={(chosen) => setFormats(REPORT_FORMATS.filter((one) => chosen.includes(one)))}
              options={REPORT_FORMATS.map((one) => ({ value: one, label: t(`format.${one}`) }))}
            />
          </fieldset>
        </div>
      )}
      {running ? <JobProgress watched={watched} step={t(job?.step === 'pack' ? 'pack.writing' : 'pack.sums')} /> : null}
      {error ? <ErrorState error={error} small /> : null}
      {job?.state === 'cancelled' ? <p className="ld-soft">{t('stopped')}</p> : null}
      {result ? <PackDone result={result} /> : null}
    </Modal>
  );
}

function PackDone({ result }: { result: PackResult }) {
  const { t } = useTranslation('report');
  const show = useShowItem();
  const { file, files, recipients, hash } = result;
  return (
    <>
      <p className="ld-report-done">
        <CheckCircleFilled /> {t('pack.done', { files, recipients })}
      </p>
      <p className="ld-pack-file">
        <span className="ld-ellipsis" title={file}>
          {file.split(/[\\/]/).at(-1)}
        </span>
        <Button size="small" icon={<FolderOpenOutlined />} onClick={() => show(file)}>
          {t('show')}
        </Button>
      </p>
      <FactList
        facts={[
          [
            t('pack.hash'),
            <span key="hash" className="ld-hash">
              <IdText id={hash} />
            </span>,
          ],
        ]}
      />
    </>
  );
}
