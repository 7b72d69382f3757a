import { Button } from 'antd';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PayeeRow } from '../../../../shared/contract/payee.ts';
import type { SettlementPeriod } from '../../../../shared/contract/settlement.ts';
import { usePages, useRoute } from '../../../app/client/index.ts';
import { useFilters } from '../../../app/router/address.ts';
import { EmptyState, Loaded, Money, VirtualTable } from '../../../parts/index.ts';
import { payeeColumns } from './payee-columns.tsx';

interface Props {
  period: string;
  state: SettlementPeriod['state'];
  search: string;
  opened: string | null;
  onOpen: (payee: string) => void;
}

const keyOf = (row: PayeeRow) => row.payee_id;

/** Before a month is closed nobody is owed anything of it: what will come, how to get there, and what can be prepared. */
export function OpenMonth({ period, state, search, opened, onOpen }: Props) {
  const { t } = useTranslation('payee');
  const columns = useMemo(() => payeeColumns(t), [t]);
  const pages = usePages('payee.list', { ...(search ? { search } : {}), limit: 100 });
  const open = useCallback((row: PayeeRow) => onOpen(row.payee_id), [onOpen]);
  return (
    <>
      <ComingShares period={period} reopened={state === 'reopened'} />
      <VirtualTable
        label={t('title')}
        source={pages}
        columns={columns}
        rowKey={keyOf}
        rowHeight={44}
        onOpen={open}
        openKey={opened}
        empty={
          <EmptyState
            title={t(search ? 'empty.search' : 'empty.list')}
            text={search ? undefined : t('empty.list_hint')}
          />
        }
      />
    </>
  );
}

function ComingShares({ period, reopened }: { period: string; reopened: boolean }) {
  const { t } = useTranslation('payee');
  const { set } = useFilters();
  const query = useRoute('settlement.period', { period });
  return (
    <section className="ld-payees-coming">
      <div>
        <b>{t(reopened ? 'open.reopened' : 'open.title', { period })}</b>
        <Loaded query={query} lines={1}>
          {({ totals, adjustments }) => (
            <p>
              {t('open.does')} {t('open.sales')} <Money fen={totals.promoter_owed_fen} sign />
              <span className="ld-faint"> {t('open.rows', { count: totals.rows })}</span>
              {adjustments.rows > 0 ? (
                <>
                  {' · '}
                  {t('open.adjustments')} <Money fen={adjustments.promoter_owed_fen} sign />
                  <span className="ld-faint"> {t('open.rows', { count: adjustments.rows })}</span>
                </>
              ) : null}
            </p>
          )}
        </Loaded>
        <p className="ld-soft">{t('open.meanwhile')}</p>
      </div>
      <Button type="primary" onClick={() => set({ view: null, tab: 'checks', payee: null, search: null })}>
        {t('open.to_close')}
      </Button>
    </section>
  );
}
