import { Drawer } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PayoutBatch, PayoutItem } from '../../../../shared/contract/payout.ts';
import { EmptyState, Money, staticSource, Tag, VirtualTable } from '../../../parts/index.ts';
import { BatchActions } from './BatchActions.tsx';
import { BatchSteps } from './BatchSteps.tsx';
import { BATCH_TONE } from './batch-tone.ts';
import { itemColumns } from './item-columns.tsx';
import { RecordDialog } from './RecordDialog.tsx';

interface Props {
  batch: PayoutBatch | null;
  onOpen: (batch: number) => void;
  onClose: () => void;
}

/** One batch with its payments and what can be done next. */
export function BatchDrawer({ batch, onOpen, onClose }: Props) {
  const { t } = useTranslation('payout');
  return (
    <Drawer
      open={batch !== null}
      onClose={onClose}
      size={1080}
      title={
        batch ? (
          <span className="ld-payout-batch-title">
            {t('batch', { batch: batch.batch_id })}
            <Tag tone={BATCH_TONE[batch.state]}>{t(`batch_state.${batch.state}`)}</Tag>
            <small className="ld-soft">
              {batch.period} · {t(`channels.${batch.channel}`)}
            </small>
          </span>
        ) : null
      }
    >
      {batch ? <BatchBody key={batch.batch_id} batch={batch} onOpen={onOpen} /> : null}
    </Drawer>
  );
}

const keyOf = (item: PayoutItem) => item.payee_id;

function BatchBody({ batch, onOpen }: { batch: PayoutBatch; onOpen: (batch: number) => void }) {
  const { t } = useTranslation('payout');
  const [recording, setRecording] = useState<PayoutItem | null>(null);
  const { items, amount_fen, paid_fen, state } = batch;
  const source = useMemo(() => staticSource(items), [items]);
  const columns = useMemo(
    () => itemColumns({ t, takesResults: state !== 'draft' && state !== 'cancelled', onRecord: setRecording, onOpen }),
    [t, state, onOpen],
  );
  return (
    <div className="ld-payout-batch-body">
      <BatchSteps batch={batch} />
      <BatchActions batch={batch} onOpen={onOpen} />
      <VirtualTable
        label={t('title')}
        source={source}
        columns={columns}
        rowKey={keyOf}
        rowHeight={44}
        totals={{
          payee: t('payments', { count: items.length }),
          amount: <Money fen={amount_fen} />,
          paid: <Money fen={paid_fen} />,
        }}
        empty={<EmptyState title={t('empty.title')} small />}
      />
      {recording ? <RecordDialog batchId={batch.batch_id} item={recording} onClose={() => setRecording(null)} /> : null}
    </div>
  );
}
