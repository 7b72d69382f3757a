import { App, Button, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CLOSE_CHECKS, type SettlementPeriod } from '../../../../shared/contract/settlement.ts';
import { periodOf } from '../../../../shared/time.ts';
import { useAction } from '../../../app/client/index.ts';
import { formatCount } from '../../../parts/index.ts';
import { usePlatformNow } from '../../../parts/platform-now.ts';
import { ReportDialog } from './ReportDialog.tsx';

/** Closing a month that is over, and its report. */
export function PeriodActions({ data, openChecks }: { data: SettlementPeriod; openChecks: number }) {
  const { t } = useTranslation('settlement');
  const { modal, message } = App.useApp();
  const [reporting, setReporting] = useState(false);
  const { period, rows } = data.totals;
  const close = useAction('settlement.close', {
    onDone: () => message.success(t('close.closed', { period })),
  });
  const over = period < periodOf(usePlatformNow());

  const confirm = () => {
    modal.confirm({
      title: t('close.title', { period }),
      content: (
        <>
          <p>{t('close.does', { rows: formatCount(rows) })}</p>
          {openChecks ? <p className="ld-close-warning">{t('close.checks', { count: openChecks })}</p> : null}
        </>
      ),
      okText: t('close.confirm'),
      onOk: () => close.mutateAsync({ period, despite: [...CLOSE_CHECKS] }).catch(() => {}),
      width: 480,
    });
  };

  return (
    <span className="ld-period-actions">
      {data.state === 'open' ? (
        <Tooltip title={over ? '' : t('close.not_over', { period })}>
          <Button disabled={!over} loading={close.isPending} onClick={confirm}>
            {t('close.button')}
          </Button>
        </Tooltip>
      ) : null}
      <Button type="primary" onClick={() => setReporting(true)}>
        {t('report.button')}
      </Button>
      {reporting ? <ReportDialog period={period} onClose={() => setReporting(false)} /> : null}
    </span>
  );
}
