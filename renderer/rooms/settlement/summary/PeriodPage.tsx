import { Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettlementPeriod } from '../../../../shared/contract/settlement.ts';
import { useWord } from '../../../app/i18n/words.ts';
import { IdText, Instant, Tag } from '../../../parts/index.ts';
import { TABS, type Tab } from '../period-address.ts';
import { AdjustmentTable } from './AdjustmentTable.tsx';
import { CheckList } from './CheckList.tsx';
import { ClosingList } from './ClosingList.tsx';
import { GroupTable } from './GroupTable.tsx';
import { channelColumns, merchantColumns, promoterColumns, totalCells } from './group-columns.tsx';
import { PeriodActions } from './PeriodActions.tsx';
import { PeriodTotals } from './PeriodTotals.tsx';
import { RuleDialog } from './RuleDialog.tsx';

interface Props {
  data: SettlementPeriod;
  tab: Tab;
  onTab: (tab: Tab) => void;
}

/** One month: its totals, the same sums by shop, promoter and channel, and what needs someone before closing. */
export function PeriodPage({ data, tab, onTab }: Props) {
  const { t } = useTranslation('settlement');
  const word = useWord();
  const [ruling, setRuling] = useState(false);
  const { period, hash } = data.totals;
  const open = data.state === 'closed' ? 0 : data.checklist.filter(({ state }) => state !== 'ok').length;
  const corrections = data.adjustments.rows;
  const columns = useMemo(
    () => ({
      merchants: merchantColumns(t, period),
      promoters: promoterColumns(t, period, word),
      channels: channelColumns(t, period),
    }),
    [t, period, word],
  );
  const totals = totalCells(t, data);
  const waiting: Partial<Record<Tab, number>> = { checks: open, adjustments: corrections };
  const label = (one: Tab) => (waiting[one] ? `${t(`tab.${one}`)} · ${waiting[one]}` : t(`tab.${one}`));

  return (
    <div className="ld-period-page">
      <header>
        <h2>{period}</h2>
        <Tag tone={data.state === 'closed' ? 'ok' : data.state === 'reopened' ? 'warn' : 'info'}>
          {t(`period.${data.state}`)}
        </Tag>
        <ClosingList closings={data.closings} />
        {data.checks.changed_since_close > 0 ? (
          <Tag tone="warn">{t('adjustment.waiting', { rows: data.checks.changed_since_close })}</Tag>
        ) : null}
        <PeriodActions data={data} />
      </header>
      <PeriodTotals data={data} />
      <div className="ld-period-tabs">
        <Segmented<Tab>
          value={tab}
          onChange={onTab}
          options={TABS.map((one) => ({
            value: one,
            label: <span className={one === 'checks' && open ? 'ld-tab-open' : ''}>{label(one)}</span>,
          }))}
        />
        <span className="ld-period-proof" title={t('hint.known_as_of')}>
          {t('known_as_of')} <Instant at={data.known_as_of} as="second" />
        </span>
        <span className="ld-period-proof ld-period-hash" title={t('hint.hash')}>
          {t('hash')} <IdText id={hash} />
        </span>
      </div>
      {tab === 'merchants' ? (
        <GroupTable
          label={t('tab.merchants')}
          groups={data.merchants}
          columns={columns.merchants}
          keyOf={(group) => group.shop_appid ?? ''}
          totals={totals}
        />
      ) : null}
      {tab === 'promoters' ? (
        <GroupTable
          label={t('tab.promoters')}
          groups={data.promoters}
          columns={columns.promoters}
          rowHeight={44}
          keyOf={(group) => group.promoter_appid ?? ''}
          totals={totals}
        />
      ) : null}
      {tab === 'channels' ? (
        <GroupTable
          label={t('tab.channels')}
          groups={data.channels}
          columns={columns.channels}
          keyOf={(group) => group.channel}
          totals={totals}
        />
      ) : null}
      {tab === 'adjustments' ? <AdjustmentTable period={period} /> : null}
      {tab === 'checks' ? <CheckList data={data} onRule={() => setRuling(true)} /> : null}
      <RuleDialog open={ruling} period={period} onClose={() => setRuling(false)} />
    </div>
  );
}
