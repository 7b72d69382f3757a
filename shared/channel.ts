/**
 * 带货渠道 of a commission order, from `commission_info.promotion_channel`: 1 is a promoter's sale (推客带货), 0 or
 * absent a talent's own sale (达人/橱窗带货). The platform's full table is not published: other codes stay visible.
 */
export type Channel = 'promoter' | 'talent' | `unknown:${number}`;

export function channelOf(promotionChannel: number | null): Channel {
  if (promotionChannel === 1) return 'promoter';
  if (promotionChannel === null || promotionChannel === 0) return 'talent';
  return `unknown:${promotionChannel}`;
}

export function isChannel(text: string): text is Channel {
  return text === 'promoter' || text === 'talent' || /^unknown:-?\d+$/.test(text);
}
