import { useTranslation } from 'react-i18next';
import type { ChainCheck, OrderRow } from '../../../../shared/contract/order.ts';
import { formatFen } from '../../../../shared/money.ts';
import { formatPpm } from '../../../../shared/rate.ts';
import { Money } from '../../../parts/Money.tsx';
import { Tag } from '../../../parts/Tag.tsx';
import { differenceReason } from './difference-reason.ts';
import { serviceLedger } from './service-ledger.ts';

/** The net service fee as we work it out, beside what the platform says, and why they differ. */
export function ServiceLedger({ order, checks }: { order: OrderRow; checks: readonly ChainCheck[] }) {
  const { t } = useTranslation('orders');
  const lines = serviceLedger(order);
  const reason = differenceReason(order, checks);
  return (
    <div className="ld-order-card">
      <h3>{t('detail.ours.title')}</h3>
      <dl className="ld-ledger">
        {lines?.map((line) => (
          <div key={line.term}>
            <dt>
              {t(`detail.ours.term.${line.term}`)}
              {line.of ? (
                <small>
                  {formatFen(line.of.base)} × {formatPpm(line.of.ratio)}
                </small>
              ) : null}
            </dt>
            <dd className={line.fen < 0 ? 'ld-soft' : ''}>
              {line.fen < 0 ? `−${formatFen(-line.fen)}` : formatFen(line.fen)}
            </dd>
          </div>
        ))}
        <div className="ld-ledger__sum">
          <dt>{t('detail.ours.expected')}</dt>
          <dd>
            <Money fen={order.expected_fen} />
          </dd>
        </div>
        <div>
          <dt>{t('detail.ours.platform')}</dt>
          <dd>
            <Money fen={order.service_amount_fen} />
          </dd>
        </div>
        <div className="ld-ledger__sum">
          <dt>{t('detail.ours.difference')}</dt>
          <dd>
            <Money fen={order.difference_fen} />
          </dd>
        </div>
      </dl>
      <p className="ld-order-verdict">
        <Tag tone={reason === 'equal' ? 'ok' : reason === 'no_figure' ? 'quiet' : 'warn'}>
          {t(
            reason === 'equal'
              ? 'detail.ours.equal'
              : reason === 'no_figure'
                ? 'detail.ours.open'
                : 'detail.ours.differs',
          )}
        </Tag>
        <span>{t(`detail.ours.reason.${reason}`, { role: t(`detail.role.${order.role}`) })}</span>
      </p>
    </div>
  );
}
