import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../parts/index.ts';

/** No rows at all under the filter. */
export function NothingFound() {
  const { t } = useTranslation('analysis');
  return <EmptyState title={t('empty')} text={t('empty_hint')} />;
}
