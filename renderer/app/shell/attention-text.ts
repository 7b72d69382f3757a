import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attention } from '../../../shared/contract/background.ts';
import { addDays, dayOf } from '../../../shared/time.ts';
import { formatBytes } from '../../parts/bytes.ts';

/** Where the rest goes on as always it is a warning, where all stands still it is bad. */
export function attentionTone(kind: Attention['kind']): 'warn' | 'bad' {
  return kind === 'quota_used_up' ? 'warn' : 'bad';
}

/** Title and the one next step of what needs a person. */
export function useAttentionText(): (item: Attention) => { title: string; next: string } {
  const { t } = useTranslation('sync');
  return useCallback(
    ({ kind, params, since }) => {
      const title = t(`attention.${kind}.title`);
      switch (kind) {
        case 'address_not_allowed':
          return { title, next: params.address ? t(`attention.${kind}.next`) : t(`attention.${kind}.unknown`) };
        case 'quota_used_up': {
          const endpoint = params.endpoint ?? t(`attention.${kind}.this_endpoint`);
          // The platform counts anew at 00:00 UTC+8.
          return { title, next: t(`attention.${kind}.next`, { endpoint, time: `${addDays(dayOf(since), 1)} 00:00` }) };
        }
        case 'disk_low':
          return {
            title,
            next:
              typeof params.free_bytes === 'number'
                ? t(`attention.${kind}.next`, { free: formatBytes(params.free_bytes) })
                : t(`attention.${kind}.next_unknown`),
          };
        default:
          return { title, next: t(`attention.${kind}.next`) };
      }
    },
    [t],
  );
}
