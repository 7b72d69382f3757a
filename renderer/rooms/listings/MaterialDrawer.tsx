import { Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListingRow } from '../../../shared/contract/listing.ts';
import { PromoterSelect } from '../../parts/choose/PromoterSelect.tsx';
import { ProductCell } from '../products/product-columns.tsx';
import { productKeyOf } from '../products/product-identity.ts';
import { MaterialSheet } from './MaterialSheet.tsx';

/** One product's material for one promoter at a time: links carry who shared them. */
export function MaterialDrawer({ listing, onClose }: { listing: ListingRow | null; onClose: () => void }) {
  const { t } = useTranslation('listings');
  return (
    <Drawer open={listing !== null} onClose={onClose} size={520} title={t('material.title')}>
      {listing ? <MaterialBody key={listing.product_id} listing={listing} /> : null}
    </Drawer>
  );
}

function MaterialBody({ listing }: { listing: ListingRow }) {
  const { t } = useTranslation('listings');
  const [promoter, setPromoter] = useState<string | null>(null);
  return (
    <div className="ld-material">
      <ProductCell product={listing} />
      <div className="ld-material__who">
        <span className="ld-soft">{t('material.promoter')}</span>
        <PromoterSelect
          single
          name={t('material.promoter')}
          placeholder={t('dialog.choose_promoter')}
          value={promoter === null ? [] : [promoter]}
          onChange={([id]) => setPromoter(id ?? null)}
        />
      </div>
      {promoter === null ? (
        <p className="ld-material__hint">{t('material.choose')}</p>
      ) : (
        <MaterialSheet key={promoter} product={productKeyOf(listing)} promoterAppid={promoter} />
      )}
    </div>
  );
}
