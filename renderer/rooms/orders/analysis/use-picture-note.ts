import { useTranslation } from 'react-i18next';
import type { OrderFilter } from '../../../../shared/contract/order.ts';
import { formatInstant, type Unix } from '../../../../shared/time.ts';
import { useRoute } from '../../../app/client/index.ts';

/** What stands below a picture that leaves the program: how much was asked for, on which axis, and known up to when. */
export function usePictureNote(filter: OrderFilter, asOf: Unix | null): string {
  const { t } = useTranslation('analysis');
  const { data: status } = useRoute('sync.status', {});
  const known = status?.known_as_of.orders ?? null;
  const { axis, from, to, ...conditions } = filter;
  const range = from || to ? `${t(`axis.${axis}`)} ${from ?? ''} – ${to ?? ''}` : t(`axis.${axis}`);
  const count = Object.keys(conditions).length;
  return t('picture.note', {
    conditions: count === 0 ? t('picture.all') : t('picture.filtered', { count }),
    axis: range,
    known:
      asOf !== null
        ? t('picture.as_of', { instant: formatInstant(asOf) })
        : known === null
          ? t('picture.known_none')
          : t('picture.known', { instant: formatInstant(known) }),
  });
}
