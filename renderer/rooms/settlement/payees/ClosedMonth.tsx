import { Button } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PayeeBalance } from '../../../../shared/contract/payee.ts';
import { useRoute } from '../../../app/client/index.ts';
import { useFilters } from '../../../app/router/address.ts';
import { Count, EmptyState, Loaded, Money, type Sort, staticSource, VirtualTable } from '../../../parts/index.ts';
import { balanceColumns } from './balance-columns.tsx';
import { orderBalances } from './balance-order.ts';

interface Props {
  period: string;
  search: string;
  opened: string | null;
  onOpen: (payee: string) => void;
}

/** Every payee of a closed month from what was carried over to what can be paid, with the sums of all below. */
export function ClosedMonth({ period, search, opened, onOpen }: Props) {
  const query = useRoute('payee.balances', { period, ...(search ? { search } : {}) }, { keep: true });
  return (
    <Loaded query={query} lines={10}>
      {({ rows, total }) => (
        <Balances period={period} rows={rows} total={total} search={search} opened={opened} onOpen={onOpen} />
      )}
    </Loaded>
  );
}

const keyOf = (row: PayeeBalance) => row.payee_id;

function Balances({
  period,
  rows,
  total,
  search,
  opened,
  onOpen,
}: Props & { rows: PayeeBalance[]; total: PayeeBalance }) {
  const { t } = useTranslation('payee');
  const { set } = useFilters();
  const [sort, setSort] = useState<Sort>({ by: 'closing_fen', direction: 'desc' });
  const columns = useMemo(() => balanceColumns(t, period), [t, period]);
  const source = useMemo(() => staticSource(orderBalances(rows, sort)), [rows, sort]);
  const open = useCallback((row: PayeeBalance) => onOpen(row.payee_id), [onOpen]);
  const money = Object.fromEntries(
    columns
      .filter(({ id }) => id.endsWith('_fen'))
      .map(({ id }) => [id, <Money key={id} fen={total[id as Extract<keyof PayeeBalance, `${string}_fen`>]} />]),
  );
  return (
    <>
      {total.payable_fen > total.in_payout_fen ? (
        <div className="ld-payees-next">
          <span>
            {t('column.payable')} <Money fen={total.payable_fen - total.in_payout_fen} sign />
          </span>
          <Button size="small" type="primary" onClick={() => set({ view: 'payouts', payee: null, search: null })}>
            {t('to_payouts')}
          </Button>
        </div>
      ) : null}
      <VirtualTable
        label={t('title')}
        source={source}
        columns={columns}
        rowKey={keyOf}
        rowHeight={44}
        onOpen={open}
        openKey={opened}
        sort={sort}
        onSort={setSort}
        totals={{
          name: search ? t('all_payees') : t('payees', { count: rows.length }),
          rows: <Count of={total.rows} />,
          ...money,
        }}
        empty={
          search ? (
            <EmptyState title={t('empty.search')} />
          ) : (
            <EmptyState title={t('empty.month')} text={t('empty.month_hint')} />
          )
        }
      />
    </>
  );
}
