import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { OrderRow } from '../../../../shared/contract/order.ts';
import type { ReviewEvent } from '../../../../shared/contract/review.ts';
import { formatFen } from '../../../../shared/money.ts';
import { formatPpm } from '../../../../shared/rate.ts';
import type { Tone } from '../../../parts/index.ts';
import { Instant } from '../../../parts/index.ts';
import type { Finding } from './findings.ts';

const TONES: Record<Finding['kind'], Tone> = {
  difference: 'warn',
  refund: 'bad',
  self_purchase: 'warn',
  same_buyer: 'warn',
  rate: 'info',
};

/** Why the order waits and what is odd about it, a line each; says so when nothing is. */
export function Findings({
  order,
  findings,
  events,
}: {
  order: OrderRow;
  findings: readonly Finding[];
  events: readonly ReviewEvent[];
}) {
  const { t } = useTranslation('review');
  const decided = order.review_state === 'open' ? undefined : events.find((event) => event.fact === 'decision');
  return (
    <ul className="ld-findings">
      {order.review_state === 'open' ? null : (
        <li className={`ld-finding ld-finding--${order.review_state === 'held' ? 'warn' : 'info'}`}>
          {t(`because.${order.review_state}`)}
          {order.review_reason ? <b>{t(`reason.${order.review_reason}`)}</b> : null}
          {decided ? (
            <span className="ld-finding__by">
              {decided.staff || t('batch.by_rule')} · <Instant at={decided.at} />
            </span>
          ) : null}
        </li>
      )}
      {findings.map((finding) => (
        <li key={finding.kind} className={`ld-finding ld-finding--${TONES[finding.kind]}`}>
          {sentence(finding, t)}
        </li>
      ))}
      {findings.length === 0 && order.review_state === 'open' ? (
        <li className="ld-finding ld-finding--ok">✓ {t('finding.none')}</li>
      ) : null}
    </ul>
  );
}

function sentence(finding: Finding, t: TFunction<'review'>): string {
  switch (finding.kind) {
    case 'difference':
      return finding.fen > 0
        ? t('finding.more', { amount: formatFen(finding.fen) })
        : t('finding.less', { amount: formatFen(-finding.fen) });
    case 'refund':
      // First read after the refund: the platform no longer says what was paid.
      if (finding.lost_fen <= 0)
        return t(finding.ended ? 'finding.refund_unknown_ended' : 'finding.refund_unknown_open');
      return finding.ended
        ? t('finding.refund_ended', { amount: formatFen(finding.lost_fen) })
        : t('finding.refund_open', { amount: formatFen(finding.lost_fen) });
    case 'self_purchase':
      return t('finding.self_purchase');
    case 'same_buyer':
      return t('finding.same_buyer', { orders: finding.orders });
    case 'rate':
      return t('finding.rate', { before: formatPpm(finding.before_ppm), after: formatPpm(finding.after_ppm) });
  }
}
