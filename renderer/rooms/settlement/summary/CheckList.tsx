import { CheckCircleFilled, CloseCircleFilled, WarningFilled } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ChecklistLine, CloseCheck, SettlementPeriod } from '../../../../shared/contract/settlement.ts';
import { ORDER_STATUS, SPLIT_PAYER } from '../../../../shared/status.ts';
import { addressOf } from '../../../app/router/address.ts';
import { formatCount, Money } from '../../../parts/index.ts';
import { settledRows } from '../period-address.ts';

const ICONS: Record<ChecklistLine['state'], ReactNode> = {
  ok: <CheckCircleFilled />,
  asks: <WarningFilled />,
  blocks: <CloseCircleFilled />,
};

/** What stands between the month and its closing, each with what to do about it; of a closed month as it stood then. */
export function CheckList({ data, onRule }: { data: SettlementPeriod; onRule: () => void }) {
  const { t } = useTranslation('settlement');
  const { period } = data.totals;
  const sync = <Link href={addressOf('sync')}>{t('check.to_sync')}</Link>;
  const differences = (
    <Link href={addressOf('settlement', { period, view: 'differences' })}>{t('check.to_differences')}</Link>
  );
  const ways: Record<CloseCheck, ReactNode> = {
    month_over: null,
    read_to_end: sync,
    hours_complete: <Link href={addressOf('sync', { tab: 'completeness' })}>{t('check.to_hours')}</Link>,
    quarantine_empty: <Link href={addressOf('sync', { tab: 'quarantine' })}>{t('check.to_quarantine')}</Link>,
    settled_without_time: sync,
    owed_without_rule: (
      <>
        <Button size="small" onClick={onRule}>
          {t('check.default_rule')}
        </Button>
        <Link href={addressOf('promoters', { payer: SPLIT_PAYER.institution })}>{t('check.to_promoters')}</Link>
      </>
    ),
    differences_reviewed: differences,
    holds_decided: (
      <Link href={settledRows(period, { review_state: ['held', 'proposed'] })}>{t('check.to_orders')}</Link>
    ),
    refunds_decided: (
      <Link href={settledRows(period, { order_status: [ORDER_STATUS.refunded] })}>{t('check.to_orders')}</Link>
    ),
    identities_hold: differences,
  };
  return (
    <ul className="ld-close-lines">
      {data.checklist.map(({ check, state, count, amount_fen }) => (
        <li key={check} className={`ld-close-line ld-close-line--${state}`}>
          {ICONS[state]}
          <div>
            <b>
              {t(state === 'ok' ? `checklist.${check}.ok` : `checklist.${check}.open`, { count: formatCount(count) })}
            </b>
            {state === 'ok' ? null : <p>{t(`checklist.${check}.todo`)}</p>}
          </div>
          <span className="ld-close-line__count">
            {state === 'ok' ? t('check.ok') : amount_fen === null ? null : <Money fen={amount_fen} />}
          </span>
          <span className="ld-close-line__ways">{state === 'ok' || data.state === 'closed' ? null : ways[check]}</span>
        </li>
      ))}
    </ul>
  );
}
