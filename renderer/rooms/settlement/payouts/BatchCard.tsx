import { useTranslation } from 'react-i18next';
import type { PayoutBatch } from '../../../../shared/contract/payout.ts';
import { Money, Tag } from '../../../parts/index.ts';
import { BatchSteps } from './BatchSteps.tsx';
import { BATCH_TONE } from './batch-tone.ts';

/** A batch in the list: how much to how many, and how far it has come. */
export function BatchCard({ batch, onOpen }: { batch: PayoutBatch; onOpen: () => void }) {
  const { t } = useTranslation('payout');
  const { batch_id, channel, state, items, amount_fen, paid_fen } = batch;
  const retryOf = items[0]?.retry_of ?? null;
  return (
    <li className={state === 'cancelled' ? 'ld-payout-batch ld-payout-batch--cancelled' : 'ld-payout-batch'}>
      <button type="button" onClick={onOpen} data-batch={batch_id}>
        <span className="ld-payout-batch__head">
          <b>{t('batch', { batch: batch_id })}</b>
          <Tag tone={BATCH_TONE[state]}>{t(`batch_state.${state}`)}</Tag>
          <span className="ld-soft">
            {t(`channels.${channel}`)} · {t('payments', { count: items.length })}
            {retryOf === null ? null : ` · ${t('retry.of', { batch: retryOf })}`}
          </span>
          <span className="ld-payout-batch__sum">
            <Money fen={amount_fen} sign />
            {paid_fen !== 0 && paid_fen !== amount_fen ? (
              <small className="ld-faint">
                {t('column.paid')} <Money fen={paid_fen} sign />
              </small>
            ) : null}
          </span>
        </span>
        <BatchSteps batch={batch} />
      </button>
    </li>
  );
}
