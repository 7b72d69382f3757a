import type { ImportKind, ImportSide } from '../../../shared/contract/import.ts';

/** What a row's kind in words means for the institution; `other`: nothing, or nothing we know. */
export type RowKind = 'commission' | 'fee' | 'other';

/** Words that stand in files of shops only, which see everybody they pay. */
const OF_SHOPS = /达人佣金|推客佣金|带货机构服务费|商家/;

/** Without a column of kinds every row is what the file is about. */
export function rowKind(type: string | null, kind: ImportKind, side: ImportSide): RowKind {
  if (type === null) return 'commission';
  const word = type.normalize('NFKC').replace(/\s/g, '');
  if (/机构服务费/.test(word)) return 'commission';
  if (/达人|推客|提现|充值|保证金|运费/.test(word)) return 'other';
  // A shop's technical fee is another one than that of the league.
  if (/技术服务费|平台服务费/.test(word)) return side === 'institution' ? 'fee' : 'other';
  if (side === 'merchant') return 'other';
  if (/分账|佣金|服务费|结算/.test(word)) return 'commission';
  return kind === 'orders' && word === '' ? 'commission' : 'other';
}

export function looksLikeShop(types: Iterable<string>): boolean {
  for (const type of types) if (OF_SHOPS.test(type)) return true;
  return false;
}

/** 1 in, -1 out, null for a word that says neither; '' says nothing and leaves the sign as it is. */
export function directionOf(text: string): 1 | -1 | null {
  const word = text.normalize('NFKC').trim().toLowerCase();
  if (/^(支出|出账|支|出|借|支付|扣除|减少|out|-)$/.test(word)) return -1;
  if (/^(收入|入账|收|入|贷|增加|in|\+)$/.test(word)) return 1;
  return null;
}

/** Commission that is not settled yet, or never will be, is no money of anybody's. */
export function isSettledWord(text: string): boolean {
  return /^(已结算|结算完成|结算成功|已入账|100|settled)$/i.test(text.normalize('NFKC').trim());
}
