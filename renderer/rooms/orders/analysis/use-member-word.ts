import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel } from '../../../../shared/channel.ts';
import type { Dimension, Member } from '../../../../shared/contract/analysis.ts';
import { type Axis, ROLES } from '../../../../shared/contract/order.ts';
import { useWord } from '../../../app/i18n/words.ts';
import { useChannelWord } from '../../../parts/index.ts';
import { readableName } from '../../../parts/party-name.ts';

const SOURCES = ['channels_account', 'official_account', 'talent'] as const;

/** What a member of a dimension is called on screen. */
export function useMemberWord(): (dimension: Dimension, member: Member, axis: Axis) => string {
  const { t } = useTranslation('analysis');
  const word = useWord();
  const channelWord = useChannelWord();
  return useCallback(
    (dimension, { value, label }, axis) => {
      const text = String(value);
      switch (dimension) {
        case 'channel':
          return channelWord(text as Channel);
        case 'source': {
          if (value === null) return t('none.source');
          const known = SOURCES.find((source) => source === value);
          return known ? t(`source.${known}`) : t('source.unknown', { code: text.replace(/^unknown:/, '') });
        }
        case 'role': {
          return t(`role.${ROLES.find((role) => role === value) ?? 'unknown'}`);
        }
        case 'plan_type':
          return value === null ? t('none.plan_type') : word(dimension, text);
        case 'order_status':
        case 'commission_status':
          return value === null ? t('none.status') : word(dimension, text);
        case 'day':
        case 'week':
        case 'month':
          if (value === null) return t('none.time', { axis: t(`axis.${axis}`) });
          return dimension === 'month' ? text.slice(0, 7) : dimension === 'day' ? text : t('week_from', { day: text });
        default:
          if (value === null) return t(`none.${dimension}`);
          return readableName(label) ?? t('unnamed', { id: text });
      }
    },
    [t, word, channelWord],
  );
}
