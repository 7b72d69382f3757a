import { useTranslation } from 'react-i18next';
import type { ImportReading } from '../../../../../shared/contract/import.ts';
import { CopyButton, formatCount, Tag } from '../../../../parts/index.ts';
import { tsvCell } from '../../../../parts/table/tsv.ts';

/** Rows of a file that do not count, each with its place, the reason and what stands there. */
export function RefusedRows({ reading }: { reading: ImportReading }) {
  const { t } = useTranslation('funds');
  const text = () =>
    [
      [t('import.row'), t('import.reason'), t('import.value')].join('\t'),
      ...reading.refused.map(({ row, reason, value }) =>
        [String(row), t(`import.reasons.${reason}`), tsvCell({ text: value })].join('\t'),
      ),
    ].join('\r\n');
  return (
    <section className="ld-panel">
      <header className="ld-panel__header ld-funds__refused-head">
        <h3 className="ld-panel__title">{t('import.refused_title')}</h3>
        {reading.reasons.map(({ reason, rows }) => (
          <Tag key={reason} tone="warn" title={t(`import.reasons.${reason}`)}>
            {t(`import.reasons.${reason}`)} {formatCount(rows)}
          </Tag>
        ))}
        <span className="ld-panel__extra">
          <CopyButton text={text} label={t('import.copy_refused')} />
        </span>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so keys must reach it */}
      <div className="ld-funds__refused" tabIndex={0}>
        <table className="ld-grid ld-grid--dense">
          <thead>
            <tr>
              <th className="ld-grid__end">{t('import.row')}</th>
              <th>{t('import.value')}</th>
              <th className="ld-grid__wide">{t('import.reason')}</th>
            </tr>
          </thead>
          <tbody>
            {reading.refused.map(({ row, reason, value }) => (
              <tr key={row}>
                <td className="ld-grid__end">{row}</td>
                <td className="ld-mono">{value}</td>
                <td className="ld-grid__wide">{t(`import.reasons.${reason}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {reading.refused.length < reading.refused_rows ? (
        <p className="ld-faint ld-funds__nothing">
          {t('import.refused_first', {
            shown: formatCount(reading.refused.length),
            count: reading.refused_rows,
          })}
        </p>
      ) : null}
    </section>
  );
}
