import { useTranslation } from 'react-i18next';
import type { ExclusiveField, ProductFace } from '../../../shared/contract/catalogue.ts';
import type { ProductDetail } from '../../../shared/contract/product.ts';
import { useRoute } from '../../app/client/index.ts';
import { Count, Instant, Loaded, Tag } from '../../parts/index.ts';
import { Thumb } from '../../parts/Thumb.tsx';
import { PriceRange } from './PriceRange.tsx';
import { productKeyOf } from './product-identity.ts';

const FIELDS: readonly ExclusiveField[] = ['price', 'stock', 'title', 'picture'];

/** What a plan for chosen institutions offers beside what the shop sells to everybody. */
export function CompareSection({ product }: { product: ProductDetail }) {
  const { t } = useTranslation('products');
  const query = useRoute('product.compare', productKeyOf(product));
  return (
    <Loaded query={query} lines={4}>
      {({ base, here, differs }) =>
        base === null ? (
          <p className="ld-faint">{t('compare.not_read')}</p>
        ) : (
          <table className="ld-plain-table">
            <thead>
              <tr>
                <th>{t('compare.field')}</th>
                <th>
                  {t('compare.here')} <Instant at={here.read_at} />
                </th>
                <th>
                  {t('compare.base')} <Instant at={base.read_at} />
                </th>
                <th aria-label={t('compare.differs')} />
              </tr>
            </thead>
            <tbody>
              {FIELDS.map((field) => (
                <tr key={field}>
                  <td className="ld-faint">{t(`compare.fields.${field}`)}</td>
                  <td>
                    <FieldOf face={here} field={field} />
                  </td>
                  <td>
                    <FieldOf face={base} field={field} />
                  </td>
                  <td className="ld-end">
                    {differs.includes(field) ? <Tag tone="info">{t('compare.differs')}</Tag> : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )
      }
    </Loaded>
  );
}

function FieldOf({ face, field }: { face: ProductFace; field: ExclusiveField }) {
  switch (field) {
    case 'price':
      return <PriceRange least={face.price_min_fen} most={face.price_max_fen} />;
    case 'stock':
      return <Count of={face.stock} />;
    case 'picture':
      return <Thumb url={face.image_url} size={48} />;
    case 'title':
      return <span className="ld-products-value">{face.title}</span>;
  }
}
