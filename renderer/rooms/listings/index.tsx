import { Button, Tabs } from 'antd';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoute } from '../../app/client/index.ts';
import { goTo, useFilters } from '../../app/router/address.ts';
import { formatCount, LoadingState, Room, RoomHeader } from '../../parts/index.ts';
import { readView, VIEW_NAMES, VIEWS } from './views.ts';
import '../products/products.css';
import './listings.css';

/** The shelf promoters choose from, and the batches its changes are made in. */
export default function ListingsRoom() {
  const { t } = useTranslation(['listings', 'staging']);
  const { params, set } = useFilters();
  const listed = useRoute('desk.status', {}).data?.counts.listings;
  const view = readView(params.get('view'));
  const View = VIEWS[view];

  return (
    <Room
      fill
      header={
        <RoomHeader
          title={t('title')}
          sub={listed === undefined ? null : t('subtitle', { total: formatCount(listed) })}
          known={['products', 'promoters']}
          actions={
            <Button type="primary" onClick={() => goTo('products', { promotable: 'yes', listed: 'no' })}>
              {t('empty.to_products')}
            </Button>
          }
        />
      }
    >
      <Tabs
        className="ld-listing-views"
        activeKey={view}
        // What one page was narrowed to means nothing in another.
        onChange={(name) => set({ ...NARROWED, view: name === 'shelf' ? null : name })}
        items={VIEW_NAMES.map((name) => ({ key: name, label: t(`staging:view.${name}`) }))}
        aria-label={t('staging:view.label')}
      />
      <Suspense fallback={<LoadingState lines={10} />}>
        <View key={view} />
      </Suspense>
    </Room>
  );
}

/** Address parts that belong to one page of the room. */
const NARROWED = { search: null, shop_appid: null, batch: null, state: null };
