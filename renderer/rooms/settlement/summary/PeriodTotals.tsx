import { Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { SettlementPeriod } from '../../../../shared/contract/settlement.ts';
import { addressOf } from '../../../app/router/address.ts';
import { Count, Money } from '../../../parts/index.ts';
import { settledRows, unsettledRows } from '../period-address.ts';

/** The month in one line; every figure opens its rows. Estimates stand below, never mixed in. */
export function PeriodTotals({ data }: { data: SettlementPeriod }) {
  const { t } = useTranslation('settlement');
  const { totals, unsettled, adjustments } = data;
  const rows = settledRows(totals.period);
  return (
    <>
      <div className="ld-band">
        <Figure name={t('total.rows')} to={rows} value={<Count of={totals.rows} />} />
        <Figure name={t('total.orders')} to={rows} value={<Count of={totals.orders} />} />
        <Figure name={t('total.payment')} to={rows} value={<Money fen={totals.actual_payment_fen} />} />
        <Figure name={t('total.platform_fee')} to={rows} value={<Money fen={totals.platform_amount_fen} />} />
        <Figure
          name={t('total.promoter_platform')}
          hint={t('hint.promoter_platform')}
          to={rows}
          value={<Money fen={totals.promoter_platform_fen} />}
        />
        <Figure
          name={t('total.net_fee')}
          hint={t('hint.net_fee')}
          to={rows}
          value={<Money fen={totals.service_amount_fen} />}
        />
        <Figure
          name={t('total.promoter_owed')}
          hint={t('hint.promoter_owed')}
          to={rows}
          value={<Money fen={-totals.promoter_owed_fen || 0} />}
        />
        <Figure strong name={t('total.net')} hint={t('hint.net')} to={rows} value={<Money fen={totals.net_fen} />} />
      </div>
      {adjustments.rows > 0 ? (
        <div className="ld-unsettled">
          <b>{t('adjustment.title')}</b>
          <Link href={addressOf('settlement', { period: totals.period, tab: 'adjustments' })}>
            {t('adjustment.lines')} <Count of={adjustments.rows} />
          </Link>
          <span>
            {t('total.net_fee')} <Money fen={adjustments.service_amount_fen} />
          </span>
          <span>
            {t('total.promoter_owed')} <Money fen={adjustments.promoter_owed_fen} />
          </span>
          <span>
            {t('total.net')} <Money fen={adjustments.net_fen} />
          </span>
          <span className="ld-faint">{t('adjustment.hint')}</span>
        </div>
      ) : null}
      <div className="ld-unsettled">
        <b>{t('unsettled.title')}</b>
        {unsettled.rows === 0 ? (
          <span className="ld-faint">{t('unsettled.none')}</span>
        ) : (
          <>
            <Link href={unsettledRows(totals.period)}>
              {t('total.rows')} <Count of={unsettled.rows} />
            </Link>
            <span>
              {t('total.payment')} <Money fen={unsettled.actual_payment_fen} />
            </span>
            <span>
              {t('total.net_fee')} <Money fen={unsettled.service_amount_fen} estimated />
            </span>
            <span className="ld-faint">{t('unsettled.hint')}</span>
          </>
        )}
      </div>
    </>
  );
}

interface FigureProps {
  name: string;
  hint?: string;
  to: string;
  value: ReactNode;
  strong?: boolean;
}

function Figure({ name, hint, to, value, strong = false }: FigureProps) {
  return (
    <Tooltip title={hint ?? ''} mouseEnterDelay={0.4}>
      <Link href={to} className={strong ? 'ld-band__figure ld-band__figure--strong' : 'ld-band__figure'}>
        <span>{name}</span>
        <b>{value}</b>
      </Link>
    </Tooltip>
  );
}
