import { FileExcelOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OpenedFile } from './FileDrop.tsx';

/** Which column holds the order ids: guessed from its content, seen on the first rows, changed by a click. */
export function ColumnMapping({ file, onChange }: { file: OpenedFile; onChange: (file: OpenedFile | null) => void }) {
  const { t } = useTranslation('hunt');
  const { table, columns } = file;
  const nameOf = (index: number) => table.headers[index]?.trim() || t('mapping.column', { count: index + 1 });
  const options = table.headers.map((_, index) => ({ value: index, label: nameOf(index) }));
  const choose = (patch: Partial<OpenedFile['columns']>) => onChange({ ...file, columns: { ...columns, ...patch } });
  return (
    <section className="ld-panel ld-mapping" data-testid="hunt-mapping">
      <header className="ld-panel__header">
        <FileExcelOutlined />
        <strong className="ld-ellipsis" title={table.name}>
          {table.name}
        </strong>
        <span className="ld-faint ld-nowrap">{t('file.rows', { count: table.rows })}</span>
        <Button size="small" className="ld-mapping__other" onClick={() => onChange(null)}>
          {t('file.other')}
        </Button>
      </header>
      <div className="ld-mapping__fields">
        <span>{t('mapping.order')}</span>
        <Select
          value={columns.order}
          options={options}
          onChange={(order) => choose({ order })}
          status={columns.order === null ? 'warning' : ''}
          aria-label={t('mapping.order')}
          popupMatchSelectWidth={false}
        />
        <span>{t('mapping.time')}</span>
        <Select
          value={columns.time ?? -1}
          options={[{ value: -1, label: t('mapping.none') }, ...options]}
          onChange={(time) => choose({ time: time < 0 ? null : time })}
          aria-label={t('mapping.time')}
          popupMatchSelectWidth={false}
        />
        <span className={columns.order === null ? 'ld-warn-text' : 'ld-faint'}>
          {columns.order === null ? t('mapping.unguessed') : t('mapping.guessed')}
        </span>
      </div>
      <div className="ld-sideways">
        <table className="ld-grid ld-grid--dense ld-mapping__sample">
          <thead>
            <tr>
              {options.map(({ value, label }) => (
                <th key={value} className={value === columns.order ? 'ld-mapping__on' : undefined}>
                  <button type="button" onClick={() => choose({ order: value })} title={t('mapping.order')}>
                    {label}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.sample.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other name than their place
              <tr key={index}>
                {options.map(({ value }) => (
                  <td key={value} className={value === columns.order ? 'ld-mapping__on' : undefined}>
                    {row[value] ?? ''}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
