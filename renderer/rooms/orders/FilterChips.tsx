import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Channel } from '../../../shared/channel.ts';
import type { OrderFilter } from '../../../shared/contract/order.ts';
import { useWord } from '../../app/i18n/words.ts';
import { useChannelWord } from '../../parts/ChannelTag.tsx';
import { ProductTitleById, PromoterNameById, ShopNameById } from '../../parts/choose/names.tsx';
import { cleared, type FilterChip, filterChips } from './filter-chips.ts';

/** The conditions in force, each removed by a click; the same text stands on the export. */
export function FilterChips({ filter, onChange }: { filter: OrderFilter; onChange?: (filter: OrderFilter) => void }) {
  const { t } = useTranslation('orders');
  const chips = filterChips(filter);
  if (chips.length === 0) return onChange ? null : <span className="ld-chip">{t('filter.none')}</span>;
  return (
    <div className="ld-chips">
      {chips.map((chip) => (
        <span key={chip.key} className="ld-chip">
          <ChipName chip={chip} />
          <b>
            <ChipValue chip={chip} />
          </b>
          {onChange ? (
            <button
              type="button"
              aria-label={t('filter.remove', { what: chip.key })}
              onClick={() => onChange(chip.rest)}
            >
              <CloseOutlined />
            </button>
          ) : null}
        </span>
      ))}
      {onChange ? (
        <Button type="link" size="small" onClick={() => onChange(cleared(filter))}>
          {t('filter.clear')}
        </Button>
      ) : null}
    </div>
  );
}

function ChipName({ chip }: { chip: FilterChip }) {
  const { t } = useTranslation('orders');
  return <>{chip.field === 'range' ? t(`axis.${chip.axis}`) : t(`filter.${chip.field}`)}</>;
}

function ChipValue({ chip }: { chip: FilterChip }) {
  const { t } = useTranslation('orders');
  const word = useWord();
  const channelWord = useChannelWord();
  switch (chip.field) {
    case 'range':
      if (chip.from && chip.to) return chip.from === chip.to ? chip.from : `${chip.from} – ${chip.to}`;
      return chip.from ? t('filter.range_from', { from: chip.from }) : t('filter.range_to', { to: chip.to });
    case 'order_id':
      return chip.value;
    case 'channel':
      return channelWord(chip.value as Channel);
    case 'order_status':
    case 'commission_status':
      return word(chip.field, chip.value);
    case 'shop_appid':
      return <ShopNameById id={String(chip.value)} />;
    case 'promoter_appid':
      return <PromoterNameById id={String(chip.value)} />;
    case 'product_id':
      return <ProductTitleById id={String(chip.value)} />;
  }
}
