import type { InputRef } from 'antd';
import { type RefObject, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { isChannel } from '../../../shared/channel.ts';
import type { OrderFilter } from '../../../shared/contract/order.ts';
import { useRoute } from '../../app/client/index.ts';
import { useWord } from '../../app/i18n/words.ts';
import { useChannelWord } from '../../parts/ChannelTag.tsx';
import { ProductSelect } from '../../parts/choose/ProductSelect.tsx';
import { PromoterSelect } from '../../parts/choose/PromoterSelect.tsx';
import { ShopSelect } from '../../parts/choose/ShopSelect.tsx';
import { DateFilter } from './DateFilter.tsx';
import { FacetSelect } from './FacetSelect.tsx';
import { facetChoices } from './facet-choices.ts';
import { withList } from './filter-chips.ts';
import { IdSearch } from './IdSearch.tsx';

interface Props {
  filter: OrderFilter;
  onChange: (filter: OrderFilter) => void;
  idSearch: RefObject<InputRef | null>;
}

/** Every condition of the room in two rows; what is chosen shows as chips below. */
export function FilterBar({ filter, onChange, idSearch }: Props) {
  const { t } = useTranslation('orders');
  const word = useWord();
  const channelWord = useChannelWord();
  const facets = useRoute('order.facets', { filter }, { keep: true }).data;

  const setId = useCallback(
    (id: string | undefined) => {
      const { order_id: _before, ...rest } = filter;
      onChange(id ? { ...rest, order_id: id } : rest);
    },
    [filter, onChange],
  );

  return (
    <div className="ld-orders-filters">
      <div className="ld-orders-filter-row">
        <DateFilter filter={filter} onChange={onChange} />
        <IdSearch ref={idSearch} value={filter.order_id} onChange={setId} />
      </div>
      <div className="ld-orders-filter-row ld-orders-choices">
        <FacetSelect
          name={t('filter.channel')}
          value={(filter.channel ?? []).filter(isChannel)}
          onChange={(values) => onChange(withList(filter, 'channel', values))}
          choices={facetChoices('channel', facets, (filter.channel ?? []).filter(isChannel)).map((choice) => ({
            ...choice,
            label: channelWord(choice.value),
          }))}
        />
        <FacetSelect
          name={t('filter.commission_status')}
          value={filter.commission_status ?? []}
          onChange={(values) => onChange(withList(filter, 'commission_status', values))}
          choices={facetChoices('commission_status', facets, filter.commission_status ?? []).map((choice) => ({
            ...choice,
            label: word('commission_status', choice.value),
          }))}
        />
        <FacetSelect
          name={t('filter.order_status')}
          value={filter.order_status ?? []}
          onChange={(values) => onChange(withList(filter, 'order_status', values))}
          choices={facetChoices('order_status', facets, filter.order_status ?? []).map((choice) => ({
            ...choice,
            label: word('order_status', choice.value),
          }))}
        />
        <ShopSelect
          name={t('filter.shop_appid')}
          value={filter.shop_appid ?? []}
          onChange={(ids) => onChange(withList(filter, 'shop_appid', ids))}
        />
        <PromoterSelect
          name={t('filter.promoter_appid')}
          value={filter.promoter_appid ?? []}
          onChange={(ids) => onChange(withList(filter, 'promoter_appid', ids))}
        />
        <ProductSelect
          name={t('filter.product_id')}
          value={filter.product_id ?? []}
          onChange={(ids) => onChange(withList(filter, 'product_id', ids))}
        />
      </div>
    </div>
  );
}
