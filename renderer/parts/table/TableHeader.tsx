// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by hand, which table elements do not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays on the grid, which names its active row
import { CaretDownFilled, CaretUpFilled } from '@ant-design/icons';
import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Column, nextSort, type Sort } from './columns.ts';

/** Header row of the table: sort buttons and the box that selects all loaded rows. */
export function TableHeader<Row>({
  columns,
  sort,
  onSort,
  selectAll,
}: {
  columns: readonly Column<Row>[];
  sort: Sort | undefined;
  onSort: ((sort: Sort) => void) | undefined;
  selectAll: { checked: boolean; some: boolean; toggle: () => void } | null;
}) {
  const { t } = useTranslation('parts');
  return (
    <>
      {selectAll ? (
        <div role="columnheader" className="ld-cell ld-cell--select">
          <Checkbox
            checked={selectAll.checked}
            indeterminate={selectAll.some && !selectAll.checked}
            onChange={selectAll.toggle}
            aria-label={t('select_loaded')}
            tabIndex={-1}
          />
        </div>
      ) : null}
      {columns.map((column) => {
        const sorted = sort && column.sort === sort.by ? sort.direction : null;
        return (
          <div
            key={column.id}
            role="columnheader"
            aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : undefined}
            className={`ld-cell ld-cell--${column.align ?? 'start'}`}
          >
            {column.sort && onSort ? (
              <button
                type="button"
                className={`ld-sort${sorted ? ' ld-sort--on' : ''}`}
                onClick={() => onSort(nextSort(sort, column.sort!))}
              >
                <span className="ld-ellipsis" title={column.title}>
                  {column.title}
                </span>
                {sorted === 'asc' ? <CaretUpFilled /> : <CaretDownFilled />}
              </button>
            ) : (
              <span className="ld-ellipsis" title={column.title}>
                {column.title}
              </span>
            )}
          </div>
        );
      })}
    </>
  );
}
