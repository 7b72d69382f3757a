import { Button } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoute } from '../../../app/client/index.ts';
import { useFilters } from '../../../app/router/address.ts';
import { LoadingState, SearchField, Tag } from '../../../parts/index.ts';
import { STATE_TONE } from '../period-state.ts';
import type { PeriodViewProps } from '../views.ts';
import { AgesDrawer } from './AgesDrawer.tsx';
import { AssignDialog } from './AssignDialog.tsx';
import { ClosedMonth } from './ClosedMonth.tsx';
import { MinimumDialog } from './MinimumDialog.tsx';
import { OpenMonth } from './OpenMonth.tsx';
import { PayeeDrawer } from './PayeeDrawer.tsx';
import './payees.css';

/** Who gets what of a month, and everything about those who get it. */
export default function PayeesView({ period }: PeriodViewProps) {
  const { t } = useTranslation('payee');
  const { params, set } = useFilters();
  const [beside, setBeside] = useState<'assign' | 'minimum' | 'ages' | null>(null);
  const periods = useRoute('settlement.periods', {}).data;
  const search = params.get('search') ?? '';
  const state = periods?.find((one) => one.period === period)?.state ?? 'open';
  const close = () => setBeside(null);
  const open = useCallback((payee: string | null) => set({ payee }), [set]);

  return (
    <div className="ld-period-page">
      <header>
        <h2>{period}</h2>
        {periods ? <Tag tone={STATE_TONE[state]}>{t(`state.${state}`)}</Tag> : null}
        <SearchField value={search} onSearch={(text) => set({ search: text })} placeholder={t('search')} width={200} />
        <span className="ld-period-actions">
          {state === 'closed' ? <Button onClick={() => setBeside('ages')}>{t('button.ages')}</Button> : null}
          <Button onClick={() => setBeside('minimum')}>{t('button.minimum')}</Button>
          <Button onClick={() => setBeside('assign')}>{t('button.assign')}</Button>
        </span>
      </header>
      {periods === undefined ? (
        <LoadingState lines={10} />
      ) : state === 'closed' ? (
        <ClosedMonth key={period} period={period} search={search} opened={params.get('payee')} onOpen={open} />
      ) : (
        <OpenMonth period={period} state={state} search={search} opened={params.get('payee')} onOpen={open} />
      )}
      <PayeeDrawer
        payeeId={params.get('payee')}
        period={state === 'closed' ? period : null}
        onClose={() => open(null)}
      />
      {beside === 'assign' ? <AssignDialog period={period} promoters={[]} onClose={close} /> : null}
      {beside === 'minimum' ? <MinimumDialog onClose={close} /> : null}
      {state === 'closed' ? <AgesDrawer open={beside === 'ages'} period={period} onClose={close} /> : null}
    </div>
  );
}
