import { useTranslation } from 'react-i18next';

/** A value the platform did not give: a faint dash, never an empty cell that could pass for zero. */
export function Absent() {
  const { t } = useTranslation('parts');
  return (
    <span className="ld-faint" title={t('no_value')}>
      —
    </span>
  );
}
