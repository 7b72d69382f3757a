/**
 * A change of a commission order names the path in the platform's reply and both values as JSON text. For staff the
 * end of the path says what it is: an amount, a rate, an instant, a status or plain text.
 */
export type ChangeValue =
  | { kind: 'money'; fen: number }
  | { kind: 'rate'; ppm: number }
  | { kind: 'instant'; unix: number }
  | { kind: 'order_status' | 'commission_status'; code: number }
  | { kind: 'text'; text: string }
  | { kind: 'absent' };

const FIELD_NAMES = {
  status: 'commission_status',
  order_status: 'order_status',
  actual_payment: 'actual_payment',
  service_amount: 'net',
  service_total_amount: 'gross',
  platform_amount: 'platform_fee',
  service_ratio: 'service_ratio',
  profit_sharding_suc_time: 'settled_at',
  pay_time: 'paid_at',
  update_time: 'updated_at',
  create_time: 'created_at',
  product_cnt: 'product_count',
  amount: 'amount',
  ratio: 'ratio',
  nickname: 'nickname',
  appid: 'appid',
  sharer_appid: 'appid',
  talent_appid: 'appid',
  shop_name: 'shop_name',
  title: 'product_title',
  promotion_channel: 'channel',
} as const;

const PARTY_NAMES = {
  sharer_info: 'promoter',
  talent_info: 'talent',
  finder_info: 'talent',
  head_agency_info: 'institution',
  sub_agency_info: 'reseller',
  promoter_agency_info: 'promoter_agency',
} as const;

export type ChangeLabel = (typeof FIELD_NAMES)[keyof typeof FIELD_NAMES] | 'order_updated_at';
export type PartyLabel = (typeof PARTY_NAMES)[keyof typeof PARTY_NAMES];

// Maps, because a path may end in any word the platform likes, `constructor` included.
const fields = new Map<string, ChangeLabel>(Object.entries(FIELD_NAMES));
const parties = new Map<string, PartyLabel>(Object.entries(PARTY_NAMES));

/** What staff look for first: how it stands, then the money, then what else happened; times of change say least. */
const RANKS: Partial<Record<ChangeLabel, number>> = {
  commission_status: 0,
  order_status: 1,
  actual_payment: 2,
  net: 3,
  gross: 4,
  platform_fee: 5,
  service_ratio: 6,
  amount: 7,
  ratio: 8,
  paid_at: 9,
  settled_at: 10,
  updated_at: 30,
  order_updated_at: 31,
};
const OTHER_RANK = 20;

/** The changes of a version in the order in which they matter; equals keep theirs. */
export function byWeight<Change extends { path: string }>(changes: readonly Change[]): Change[] {
  const rank = ({ path }: Change) => {
    const { field } = nameChange(path);
    return (field && RANKS[field]) ?? OTHER_RANK;
  };
  return changes.toSorted((a, b) => rank(a) - rank(b));
}

/** What a path is called; both null for fields nobody has named yet, which are shown by their path. */
export function nameChange(path: string): { party: PartyLabel | null; field: ChangeLabel | null } {
  const parts = path.split('.');
  const last = parts.at(-1) ?? '';
  const party = parties.get(parts.at(-2) ?? '') ?? null;
  // The order inside the commission order has times of its own, close to the outer ones but different.
  if (last === 'update_time' && parts.includes('order_info')) return { party: null, field: 'order_updated_at' };
  return { party, field: fields.get(last) ?? null };
}

export function readChange(path: string, json: string | null): ChangeValue {
  if (json === null) return { kind: 'absent' };
  const last = path.split('.').at(-1) ?? '';
  const number = /^"?(-?\d{1,15})"?$/.exec(json.trim());
  if (number) {
    const value = Number(number[1]);
    if (/(^|_)(amount|payment)$/.test(last)) return { kind: 'money', fen: value };
    if (/(^|_)ratio$/.test(last)) return { kind: 'rate', ppm: value };
    // 0 is how the platform writes that it has not happened.
    if (/_time$/.test(last)) return value > 0 ? { kind: 'instant', unix: value } : { kind: 'absent' };
    if (last === 'order_status') return { kind: 'order_status', code: value };
    if (last === 'status') {
      return { kind: path.includes('order_info') ? 'order_status' : 'commission_status', code: value };
    }
  }
  return { kind: 'text', text: plainText(json) };
}

/** Text without its JSON quotes; anything else, ids of any length too, as it stands in the reply. */
function plainText(json: string): string {
  if (!json.startsWith('"')) return json;
  try {
    return String(JSON.parse(json));
  } catch {
    return json;
  }
}
