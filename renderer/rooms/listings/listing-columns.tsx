import { Button, Tooltip } from 'antd';
import type { TFunction } from 'i18next';
import type { ListingRow } from '../../../shared/contract/listing.ts';
import { type Column, Instant, Money, Rate, ShopName, Tag } from '../../parts/index.ts';
import { ProductCell } from '../products/product-columns.tsx';
import { SplitsCell } from './SplitsCell.tsx';

interface Actions {
  onMaterial: (listing: ListingRow) => void;
  onSplits: (listing: ListingRow) => void;
  onUnlist: (listing: ListingRow) => void;
}

export function listingColumns(t: TFunction<'listings'>, actions: Actions): Column<ListingRow>[] {
  return [
    { id: 'product', title: t('column.product'), width: 200, grow: 3, render: (row) => <ProductCell product={row} /> },
    {
      id: 'shop',
      title: t('column.shop'),
      width: 98,
      grow: 1,
      render: (row) => <ShopName name={row.shop_name} id={row.shop_appid} />,
    },
    {
      id: 'listed',
      title: t('column.listed'),
      width: 100,
      render: (row) => (
        <span className="ld-products-two">
          <Instant at={row.listed_at} as="day" />
          <small className="ld-ellipsis">{t('listed_by', { staff: row.listed_by })}</small>
        </span>
      ),
    },
    {
      id: 'default_ratio',
      title: t('column.default_ratio'),
      width: 82,
      align: 'end',
      render: (row) =>
        row.default_ratio_ppm === null ? (
          <Tooltip title={t('own_ratio_hint')}>
            <span className="ld-faint">{t('own_ratio')}</span>
          </Tooltip>
        ) : (
          <Rate ppm={row.default_ratio_ppm} />
        ),
    },
    {
      id: 'promoter_fee',
      title: t('column.promoter_fee'),
      width: 96,
      align: 'end',
      render: (row) => <Money fen={row.promoter_fee_fen} />,
    },
    { id: 'splits', title: t('column.splits'), width: 124, render: (row) => <SplitsCell splits={row.splits} /> },
    {
      id: 'warnings',
      title: t('column.warnings'),
      width: 106,
      render: (row) => (
        <span className="ld-products-states" title={row.warnings.map((one) => t(`warning.${one}`)).join(' · ')}>
          {row.warnings.slice(0, 1).map((one) => (
            <Tag key={one} tone={one === 'plan_ending' || one === 'plan_not_started' ? 'warn' : 'bad'}>
              {t(`warning.${one}`)}
              {row.warnings.length > 1 ? ` +${row.warnings.length - 1}` : ''}
            </Tag>
          ))}
        </span>
      ),
    },
    {
      id: 'actions',
      title: t('column.actions'),
      width: 192,
      align: 'end',
      render: (row) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: keeps clicks on the buttons from opening the row
        // biome-ignore lint/a11y/useKeyWithClickEvents: as above
        <span className="ld-listing-actions" onClick={(event) => event.stopPropagation()}>
          <Button size="small" onClick={() => actions.onMaterial(row)}>
            {t('action.material')}
          </Button>
          <Button size="small" type="text" onClick={() => actions.onSplits(row)}>
            {t('action.splits')}
          </Button>
          <Button size="small" type="text" danger onClick={() => actions.onUnlist(row)}>
            {t('action.unlist')}
          </Button>
        </span>
      ),
    },
  ];
}
