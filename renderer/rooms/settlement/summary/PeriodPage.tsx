import { Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettlementPeriod } from '../../../../shared/contract/settlement.ts';
import { useWord } from '../../../app/i18n/words.ts';
import { IdText, Instant, Tag } from '../../../parts/index.ts';
import { TABS, type Tab } from '../period-address.ts';
import { CheckList } from './CheckList.tsx';
import { GroupTable } from './GroupTable.tsx';
import { channelColumns, merchantColumns, promoterColumns, totalCells } from './group-columns.tsx';
import { openChecks } from './open-checks.ts';
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
  const open = openChecks(data.checks).length;
  const columns = useMemo(
    () => ({
      merchants: merchantColumns(t, period),
      promoters: promoterColumns(t, period, word),
      channels: channelColumns(t, period),
    }),
    [t, period, word],
  );
  const totals = totalCells(t, data);
  const label = (one: Tab) => (one === 'checks' && open ? `${t('tab.checks')} · ${open}` : t(`tab.${one}`));

  return (
    <div className="ld-period-page">
      <header>
        <h2>{period}</h2>
        <Tag tone={data.state === 'closed' ? 'ok' : 'info'}>{t(`period.${data.state}`)}</Tag>
        {data.closed_at === null ? null : (
          <span className="ld-faint">
            {data.closed_by} · <Instant at={data.closed_at} />
          </span>
        )}
        <PeriodActions data={data} openChecks={open} />
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
      {tab === 'checks' ? <CheckList data={data} onRule={() => setRuling(true)} /> : null}
      <RuleDialog open={ruling} period={period} onClose={() => setRuling(false)} />
    </div>
  );
}
