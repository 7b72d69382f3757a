import { useTranslation } from 'react-i18next';
import { useRoute } from '../../../app/client/index.ts';
import { IdText } from '../../../parts/index.ts';

/** The key every file is signed with, as recipients see it. */
export function KeyLine() {
  const { t } = useTranslation('report');
  const { data, error } = useRoute('report.key', {});
  if (!data) return error ? <span className="ld-bad-text">{t('key.broken')}</span> : null;
  return (
    <span className="ld-report-key" title={t('key.hint')}>
      {t('key.label')} <IdText id={data.key} />
    </span>
  );
}
