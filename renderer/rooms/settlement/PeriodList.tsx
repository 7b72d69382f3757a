import { LockOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { RouteOutput } from '../../../shared/contract/routes.ts';
import { formatCount, Money } from '../../parts/index.ts';

interface Props {
  periods: RouteOutput<'settlement.periods'>;
  present: string;
  /** The month the platform's clock is in. */
  current: string;
  onChoose: (period: string) => void;
}

/** The months there are, newest first; a closed one has a lock. */
export function PeriodList({ periods, present, current, onChoose }: Props) {
  const { t } = useTranslation('settlement');
  const newestFirst = periods.toSorted((a, b) => (a.period < b.period ? 1 : -1));
  return (
    <nav className="ld-periods" aria-label={t('period.list')}>
      {newestFirst.map((one) => (
        <button
          key={one.period}
          type="button"
          className={one.period === present ? 'ld-period ld-period--present' : 'ld-period'}
          aria-current={one.period === present}
          onClick={() => onChoose(one.period)}
        >
          <span>
            <b>{one.period}</b>
            {one.state === 'closed' ? (
              <LockOutlined title={t('period.closed')} />
            ) : one.period === current ? (
              <small>{t('period.current')}</small>
            ) : null}
          </span>
          <span>
            <small>{t('period.rows', { rows: formatCount(one.rows) })}</small>
            <Money fen={one.service_amount_fen} />
          </span>
        </button>
      ))}
    </nav>
  );
}
