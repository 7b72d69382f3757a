// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by hand, which list elements do not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays on the list, which names its active row
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the queue's keys are listened for on the whole page
import { type MouseEvent, memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderRow } from '../../../../shared/contract/order.ts';
import { formatFen } from '../../../../shared/money.ts';
import { formatInstant } from '../../../../shared/time.ts';
import { ReviewStateTag } from '../../../parts/index.ts';

interface Props {
  id: string;
  row: OrderRow;
  place: number;
  top: number;
  height: number;
  active: boolean;
  chosen: boolean;
  /** Something is chosen: the boxes are all in sight. */
  choosing: boolean;
  /** Decided in this sitting; it stays where it is, quietly. */
  decided: boolean;
  onPick: (place: number, event: MouseEvent) => void;
  onToggle: (place: number) => void;
}

export const QueueRow = memo(function QueueRow(props: Props) {
  const { row, place, active, chosen, decided } = props;
  const { t } = useTranslation('review');
  const difference = row.difference_fen ?? 0;
  const kind = `ld-queue__row${active ? ' ld-queue__row--active' : ''}${chosen ? ' ld-queue__row--chosen' : ''}${decided ? ' ld-queue__row--decided' : ''}${props.choosing ? ' ld-queue__row--choosing' : ''}`;
  return (
    <div
      id={props.id}
      role="option"
      aria-selected={chosen}
      aria-current={active || undefined}
      className={kind}
      style={{ height: props.height, transform: `translateY(${props.top}px)` }}
      onClick={(event) => props.onPick(place, event)}
    >
      <span
        className="ld-queue__box"
        aria-hidden
        onClick={(event) => {
          event.stopPropagation();
          props.onToggle(place);
        }}
      />
      <span className="ld-queue__what">
        <span className="ld-queue__title">{row.product_title ?? row.product_id ?? row.order_id}</span>
        <span className="ld-queue__sub">
          {row.created_at === null ? null : formatInstant(row.created_at).slice(5, 16)}
          {' · '}
          {row.promoter_name || row.talent_name || row.shop_name || row.order_id}
        </span>
      </span>
      <span className="ld-queue__end">
        <span className={`ld-queue__fee${(row.service_amount_fen ?? 0) < 0 ? ' ld-bad-text' : ''}`}>
          {row.service_amount_fen === null ? '—' : formatFen(row.service_amount_fen)}
        </span>
        <span className="ld-queue__marks">
          {difference === 0 ? null : (
            <span
              className={`ld-queue__difference${difference < 0 ? ' ld-queue__difference--less' : ''}`}
              title={t('finding.difference_short')}
            >
              {difference > 0 ? '+' : ''}
              {formatFen(difference)}
            </span>
          )}
          {row.refunded ? <span className="ld-tag ld-tag--bad">{t('mark.refund')}</span> : null}
          {row.self_purchase ? <span className="ld-tag ld-tag--warn">{t('mark.self_purchase')}</span> : null}
          {row.review_state === 'open' ? null : <ReviewStateTag state={row.review_state} />}
        </span>
      </span>
    </div>
  );
});
