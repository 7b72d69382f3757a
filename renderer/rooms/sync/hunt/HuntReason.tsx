import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { HuntAnswer } from '../../../../shared/contract/hunt.ts';
import { ordersAddress } from '../../orders/address.ts';
import { useReason } from './use-reason.ts';

/** Candidates named in the table; the copied table has them all. */
const NAMED = 3;

/** Why, in two lines at most; orders a damaged number may have been lead to their rows. */
export function HuntReason({ answer }: { answer: HuntAnswer }) {
  const { t } = useTranslation('hunt');
  const reason = useReason()(answer);
  const more = answer.candidates.length - NAMED;
  return (
    <div
      className={`ld-hunt-reason${answer.rows.length ? '' : ' ld-hunt-reason--wide'}`}
      title={[reason, ...answer.candidates].join('\n')}
    >
      {reason}
      {answer.looked_up ? <span className="ld-faint"> {t('action.looked_up')}</span> : null}
      {answer.candidates.slice(0, NAMED).map((id) => (
        <Link key={id} href={ordersAddress({ order_id: id })} className="ld-address">
          {' '}
          {id}
        </Link>
      ))}
      {more > 0 ? <span className="ld-faint"> +{more}</span> : null}
    </div>
  );
}
