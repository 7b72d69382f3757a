import { CloseOutlined, CopyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderFilter, OrderRow, OrderTotals } from '../../../../shared/contract/order.ts';
import { formatCount, Money, type Selection } from '../../../parts/index.ts';
import type { SelectionActions } from './selection-actions.ts';
import { sumsOf } from './totals.ts';

/** So many rows can be named; more than that only as the filter itself. */
const MOST_KEYS = 20_000;

interface Props {
  selection: Selection<OrderRow>;
  /** All rows of the filter, read or not. */
  everything: boolean;
  filter: OrderFilter;
  totals: OrderTotals | undefined;
  /** Null while the page is set to a past moment. */
  actions: SelectionActions | null;
  onEverything: () => void;
  onCopy: () => void;
  onClear: () => void;
}

/** What is chosen: how many, their sums, and what can be done with them. */
export function SelectionBar({ selection, everything, filter, totals, actions: Actions, ...on }: Props) {
  const { t } = useTranslation('orders');
  const rows = useMemo(() => [...selection.values()], [selection]);
  const sums = useMemo(() => (everything && totals ? totals : sumsOf(rows)), [everything, totals, rows]);
  const total = totals?.rows ?? 0;
  const count = everything ? total : selection.size;
  const target = useMemo(
    () => (everything ? { filter } : { keys: rows.map(({ order_id, sku_id }) => ({ order_id, sku_id })) }),
    [everything, filter, rows],
  );
  const actable = everything || count <= MOST_KEYS;
  return (
    <section className="ld-chosen" aria-label={t('chosen.label')}>
      <b className="ld-chosen__count" role="status">
        {t(everything ? 'chosen.everything' : 'chosen.count', { count, rows: formatCount(count) })}
      </b>
      {!everything && total > selection.size ? (
        <Button size="small" type="link" onClick={on.onEverything}>
          {t('chosen.choose_everything', { rows: formatCount(total) })}
        </Button>
      ) : null}
      <dl className="ld-chosen__sums">
        {(['actual_payment_fen', 'service_amount_fen', 'owed_fen', 'net_fen'] as const).map((key) => (
          <div key={key} data-sum={key}>
            <dt>{t(`column.${key}`)}</dt>
            <dd>
              <Money fen={sums[key]} />
            </dd>
          </div>
        ))}
      </dl>
      <span className="ld-chosen__acts">
        {Actions && actable ? <Actions target={target} rows={rows} /> : null}
        {Actions && !actable ? <span className="ld-faint">{t('chosen.too_many')}</span> : null}
        {everything ? null : (
          <Button size="small" icon={<CopyOutlined />} onClick={on.onCopy}>
            {t('chosen.copy')}
          </Button>
        )}
        <Button
          size="small"
          type="text"
          icon={<CloseOutlined />}
          onClick={on.onClear}
          aria-label={t('chosen.clear')}
          title={t('chosen.clear')}
        />
      </span>
    </section>
  );
}
