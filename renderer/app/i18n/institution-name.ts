import { useTranslation } from 'react-i18next';

/** The demo institution is ours to name, so it follows the language; the others are named by staff. */
export function useInstitutionName(): (institution: { demo: boolean; name: string }) => string {
  const { t } = useTranslation('app');
  return ({ demo, name }) => (demo ? t('demo_institution') : name);
}
