import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PayoutBatch } from '../../../../shared/contract/payout.ts';
import { useRoute } from '../../../app/client/index.ts';
import { useFilters } from '../../../app/router/address.ts';
import { EmptyState, Loaded, Tag } from '../../../parts/index.ts';
import { STATE_TONE } from '../period-state.ts';
import type { PeriodViewProps } from '../views.ts';
import { BatchCard } from './BatchCard.tsx';
import { BatchDrawer } from './BatchDrawer.tsx';
import { DraftDialog } from './DraftDialog.tsx';
import '../payees/payees.css';
import './payouts.css';

/** Payments of a month from the draft to the bank's result, batch by batch. */
export default function PayoutsView({ period }: PeriodViewProps) {
  const { t } = useTranslation('payout');
  const { params, set } = useFilters();
  const [drafting, setDrafting] = useState(false);
  const periods = useRoute('settlement.periods', {}).data;
  const query = useRoute('payout.list', { period });
  const state = periods?.find((one) => one.period === period)?.state ?? 'open';
  const open = (batch: number | null) => set({ batch });
  const opened = query.data?.find(({ batch_id }) => String(batch_id) === params.get('batch')) ?? null;

  return (
    <div className="ld-period-page">
      <header>
        <h2>{period}</h2>
        {periods ? <Tag tone={STATE_TONE[state]}>{t(`state.${state}`)}</Tag> : null}
        <span className="ld-period-actions">
          <Button type="primary" disabled={state !== 'closed'} onClick={() => setDrafting(true)}>
            {t('draft.button')}
          </Button>
        </span>
      </header>
      {periods && state !== 'closed' ? <NotClosed period={period} reopened={state === 'reopened'} /> : null}
      <Loaded query={query} lines={8}>
        {(batches) => <Batches batches={batches} closed={state === 'closed'} onOpen={open} />}
      </Loaded>
      <BatchDrawer batch={opened} onOpen={open} onClose={() => open(null)} />
      {drafting ? <DraftDialog period={period} onMade={open} onClose={() => setDrafting(false)} /> : null}
    </div>
  );
}

function Batches({
  batches,
  closed,
  onOpen,
}: {
  batches: PayoutBatch[];
  closed: boolean;
  onOpen: (batch: number) => void;
}) {
  const { t } = useTranslation('payout');
  if (batches.length === 0) return closed ? <EmptyState title={t('empty.title')} text={t('empty.text')} /> : null;
  return (
    <ol className="ld-payout-batches">
      {batches.map((batch) => (
        <BatchCard key={batch.batch_id} batch={batch} onOpen={() => onOpen(batch.batch_id)} />
      ))}
    </ol>
  );
}

function NotClosed({ period, reopened }: { period: string; reopened: boolean }) {
  const { t } = useTranslation('payout');
  const { set } = useFilters();
  return (
    <EmptyState
      title={t(reopened ? 'open.reopened' : 'open.title', { period })}
      text={t('open.text')}
      action={
        <Button type="primary" onClick={() => set({ view: null, tab: 'checks', batch: null })}>
          {t('open.to_close')}
        </Button>
      }
    />
  );
}
