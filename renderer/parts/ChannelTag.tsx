import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel } from '../../shared/channel.ts';
import { Tag } from './Tag.tsx';

/** The word for a channel; unknown ones keep their number. */
export function useChannelWord(): (channel: Channel) => string {
  const { t } = useTranslation('words');
  return useCallback(
    (channel) =>
      channel === 'promoter' || channel === 'talent'
        ? t(`channel.${channel}`)
        : t('channel.unknown', { code: channel.slice('unknown:'.length) }),
    [t],
  );
}

/** 带货渠道: `<ChannelTag channel={row.channel} />`. */
export function ChannelTag({ channel }: { channel: Channel }) {
  const word = useChannelWord();
  return (
    <Tag tone={channel === 'promoter' ? 'accent' : channel === 'talent' ? 'quiet' : 'unknown'}>{word(channel)}</Tag>
  );
}
