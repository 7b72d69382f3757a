import { SlidersOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useView } from '../../state/view.ts';
import { type Column, shownColumns } from './columns.ts';

const NO_CHOICE: Record<string, boolean> = {};

/** The columns staff chose for a table, remembered by the table's name. */
export function useShownColumns<Row>(table: string, columns: readonly Column<Row>[]): Column<Row>[] {
  const choice = useView((view) => view.columns[table]) ?? NO_CHOICE;
  return useMemo(() => shownColumns(columns, choice), [columns, choice]);
}

/** Button with the list of columns: `<ColumnPicker table="orders" columns={ALL} />`. */
export function ColumnPicker<Row>({ table, columns }: { table: string; columns: readonly Column<Row>[] }) {
  const { t } = useTranslation('parts');
  const showColumn = useView((view) => view.showColumn);
  const resetColumns = useView((view) => view.resetColumns);
  const shown = new Set(useShownColumns(table, columns).map((column) => column.id));
  const list = (
    <div className="ld-columns">
      {columns.map((column) => (
        <Checkbox
          key={column.id}
          checked={shown.has(column.id)}
          disabled={shown.size === 1 && shown.has(column.id)}
          onChange={(event) => showColumn(table, column.id, event.target.checked)}
        >
          {column.title}
        </Checkbox>
      ))}
      <Button size="small" type="link" onClick={() => resetColumns(table)}>
        {t('columns_reset')}
      </Button>
    </div>
  );
  return (
    <Popover content={list} trigger="click" placement="bottomRight" arrow={false}>
      <Button icon={<SlidersOutlined />} aria-label={t('columns')} title={t('columns')} />
    </Popover>
  );
}
