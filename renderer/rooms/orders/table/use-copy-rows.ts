import { App } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderRow } from '../../../../shared/contract/order.ts';
import { type Column, formatCount, tsvOf } from '../../../parts/index.ts';

/** Copies rows as a spreadsheet takes them, in the order of the shown columns, and says how many. */
export function useCopyRows(columns: readonly Column<OrderRow>[]): (rows: OrderRow[], headings: boolean) => void {
  const { t } = useTranslation('orders');
  const { message } = App.useApp();
  return useCallback(
    (rows, headings) =>
      void navigator.clipboard
        .writeText(tsvOf(rows, columns, headings))
        .then(() => message.success(t('copied_rows', { count: rows.length, rows: formatCount(rows.length) }))),
    [columns, message, t],
  );
}
