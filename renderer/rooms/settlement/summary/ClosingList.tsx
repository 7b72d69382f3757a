import { Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Closing } from '../../../../shared/contract/settlement.ts';
import { IdText, Instant, Money, Tag } from '../../../parts/index.ts';

/** Every closing of the month with its figures, the ones that were taken back too. */
export function ClosingList({ closings }: { closings: readonly Closing[] }) {
  const { t } = useTranslation('settlement');
  const [newest] = closings;
  if (!newest) return null;
  return (
    <Popover trigger="click" placement="bottomLeft" content={<Closings closings={closings} />}>
      <button type="button" className="ld-closings-open">
        {newest.closed_by || t('closing.nobody')} · <Instant at={newest.closed_at} /> ·{' '}
        {t('closing.number', { number: newest.number })}
      </button>
    </Popover>
  );
}

function Closings({ closings }: { closings: readonly Closing[] }) {
  const { t } = useTranslation('settlement');
  return (
    <ol className="ld-closings">
      {closings.map((closing) => (
        <li key={closing.closing_id}>
          <header>
            <b>{t('closing.number', { number: closing.number })}</b>
            <Tag tone={closing.reopened ? 'unknown' : 'ok'}>
              {t(closing.reopened ? 'closing.taken_back' : 'closing.counts')}
            </Tag>
            <span className="ld-faint">
              {closing.closed_by} <Instant at={closing.closed_at} as="second" />
            </span>
          </header>
          <p>
            {t('total.net_fee')} <Money fen={closing.totals.service_amount_fen} /> · {t('total.promoter_owed')}{' '}
            <Money fen={closing.totals.promoter_owed_fen} /> · {t('total.net')} <Money fen={closing.totals.net_fen} />
          </p>
          {closing.reopened ? (
            <p className="ld-soft">
              {closing.reopened.by} <Instant at={closing.reopened.at} as="second" />：{closing.reopened.reason}
            </p>
          ) : null}
          <IdText id={closing.hash} />
        </li>
      ))}
    </ol>
  );
}
