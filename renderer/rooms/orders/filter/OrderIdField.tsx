import { Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type OrderFilter, orderFilter } from '../../../../shared/contract/order.ts';
import { withConditions } from './fields.ts';

/** A whole order id, or what it begins or ends with; words, which the search box looks for, may stand anywhere. */
export function OrderIdField({ filter, onChange }: { filter: OrderFilter; onChange: (filter: OrderFilter) => void }) {
  const { t } = useTranslation('orders');
  const [typed, setTyped] = useState(filter.order_id ?? '');
  useEffect(() => setTyped(filter.order_id ?? ''), [filter.order_id]);
  const wanted = typed.trim() || undefined;
  const sound = orderFilter.shape.order_id.safeParse(wanted).success;
  const commit = () => {
    if (sound && wanted !== filter.order_id) onChange(withConditions(filter, { order_id: wanted }));
  };
  return (
    <Input
      aria-label={t('filter.order_id')}
      aria-invalid={!sound}
      {...(sound ? {} : { status: 'error' as const })}
      placeholder={t('filter.order_id_placeholder')}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={commit}
      onPressEnter={commit}
      maxLength={100}
      spellCheck={false}
      allowClear
    />
  );
}
