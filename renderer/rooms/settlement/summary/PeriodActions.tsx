import { Button, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettlementPeriod } from '../../../../shared/contract/settlement.ts';
import { periodOf } from '../../../../shared/time.ts';
import { usePlatformNow } from '../../../parts/platform-now.ts';
import { CloseDialog } from './CloseDialog.tsx';
import { ReopenDialog } from './ReopenDialog.tsx';
import { ReportDialog } from './ReportDialog.tsx';

type Dialog = 'close' | 'reopen' | 'report';

/** Closing a month that is over, opening it again, and its report. */
export function PeriodActions({ data }: { data: SettlementPeriod }) {
  const { t } = useTranslation('settlement');
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const { period } = data.totals;
  const over = period < periodOf(usePlatformNow());
  const done = () => setDialog(null);

  return (
    <span className="ld-period-actions">
      {data.state === 'closed' ? (
        <Button onClick={() => setDialog('reopen')}>{t('reopen.button')}</Button>
      ) : (
        <Tooltip title={over ? '' : t('close.not_over', { period })}>
          <Button disabled={!over} onClick={() => setDialog('close')}>
            {t('close.button')}
          </Button>
        </Tooltip>
      )}
      <Button type="primary" onClick={() => setDialog('report')}>
        {t('report.button')}
      </Button>
      {dialog === 'close' ? <CloseDialog data={data} onClose={done} /> : null}
      {dialog === 'reopen' ? <ReopenDialog period={period} onClose={done} /> : null}
      {dialog === 'report' ? <ReportDialog period={period} onClose={done} /> : null}
    </span>
  );
}
