import { App, type InputRef } from 'antd';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_ORDER_IDS, type OrderFilter } from '../../../../shared/contract/order.ts';
import type { Unix } from '../../../../shared/time.ts';
import { formatCount } from '../../../parts/Count.tsx';
import { DateFilter } from './DateFilter.tsx';
import { FacetSelect } from './FacetSelect.tsx';
import { withConditions } from './fields.ts';
import { MoreFilters } from './MoreFilters.tsx';
import { OrderIdsDialog } from './OrderIdsDialog.tsx';
import { readPastedIds } from './pasted-ids.ts';
import { SearchBox } from './SearchBox.tsx';
import './filter.css';

/** The lists staff ask for every day. */
const FREQUENT = [
  'channel',
  'source',
  'commission_status',
  'order_status',
  'shop_appid',
  'product_id',
  'promoter_appid',
  'review_state',
] as const;

interface Props {
  filter: OrderFilter;
  asOf: Unix | null;
  /** `what` names the field being typed in. */
  onChange: (filter: OrderFilter, what?: string) => void;
  search: RefObject<InputRef | null>;
  moreOpen: boolean;
  onMore: (open: boolean) => void;
}

/** Every condition of the room in two rows; what is chosen shows as chips below. */
export function FilterBar({ filter, asOf, onChange, search, moreOpen, onMore }: Props) {
  const { t } = useTranslation('orders');
  const { message } = App.useApp();
  const [list, setList] = useState<string | null>(null);

  const takeIds = (ids: string[], pasted: string) => {
    if (ids.length > MOST_ORDER_IDS) return setList(pasted);
    const { repeated, others } = readPastedIds(pasted);
    onChange(withConditions(filter, { order_ids: ids }));
    if (repeated || others.length) {
      const notes = [t('filter.ids_read', { ids: formatCount(ids.length), repeated: formatCount(repeated) })];
      if (others.length) {
        notes.push(t('filter.ids_others', { others: formatCount(others.length), some: others.slice(0, 3).join('、') }));
      }
      void message.info(notes.join(' · '));
    }
  };
  return (
    <div className="ld-orders-filters">
      <div className="ld-orders-filter-row">
        <SearchBox
          ref={search}
          value={filter.text}
          onChange={(text) => onChange(withConditions(filter, { text }), 'text')}
          onIds={takeIds}
          onList={setList}
        />
        <DateFilter filter={filter} onChange={onChange} />
      </div>
      <div className="ld-orders-filter-row ld-orders-choices">
        {FREQUENT.map((field) => (
          <FacetSelect key={field} field={field} filter={filter} asOf={asOf} onChange={onChange} />
        ))}
        <MoreFilters filter={filter} asOf={asOf} onChange={onChange} open={moreOpen} onOpen={onMore} />
      </div>
      <OrderIdsDialog
        text={list}
        onApply={(ids) => {
          setList(null);
          onChange(withConditions(filter, { order_ids: ids }));
        }}
        onClose={() => setList(null)}
      />
    </div>
  );
}
