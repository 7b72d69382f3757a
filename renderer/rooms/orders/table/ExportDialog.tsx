import { Button, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderExportFormat, OrderFilter, OrderSort } from '../../../../shared/contract/order.ts';
import { formatInstant, type Unix } from '../../../../shared/time.ts';
import { bridge } from '../../../app/bridge/bridge.ts';
import { useAction, useJob, useRoute } from '../../../app/client/index.ts';
import { formatCount } from '../../../parts/Count.tsx';
import { ErrorState } from '../../../parts/ErrorState.tsx';
import { JobProgress } from '../../../parts/JobProgress.tsx';
import { usePlatformNow } from '../../../parts/platform-now.ts';
import { useShowItem } from '../../../parts/use-show-item.ts';
import { FilterChips } from '../filter/FilterChips.tsx';
import './export-dialog.css';

const FORMATS: OrderExportFormat[] = ['xlsx', 'csv', 'json'];

interface Props {
  open: boolean;
  filter: OrderFilter;
  sort: OrderSort;
  /** A past moment the page is set to; null is now. */
  asOf: Unix | null;
  onClose: () => void;
}

/** Exactly the rows of the filter, in the order of the table, into one file. Closing the dialog does not stop the work. */
export function ExportDialog({ open, filter, sort, asOf, onClose }: Props) {
  const { t } = useTranslation('orders');
  const [format, setFormat] = useState<OrderExportFormat>('xlsx');
  const [jobId, setJobId] = useState<string | null>(null);
  const watched = useJob(jobId);
  const show = useShowItem();
  const past = asOf === null ? {} : { as_of: asOf };
  const totals = useRoute('order.totals', { filter, ...past }, { enabled: open, keep: true });
  const start = useAction('order.export', { onDone: ({ job_id }) => setJobId(job_id) });
  const stamp = formatInstant(usePlatformNow()).slice(0, 16).replaceAll(/[-:]/g, '').replace(' ', '-');

  const choose = async () => {
    const file = await bridge().saveFile(`${t('export.file_name', { stamp })}.${format}`);
    if (file !== null) start.mutate({ filter, sort, ...past, format, file });
  };
  const { job, running } = watched;
  const result = job?.state === 'done' ? (job.result as { file: string; rows: number }) : null;
  return (
    <Modal
      open={open}
      title={t('export.title')}
      onCancel={onClose}
      width={560}
      footer={
        running ? null : result ? (
          <>
            <Button onClick={() => setJobId(null)}>{t('export.again')}</Button>
            <Button type="primary" onClick={() => show(result.file)}>
              {t('export.show')}
            </Button>
          </>
        ) : (
          <Button type="primary" loading={start.isPending} disabled={!totals.data?.rows} onClick={() => void choose()}>
            {t('export.choose')}
          </Button>
        )
      }
    >
      {job && running ? <JobProgress watched={watched} step={t('export.running')} /> : null}
      {job?.state === 'failed' && job.error ? <ErrorState error={job.error} small /> : null}
      {job?.state === 'cancelled' ? <p className="ld-soft">{t('export.cancelled')}</p> : null}
      {result ? (
        <div className="ld-export-done">
          <b>{t('export.done', { rows: formatCount(result.rows) })}</b>
          <span className="ld-export-path">{result.file}</span>
        </div>
      ) : null}
      {jobId === null || (job && !running && !result) ? (
        <div className="ld-export-form">
          <span className="ld-soft">{t('export.conditions')}</span>
          <div>
            <FilterChips filter={filter} />
            <p className="ld-faint">
              {totals.data && !totals.isPlaceholderData
                ? t('export.scope', { rows: formatCount(totals.data.rows) })
                : t('total.reading')}
            </p>
            {asOf === null ? null : <p className="ld-faint">{t('export.as_of', { instant: formatInstant(asOf) })}</p>}
          </div>
          <span className="ld-soft">{t('export.format')}</span>
          <Radio.Group value={format} onChange={(event) => setFormat(event.target.value as OrderExportFormat)}>
            {FORMATS.map((one) => (
              <Radio key={one} value={one} className="ld-export-format">
                {t(`export.${one}`)} <small className="ld-faint">{t(`export.${one}_hint`)}</small>
              </Radio>
            ))}
          </Radio.Group>
        </div>
      ) : null}
    </Modal>
  );
}
