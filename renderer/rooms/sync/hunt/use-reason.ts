import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { HuntAnswer } from '../../../../shared/contract/hunt.ts';
import { formatInstant } from '../../../../shared/time.ts';
import { useChannelWord, useFailureText } from '../../../parts/index.ts';
import { useHunt } from '../../../state/hunt.ts';

/** Why an order got its verdict, in a sentence. */
export function useReason(): (answer: HuntAnswer) => string {
  const { t } = useTranslation('hunt');
  const failureText = useFailureText();
  const channelWord = useChannelWord();
  const expected = useHunt((hunt) => hunt.channel);
  return useCallback(
    (answer) => {
      const { verdict, error_code: code, hour_at: hour } = answer;
      const why = code === null ? '' : failureText({ code, params: {} }).title;
      switch (verdict) {
        case 'other_channel': {
          const channel = answer.rows[0]?.channel;
          return channel === undefined || expected === null
            ? t('reason.other_channel_plain')
            : t('reason.other_channel', { channel: channelWord(channel), expected: channelWord(expected) });
        }
        case 'quarantined':
        case 'unanswered':
          return t(`reason.${verdict}`, { why });
        case 'not_yet_read':
          return hour === null
            ? t('reason.not_yet_read_plain')
            : t('reason.not_yet_read', { hour: formatInstant(hour).slice(0, 16) });
        case 'damaged':
          return answer.candidates.length ? t('reason.damaged_candidates') : t('reason.damaged');
        default:
          return t(`reason.${verdict}`);
      }
    },
    [t, failureText, channelWord, expected],
  );
}
