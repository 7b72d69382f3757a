import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { words } from './zh/words.ts';

/** Tables of `words` whose keys are codes of the platform or of the contract. */
type WordTable = { [Key in keyof typeof words]: (typeof words)[Key] extends string ? never : Key }[keyof typeof words];

/** The word for a code. Codes nobody told us of stay visible as «未知 999»; null is a dash. */
export function useWord(): (table: WordTable, code: number | string | null | undefined) => string {
  const { t, i18n } = useTranslation('words');
  return useCallback(
    (table, code) => {
      if (code === null || code === undefined) return t('none');
      const key = `words:${table}.${code}`;
      // Codes come from outside, so their keys cannot be known to the types; `exists` guards the lookup instead.
      return i18n.exists(key) ? (t as unknown as (key: string) => string)(key) : t('unknown_code', { code });
    },
    [t, i18n],
  );
}
