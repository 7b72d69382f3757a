import { SlidersOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import { ColumnList } from './ColumnList.tsx';
import type { Column, PlacedColumn } from './columns.ts';
import { useColumns } from './use-columns.ts';
import './column-list.css';

/** The columns staff chose for a table, remembered by the table's name. */
export function useShownColumns<Row>(table: string, columns: readonly Column<Row>[]): PlacedColumn<Row>[] {
  return useColumns(table, columns).shown;
}

/** Button with the list of columns: `<ColumnPicker table="orders" columns={ALL} />`. */
export function ColumnPicker<Row>({ table, columns }: { table: string; columns: readonly Column<Row>[] }) {
  const { t } = useTranslation('parts');
  return (
    <Popover
      content={<ColumnList table={table} columns={columns} />}
      trigger="click"
      placement="bottomRight"
      arrow={false}
      destroyOnHidden
    >
      <Button icon={<SlidersOutlined />} aria-label={t('columns')} title={t('columns')} />
    </Popover>
  );
}
