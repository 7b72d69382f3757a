import type { TFunction } from 'i18next';
import type { ProductRow } from '../../../shared/contract/product.ts';
import { type Column, Count, EllipsisText, IdText, Money, Rate, ShopName } from '../../parts/index.ts';
import { Thumb } from '../../parts/Thumb.tsx';
import { PlanCell, PlanDates, PromotableState } from './PlanCell.tsx';
import { PriceRange } from './PriceRange.tsx';

export function productColumns(t: TFunction<'products'>): Column<ProductRow>[] {
  return [
    {
      id: 'product',
      title: t('column.product'),
      width: 164,
      grow: 3,
      sort: 'title',
      render: (row) => <ProductCell product={row} />,
    },
    {
      id: 'shop',
      title: t('column.shop'),
      width: 90,
      grow: 1,
      render: (row) => <ShopName name={row.shop_name} id={row.shop_appid} />,
    },
    { id: 'plan', title: t('column.plan'), width: 104, grow: 1, render: (row) => <PlanCell product={row} /> },
    {
      id: 'price',
      title: t('column.price'),
      width: 126,
      align: 'end',
      sort: 'price',
      render: (row) => <PriceRange least={row.price_min_fen} most={row.price_max_fen} />,
    },
    {
      id: 'stock',
      title: t('column.stock'),
      width: 66,
      align: 'end',
      sort: 'stock',
      render: (row) => <Count of={row.stock} />,
    },
    {
      id: 'service_ratio',
      title: t('column.service_ratio'),
      width: 80,
      align: 'end',
      sort: 'service_ratio',
      render: (row) => <Rate ppm={row.service_ratio_ppm} />,
    },
    {
      id: 'service_fee',
      title: t('column.service_fee'),
      width: 94,
      align: 'end',
      sort: 'service_fee',
      render: (row) => <Money fen={row.service_fee_fen} />,
    },
    {
      id: 'margin',
      title: t('column.margin'),
      hint: t('column.margin_hint'),
      width: 84,
      align: 'end',
      render: (row) => <Margin product={row} />,
    },
    {
      id: 'plan_end',
      title: t('column.plan_end'),
      width: 106,
      sort: 'plan_end',
      render: (row) => <PlanDates product={row} />,
    },
    { id: 'state', title: t('column.state'), width: 108, render: (row) => <PromotableState product={row} /> },
  ];
}

/** What the institution keeps of one piece, and the share it pays; nothing while no share is set. */
export function Margin({ product }: { product: Pick<ProductRow, 'margin_fen' | 'split_ppm'> }) {
  if (product.split_ppm === null) return <span className="ld-faint">—</span>;
  return (
    <span className="ld-products-two ld-products-two--end">
      <Money fen={product.margin_fen} />
      <small>
        <Rate ppm={product.split_ppm} />
      </small>
    </span>
  );
}

/** Picture, title and id; the shelf shows its products the same way. */
export function ProductCell({ product }: { product: Pick<ProductRow, 'image_url' | 'title' | 'product_id'> }) {
  return (
    <span className="ld-products-cell">
      <Thumb url={product.image_url} size={34} />
      <span className="ld-products-two">
        <EllipsisText text={product.title} />
        <small>
          <IdText id={product.product_id} />
        </small>
      </span>
    </span>
  );
}
