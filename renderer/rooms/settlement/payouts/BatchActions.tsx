import { App, Button, Dropdown, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PayoutBatch } from '../../../../shared/contract/payout.ts';
import { formatFen } from '../../../../shared/money.ts';
import { useAction, useRoute } from '../../../app/client/index.ts';
import { withResult } from './batch-steps.ts';
import { CancelDialog } from './CancelDialog.tsx';
import { ImportButton } from './ImportButton.tsx';
import { useBankFile } from './use-bank-file.ts';

/** What can be done with a batch now; what it needs next comes first. */
export function BatchActions({ batch, onOpen }: { batch: PayoutBatch; onOpen: (batch: number) => void }) {
  const { t } = useTranslation('payout');
  const [cancelling, setCancelling] = useState(false);
  const { state, retryable } = batch;
  const done = withResult(batch);
  const takesResults = state !== 'draft' && state !== 'cancelled';
  return (
    <div className="ld-payout-batch-actions">
      {state === 'draft' ? <ApproveButton batch={batch} /> : null}
      {state === 'approved' ? <ExportButton batch={batch} /> : null}
      {takesResults ? <ImportButton batchId={batch.batch_id} primary={state === 'approved' && done > 0} /> : null}
      {retryable > 0 ? <RetryButton batch={batch} onOpen={onOpen} /> : null}
      {done === 0 && state !== 'cancelled' ? (
        <Button danger onClick={() => setCancelling(true)}>
          {t('cancel.button')}
        </Button>
      ) : null}
      {cancelling ? <CancelDialog batchId={batch.batch_id} onClose={() => setCancelling(false)} /> : null}
    </div>
  );
}

function ApproveButton({ batch }: { batch: PayoutBatch }) {
  const { t } = useTranslation('payout');
  const { modal, message } = App.useApp();
  const staff = useRoute('desk.status', {}).data?.staff;
  const own = staff !== undefined && staff === batch.made_by;
  const { batch_id, items, amount_fen } = batch;
  const approve = useAction('payout.approve', {
    onDone: () => message.success(t('approve.done', { batch: batch_id })),
  });
  const confirm = () =>
    modal.confirm({
      title: t('approve.title', { batch: batch_id }),
      content: t('approve.does', { count: items.length, amount: formatFen(amount_fen) }),
      okText: t('approve.button'),
      onOk: () => approve.mutateAsync({ batch_id }).catch(() => {}),
    });
  return (
    <Tooltip title={own ? t('approve.own') : ''}>
      <Button type="primary" disabled={own} loading={approve.isPending} onClick={confirm}>
        {t('approve.button')}
      </Button>
    </Tooltip>
  );
}

function ExportButton({ batch }: { batch: PayoutBatch }) {
  const { t } = useTranslation('payout');
  const { write, writing } = useBankFile(batch);
  return (
    <Dropdown
      menu={{
        items: [
          { key: 'xlsx', label: t('export.xlsx') },
          { key: 'csv', label: t('export.csv') },
        ],
        onClick: ({ key }) => void write(key === 'csv' ? 'csv' : 'xlsx'),
      }}
    >
      <Button type={withResult(batch) === 0 ? 'primary' : 'default'} loading={writing} title={t('export.note')}>
        {t('export.button')}
      </Button>
    </Dropdown>
  );
}

function RetryButton({ batch, onOpen }: { batch: PayoutBatch; onOpen: (batch: number) => void }) {
  const { t } = useTranslation('payout');
  const { message } = App.useApp();
  const retry = useAction('payout.retry', {
    onDone: ({ batch_id }) => {
      message.success(t('retry.done', { batch: batch_id }));
      onOpen(batch_id);
    },
  });
  return (
    <Tooltip title={t('retry.does')}>
      <Button loading={retry.isPending} onClick={() => retry.mutate({ batch_id: batch.batch_id })}>
        {t('retry.button', { count: batch.retryable })}
      </Button>
    </Tooltip>
  );
}
