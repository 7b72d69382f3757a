import { ColumnHeightOutlined, DownloadOutlined, QuestionOutlined } from '@ant-design/icons';
import { Button, Dropdown, Popover } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ColumnPicker } from '../../../parts/index.ts';
import { DENSITIES, type Density, useView } from '../../../state/view.ts';
import type { OrdersBodyProps } from '../body.ts';
import { ExportDialog } from './ExportDialog.tsx';
import { TableKeys } from './TableKeys.tsx';
import { ORDERS_TABLE, useOrderColumns } from './use-order-columns.ts';

/** What stands in the room's header for its table: keys, density, columns, export. */
export function OrdersTableTools({ filter, sort, asOf }: Pick<OrdersBodyProps, 'filter' | 'sort' | 'asOf'>) {
  const { t } = useTranslation('orders');
  const columns = useOrderColumns();
  const density = useView((view) => view.density[ORDERS_TABLE]) ?? 'normal';
  const setDensity = useView((view) => view.setDensity);
  const [exporting, setExporting] = useState(false);
  return (
    <>
      <Popover content={<TableKeys />} trigger="click" placement="bottomRight" arrow={false} title={t('keys.title')}>
        <Button icon={<QuestionOutlined />} aria-label={t('keys.title')} title={t('keys.title')} />
      </Popover>
      <Dropdown
        trigger={['click']}
        placement="bottomRight"
        menu={{
          selectable: true,
          selectedKeys: [density],
          items: DENSITIES.map((one) => ({ key: one, label: t(`density.${one}`) })),
          onClick: ({ key }) => setDensity(ORDERS_TABLE, key as Density),
        }}
      >
        <Button icon={<ColumnHeightOutlined />} aria-label={t('density.label')} title={t('density.label')} />
      </Dropdown>
      <ColumnPicker table={ORDERS_TABLE} columns={columns} />
      <Button icon={<DownloadOutlined />} onClick={() => setExporting(true)}>
        {t('export.button')}
      </Button>
      <ExportDialog open={exporting} filter={filter} sort={sort} asOf={asOf} onClose={() => setExporting(false)} />
    </>
  );
}
