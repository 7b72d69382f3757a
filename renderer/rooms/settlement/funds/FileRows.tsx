import { useTranslation } from 'react-i18next';
import type { FundsOrder } from '../../../../shared/contract/funds.ts';
import { FactList, Money, Tag } from '../../../parts/index.ts';

/** The rows of imported files that name the order, cell by cell as the file has them. */
export function FileRows({ rows }: { rows: FundsOrder['file_rows'] }) {
  const { t } = useTranslation('funds');
  return (
    <ul className="ld-funds__file-rows">
      {rows.map((row) => (
        <li key={`${row.import_id} ${row.row}`}>
          <header>
            <b className="ld-ellipsis">{t('order.file_row', { name: row.name, row: row.row })}</b>
            {row.counted ? null : <Tag title={t('order.not_counted_file')}>{t('order.not_counted')}</Tag>}
            <Money fen={row.amount_fen} />
          </header>
          <FactList facts={row.cells.map(({ heading, text }, index) => [heading || `${index + 1}`, text] as const)} />
        </li>
      ))}
    </ul>
  );
}
