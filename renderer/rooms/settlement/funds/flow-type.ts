import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** The word for a kind of flow; one nobody told us of is shown by its number. */
export function useFlowType(): (type: number | null) => string {
  const { t } = useTranslation('funds');
  return useCallback(
    (type) => {
      if (type === null) return t('flow.type_none');
      return type === 1 || type === 2 || type === 3 ? t(`flow.types.${type}`) : t('flow.type_unknown', { type });
    },
    [t],
  );
}
