import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Because } from '../../../../shared/contract/difference.ts';
import { formatFen } from '../../../../shared/money.ts';
import { formatPpm } from '../../../../shared/rate.ts';
import { useWord } from '../../../app/i18n/words.ts';

/** In words what the platform's figure follows from, with its numbers written out. */
export function useBecause(): (because: Because) => string {
  const { t } = useTranslation(['difference', 'orders']);
  const word = useWord();
  return useCallback(
    ({ text, params }) => {
      const written = Object.entries(params).map(([name, value]) => {
        if (name.endsWith('_fen')) return [name, formatFen(Number(value))];
        if (name.endsWith('_ppm')) return [name, formatPpm(Number(value))];
        if (name === 'plan_type') return [name, word('plan_type', value)];
        if (name === 'rounding') return [name, t(`rounding.${value as 'floor'}`)];
        return [name, t(`orders:role.${value as 'head'}`)];
      });
      return t(`because.${text}`, Object.fromEntries(written));
    },
    [t, word],
  );
}
