import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel } from '../../../../shared/channel.ts';
import type { ReviewState, Role } from '../../../../shared/contract/order.ts';
import { useRoute } from '../../../app/client/index.ts';
import { useWord } from '../../../app/i18n/words.ts';
import { useChannelWord } from '../../../parts/ChannelTag.tsx';
import { ProductTitleById, PromoterNameById, ShopNameById } from '../../../parts/choose/names.tsx';
import { readableName } from '../../../parts/party-name.ts';
import type { ListField, ListValue } from './fields.ts';

// The accounts a promoter can spread that the platform's replies tell of so far.
const SOURCES = ['channels_account', 'official_account', 'talent'] as const;
const isSource = (value: ListValue): value is (typeof SOURCES)[number] =>
  (SOURCES as readonly ListValue[]).includes(value);

/** The word for a value of a list; `label` is the name that came with it. Null is （无）, unknown codes stay visible. */
export function useValueWord(): (field: ListField, value: ListValue, label: string | null) => string {
  const { t } = useTranslation(['orders', 'review']);
  const word = useWord();
  const channelWord = useChannelWord();
  return useCallback(
    (field, value, label) => {
      if (value === null) return t('filter.no_value');
      switch (field) {
        case 'channel':
          return channelWord(value as Channel);
        case 'source':
          return isSource(value) ? t(`source.${value}`) : String(value).replace(/^unknown:/, '');
        case 'commission_status':
        case 'order_status':
        case 'plan_type':
          return word(field, value);
        case 'role':
          return t(`role.${value as Role}`);
        case 'review_state':
          return t(`review:state.${value as ReviewState}`);
        case 'talent_key':
          return readableName(label) ?? String(value).replace(/^(name|finder):/, '');
        default:
          return readableName(label) ?? String(value);
      }
    },
    [t, word, channelWord],
  );
}

/** The same for a value that came from an address, whose name has to be looked up. */
export function ValueName({ field, value }: { field: ListField; value: ListValue }) {
  const word = useValueWord();
  if (value === null) return <>{word(field, null, null)}</>;
  switch (field) {
    case 'shop_appid':
      return <ShopNameById id={String(value)} />;
    case 'product_id':
      return <ProductTitleById id={String(value)} />;
    case 'promoter_appid':
      return <PromoterNameById id={String(value)} />;
    case 'talent_key':
      return <TalentNameByKey talentKey={String(value)} />;
    default:
      return <>{word(field, value, null)}</>;
  }
}

/** Talents have no list of their own: the newest order of one knows the name. */
function TalentNameByKey({ talentKey }: { talentKey: string }) {
  const word = useValueWord();
  const named = talentKey.startsWith('name:');
  const { data } = useRoute(
    'order.page',
    { filter: { axis: 'created', talent_key: [talentKey] }, limit: 1 },
    { enabled: !named },
  );
  return <>{word('talent_key', talentKey, data?.rows[0]?.talent_name ?? null)}</>;
}
