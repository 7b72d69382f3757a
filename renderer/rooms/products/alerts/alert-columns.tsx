import { CheckOutlined, UndoOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { TFunction } from 'i18next';
import type { ProductAlert } from '../../../../shared/contract/catalogue.ts';
import { type Column, Instant, ShopName, Tag } from '../../../parts/index.ts';
import { ProductCell } from '../product-columns.tsx';
import { AlertChange } from './AlertChange.tsx';
import { AlertTag } from './AlertTag.tsx';

export function alertColumns(
  t: TFunction<'products'>,
  mark: (alert: ProductAlert, as: 'done' | 'open') => void,
): Column<ProductAlert>[] {
  return [
    {
      id: 'kind',
      title: t('alert.column.kind'),
      width: 122,
      render: (row) => (
        <span className="ld-alert-kind">
          {row.seen_at === null ? <i className="ld-alert-kind__new" role="img" aria-label={t('alert.unseen')} /> : null}
          <AlertTag kind={row.kind} />
        </span>
      ),
    },
    {
      id: 'product',
      title: t('column.product'),
      width: 220,
      grow: 3,
      render: (row) => <ProductCell product={row} />,
    },
    {
      id: 'change',
      title: t('alert.column.change'),
      width: 210,
      grow: 1,
      render: (row) => <AlertChange alert={row} />,
    },
    {
      id: 'shop',
      title: t('column.shop'),
      width: 110,
      grow: 1,
      render: (row) => <ShopName name={row.shop_name} id={row.shop_appid} />,
    },
    {
      id: 'listed',
      title: t('filter.listed_any'),
      width: 76,
      render: (row) => (row.listed ? <Tag tone="accent">{t('state.listed')}</Tag> : null),
    },
    { id: 'at', title: t('alert.column.at'), width: 126, render: (row) => <Instant at={row.at} /> },
    {
      id: 'act',
      title: t('alert.column.state'),
      width: 132,
      render: (row) =>
        row.done_at === null ? (
          <Button
            size="small"
            icon={<CheckOutlined />}
            onClick={(event) => {
              event.stopPropagation();
              mark(row, 'done');
            }}
          >
            {t('alert.done')}
          </Button>
        ) : (
          <Button
            size="small"
            icon={<UndoOutlined />}
            title={row.done_by ?? ''}
            onClick={(event) => {
              event.stopPropagation();
              mark(row, 'open');
            }}
          >
            {t('alert.reopen')}
          </Button>
        ),
    },
  ];
}
