import { CheckCircleFilled } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CloseCheck, Closing, SettlementPeriod } from '../../../../shared/contract/settlement.ts';
import { useAction, useJob } from '../../../app/client/index.ts';
import { failureOf } from '../../../parts/failure-text.ts';
import { ErrorState, FactList, formatCount, JobProgress, Money } from '../../../parts/index.ts';
import { CheckBoxes } from './CheckBoxes.tsx';

/** What closing freezes, and every check that asks: each has to be seen by the person who closes. */
export function CloseDialog({ data, onClose }: { data: SettlementPeriod; onClose: () => void }) {
  const { t } = useTranslation('settlement');
  const [seen, setSeen] = useState<readonly CloseCheck[]>([]);
  const [jobId, setJobId] = useState<string | null>(null);
  const watched = useJob(jobId);
  const start = useAction('settlement.close', { quiet: true, onDone: ({ job_id }) => setJobId(job_id) });
  const { job, running } = watched;
  const closing = job?.state === 'done' ? (job.result as Closing) : null;
  const error = start.error ?? job?.error;
  // A check began to ask behind the open dialog: it stands in the list by now.
  const outdated = error ? failureOf(error).code === 'period.checks_open' : false;
  const { totals, checklist } = data;
  const asking = checklist.filter(({ state }) => state === 'asks').map(({ check }) => check);
  const blocked = checklist.some(({ state }) => state === 'blocks');
  const ready = !blocked && asking.every((check) => seen.includes(check));

  return (
    <Modal
      open
      width={620}
      title={t('close.title', { period: totals.period })}
      onCancel={onClose}
      footer={
        running ? null : closing ? (
          <Button type="primary" onClick={onClose}>
            {t('report.finish')}
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>{t('close.not_now')}</Button>
            <Button
              type="primary"
              disabled={!ready}
              loading={start.isPending}
              onClick={() => start.mutate({ period: totals.period, despite: [...seen] })}
            >
              {t('close.confirm')}
            </Button>
          </>
        )
      }
    >
      {closing ? (
        <p className="ld-report-done">
          <CheckCircleFilled /> {t('close.closed', { period: totals.period })}
        </p>
      ) : (
        <div className="ld-stack">
          <p>{t('close.does', { rows: formatCount(totals.rows) })}</p>
          <FactList
            numbers
            facts={[
              [t('total.net_fee'), <Money key="fee" fen={totals.service_amount_fen} />],
              [t('total.promoter_owed'), <Money key="owed" fen={totals.promoter_owed_fen} />],
              [t('total.net'), <Money key="net" fen={totals.net_fen} />],
              [
                t('adjustment.sum', { rows: formatCount(totals.adjustment_rows) }),
                <Money key="adjustments" fen={totals.adjustment_net_fen} />,
              ],
            ]}
          />
          {outdated ? (
            <p className="ld-banner ld-banner--warn" role="alert">
              {t('close.outdated')}
            </p>
          ) : null}
          {jobId === null || error ? <CheckBoxes checklist={checklist} seen={seen} onSeen={setSeen} /> : null}
        </div>
      )}
      {running ? <JobProgress watched={watched} step={t('close.running')} /> : null}
      {job?.state === 'cancelled' ? <p className="ld-soft">{t('close.cancelled')}</p> : null}
      {error && !outdated && job?.state !== 'cancelled' ? <ErrorState error={error} small /> : null}
    </Modal>
  );
}
