import { Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  IMPORT_FIELDS,
  IMPORT_KINDS,
  IMPORT_SIDES,
  type ImportField,
  type ImportPreview,
} from '../../../../../shared/contract/import.ts';
import type { ImportChoice } from './use-import.ts';

/** Which column is what, guessed and changed by hand, beside the first rows of the file. */
export function ImportMapping({
  preview,
  onChoose,
}: {
  preview: ImportPreview;
  onChoose: (choice: ImportChoice) => void;
}) {
  const { t } = useTranslation('funds');
  const nameOf = (column: number) => preview.headings[column]?.trim() || t('import.column', { count: column + 1 });
  const options = preview.headings.map((_, column) => ({ value: column, label: nameOf(column) }));
  const asOf = new Map(IMPORT_FIELDS.map((field) => [preview.mapping[field], field]));
  const shown = IMPORT_FIELDS.filter(
    (field) => preview.kind === 'flows' || (field !== 'flow_id' && field !== 'direction'),
  );
  const map = (field: ImportField, column: number | null) => {
    // One column is one field: what it was before it is no longer.
    const taken = column === null ? undefined : asOf.get(column);
    onChoose({ columns: { ...preview.mapping, ...(taken ? { [taken]: null } : {}), [field]: column } });
  };
  return (
    <section className="ld-panel">
      <header className="ld-panel__header">
        <h3 className="ld-panel__title">{t('import.columns')}</h3>
        <span className="ld-faint">{t('import.columns_hint')}</span>
        <span className="ld-panel__extra">
          {t('import.encoding', { encoding: preview.encoding.toUpperCase(), sheet: preview.sheet || '—' })} ·{' '}
          {t(`import.unit_${preview.unit}`)}
        </span>
      </header>
      <div className="ld-funds__kinds">
        <span>{t('import.kind')}</span>
        <Segmented
          value={preview.kind}
          onChange={(kind) => onChoose({ kind })}
          options={IMPORT_KINDS.map((kind) => ({ value: kind, label: t(`import.kinds.${kind}`) }))}
        />
        <span>{t('import.side')}</span>
        <Segmented
          value={preview.side}
          onChange={(side) => onChoose({ side })}
          options={IMPORT_SIDES.map((side) => ({ value: side, label: t(`import.sides.${side}`) }))}
        />
        {preview.kind === 'flows' && preview.side === 'merchant' ? (
          <span className="ld-faint">{t('import.side_hint')}</span>
        ) : null}
      </div>
      <div className="ld-funds__fields">
        {shown.map((field) => (
          // biome-ignore lint/a11y/noLabelWithoutControl: the select inside is the control
          <label key={field}>
            <span>
              {t(`import.fields.${field}`)}
              {preview.missing.includes(field) ? <small className="ld-warn-text"> {t('import.needed')}</small> : null}
            </span>
            <Select
              aria-label={t(`import.fields.${field}`)}
              value={preview.mapping[field] ?? -1}
              status={preview.missing.includes(field) ? 'warning' : ''}
              options={[{ value: -1, label: t('import.no_column') }, ...options]}
              onChange={(column) => map(field, column < 0 ? null : column)}
              popupMatchSelectWidth={false}
            />
          </label>
        ))}
      </div>
      <div className="ld-sideways">
        <table className="ld-grid ld-grid--dense ld-funds__sample" aria-label={t('import.sample')}>
          <thead>
            <tr>
              {options.map(({ value, label }) => {
                const field = asOf.get(value);
                return (
                  <th key={value} className={field ? 'ld-funds__mapped' : undefined}>
                    {label}
                    {field ? <small>{t(`import.fields.${field}`)}</small> : null}
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {preview.sample.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other name than their place
              <tr key={index}>
                {options.map(({ value }) => (
                  <td key={value} className={asOf.has(value) ? 'ld-funds__mapped' : undefined}>
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
