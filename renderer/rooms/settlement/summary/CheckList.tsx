import { CheckCircleFilled, WarningFilled } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { SettlementPeriod } from '../../../../shared/contract/settlement.ts';
import { SPLIT_PAYER } from '../../../../shared/status.ts';
import { addressOf } from '../../../app/router/address.ts';
import { formatCount } from '../../../parts/index.ts';
import { settledRows } from '../period-address.ts';
import { CHECKS, type CheckName } from './open-checks.ts';

/** What could make the figures wrong, each with what to do about it. */
export function CheckList({ data, onRule }: { data: SettlementPeriod; onRule: () => void }) {
  const { t } = useTranslation('settlement');
  const rows = settledRows(data.totals.period);
  const ways: Record<CheckName, ReactNode> = {
    owed_without_rule: (
      <>
        <Button size="small" onClick={onRule}>
          {t('check.default_rule')}
        </Button>
        <Link href={addressOf('promoters', { payer: SPLIT_PAYER.institution })}>{t('check.to_promoters')}</Link>
      </>
    ),
    settled_without_time: <Link href={addressOf('sync')}>{t('check.to_sync')}</Link>,
    identity_differences: <Link href={rows}>{t('check.to_orders')}</Link>,
    quarantined: <Link href={addressOf('sync')}>{t('check.to_sync')}</Link>,
    changed_since_close: <Link href={rows}>{t('check.to_orders')}</Link>,
  };
  return (
    <ul className="ld-checks">
      {CHECKS.map((name) => {
        const count = data.checks[name];
        return (
          <li key={name} className={count ? 'ld-check ld-check--open' : 'ld-check'}>
            {count ? <WarningFilled /> : <CheckCircleFilled />}
            <div>
              <b>{t(`check.${name}.title`)}</b>
              {count ? <p>{t(`check.${name}.todo`)}</p> : null}
            </div>
            <span className="ld-check__count">{count ? formatCount(count) : t('check.ok')}</span>
            <span className="ld-check__ways">{count ? ways[name] : null}</span>
          </li>
        );
      })}
    </ul>
  );
}
