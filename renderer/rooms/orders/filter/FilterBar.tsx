import { App, type InputRef } from 'antd';
import { type Dispatch, type RefObject, type SetStateAction, useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_ORDER_IDS, type OrderFilter } from '../../../../shared/contract/order.ts';
import type { Unix } from '../../../../shared/time.ts';
import { formatCount } from '../../../parts/Count.tsx';
import { DateFilter } from './DateFilter.tsx';
import { FacetSelect, openedList } from './FacetSelect.tsx';
import { changedConditions, type ListField, withConditions } from './fields.ts';
import { MoreFilters } from './MoreFilters.tsx';
import { OrderIdsDialog } from './OrderIdsDialog.tsx';
import { readPastedIds } from './pasted-ids.ts';
import { SearchBox } from './SearchBox.tsx';
import './filter.css';

/** The lists staff ask for every day; digits open them by their place. */
export const FREQUENT = [
  'channel',
  'source',
  'commission_status',
  'order_status',
  'shop_appid',
  'product_id',
  'promoter_appid',
  'review_state',
] as const satisfies readonly ListField[];

interface Props {
  filter: OrderFilter;
  asOf: Unix | null;
  /** `what` names the field being typed in. */
  onChange: (filter: OrderFilter, what?: string) => void;
  search: RefObject<InputRef | null>;
  /** The list that is open. */
  list: ListField | null;
  onList: Dispatch<SetStateAction<ListField | null>>;
  moreOpen: boolean;
  onMore: (open: boolean) => void;
}

/** Every condition of the room in two rows; what is chosen shows as chips below. */
export function FilterBar({ filter, asOf, onChange, search, list, onList, moreOpen, onMore }: Props) {
  const { t } = useTranslation('orders');
  const { message } = App.useApp();
  const [pasted, setPasted] = useState<string | null>(null);
  // While somebody types, dates and lists need not be drawn again; an open list counts what is typed, too.
  const { text: _, ...rest } = filter;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same conditions are the same filter
  const besides = useMemo(() => rest, [JSON.stringify(rest)]);
  const shown = list !== null || moreOpen ? filter : besides;
  const newest = useRef(filter);
  newest.current = filter;
  /** Takes over what a part changed itself, whatever else it was shown. */
  const changing = useCallback(
    (before: OrderFilter) => (after: OrderFilter) =>
      onChange(withConditions(newest.current, changedConditions(before, after))),
    [onChange],
  );

  const takeIds = (ids: string[], text: string) => {
    if (ids.length > MOST_ORDER_IDS) return setPasted(text);
    const { repeated, others } = readPastedIds(text);
    onChange(withConditions(filter, { order_ids: ids }));
    if (repeated || others.length) {
      const notes = [t('filter.ids_read', { ids: formatCount(ids.length), repeated: formatCount(repeated) })];
      if (others.length) {
        notes.push(t('filter.ids_others', { others: formatCount(others.length), some: others.slice(0, 3).join('、') }));
      }
      void message.info(notes.join(' · '));
    }
  };
  const dates = useMemo(() => <DateFilter filter={besides} onChange={changing(besides)} />, [besides, changing]);
  const choices = useMemo(
    () => (
      <div className="ld-orders-filter-row ld-orders-choices">
        {FREQUENT.map((field, place) => (
          <FacetSelect
            key={field}
            field={field}
            filter={shown}
            asOf={asOf}
            onChange={changing(shown)}
            open={list === field}
            onOpen={(open) => onList(openedList(field, open))}
            digit={place + 1}
          />
        ))}
        <MoreFilters filter={shown} asOf={asOf} onChange={changing(shown)} open={moreOpen} onOpen={onMore} />
      </div>
    ),
    [shown, asOf, changing, list, onList, moreOpen, onMore],
  );
  const dialog = useMemo(
    () => (
      <OrderIdsDialog
        text={pasted}
        onApply={(ids) => {
          setPasted(null);
          onChange(withConditions(newest.current, { order_ids: ids }));
        }}
        onClose={() => setPasted(null)}
      />
    ),
    [pasted, onChange],
  );
  return (
    <div className="ld-orders-filters">
      <div className="ld-orders-filter-row">
        <SearchBox
          ref={search}
          value={filter.text}
          onChange={(text) => onChange(withConditions(filter, { text }), 'text')}
          onIds={takeIds}
          onList={setPasted}
        />
        {dates}
      </div>
      {choices}
      {dialog}
    </div>
  );
}
