import type { Rule } from './order-world/fill-parties.ts';
import type { Parties } from './order-world/parties.ts';

/** What follows from the replies of one commission order by the platform's documents, worked out a second time. */

interface Known {
  ownAppId: string;
  parties: Parties;
  rules: readonly Rule[];
}

type Fields = Record<string, unknown>;

const part = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});
const amount = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const text = (value: unknown): string | null => (value === undefined || value === '' ? null : String(value));

/** `replies` in the order in which they were read. */
export function figuresOfReplies(replies: readonly string[], { ownAppId, parties, rules }: Known) {
  let peak: number | null = null;
  let refundedAt: number | null = null;
  let figures: Fields = {};
  for (const reply of replies) {
    const order = part(part(JSON.parse(reply)).commssion_order);
    const detail = part(order.order_detail);
    const product = part(detail.product_info);
    const info = part(detail.order_info);
    const buyer = part(detail.buyer_info);
    const fees = part(detail.commission_info);
    const promoter = part(fees.sharer_info);
    const agency = part(fees.promoter_agency_info);
    const reseller = part(fees.sub_agency_info);
    const talent = part(fees.talent_info);
    const finder = part(fees.finder_info);
    const payment = amount(product.actual_payment);
    const net = amount(fees.service_amount);
    const paid = amount(info.pay_time) || null;
    const updated = amount(order.update_time) || null;
    const created = amount(order.create_time) || null;
    if (payment !== null) peak = Math.max(payment, peak ?? payment);
    const refunded =
      paid !== null && ((info.order_status ?? info.status) === 200 || (payment !== null && payment < (peak ?? 0)));
    refundedAt = refunded ? (refundedAt ?? updated) : null;

    const role = roleOf(text(agency.appid), text(reseller.appid), ownAppId);
    const gross = payment === null ? null : Math.floor((payment * Number(fees.service_ratio)) / 1_000_000);
    const fee = amount(fees.platform_amount) ?? 0;
    const end = (amount(agency.amount) ?? 0) - (amount(promoter.amount) ?? 0);
    const expected =
      role === 'reseller' || (gross === null && role !== 'promoter_agency')
        ? null
        : role === 'promoter_agency'
          ? end - fee
          : gross! - fee - (amount(reseller.amount) ?? 0) + (role === 'both' ? end : 0);

    const appid = text(promoter.sharer_appid);
    const owed = appid === null ? null : owedOf();
    function owedOf(): number | null {
      const payer = parties.promoters.find((one) => one.appid === appid)?.payer ?? null;
      if (payer === 0 || (payer === null && (amount(promoter.amount) ?? 0) > 0)) return 0;
      if (payer === null) return null;
      const at = created ?? paid ?? (amount(fees.profit_sharding_suc_time) || null);
      const day = at === null ? '' : new Date((at + 28_800) * 1000).toISOString().slice(0, 10);
      const rule = ruleFor(rules, appid!, text(product.product_id), day);
      return rule ? Math.trunc(((amount(agency.amount) ?? net ?? 0) * rule.ratio) / 1_000_000) : 0;
    }

    const nickname = talent.nickname ?? finder.nickname;
    const buyers = [text(buyer.open_id), text(buyer.union_id)].filter((one) => one !== null);
    const account = Object.keys(part(fees.promotion_info)).find((key) => key.endsWith('_info'));
    figures = {
      role,
      peak_payment_fen: peak,
      refunded: refunded ? 1 : 0,
      refunded_at: refundedAt,
      expected_fen: expected,
      difference_fen: expected === null || net === null ? null : net - expected,
      owed_fen: owed,
      net_fen: net === null && !owed ? null : (net ?? 0) - (owed ?? 0),
      plan_type: planOf(
        parties,
        text(part(detail.shop_info).appid),
        text(product.product_id),
        amount(fees.service_ratio),
      ),
      self_purchase: buyers.includes(text(promoter.opensharerid) ?? '-') ? 1 : 0,
      buyer_id: text(buyer.union_id) ?? text(buyer.open_id),
      talent_key:
        text(talent.talent_appid) ??
        (finder.openfinderid ? `finder:${finder.openfinderid}` : nickname === undefined ? null : `name:${nickname}`),
      source: account === undefined ? null : (SOURCES[account] ?? `unknown:${account}`),
      paid_at: paid,
      updated_at: updated,
      created_at: created,
    };
  }
  return { ...figures, versions: replies.length };
}

const SOURCES: Readonly<Record<string, string>> = {
  finder_info: 'channels_account',
  mp_info: 'official_account',
  talent_info: 'talent',
};

/** The platform names only the others: who is none of them stands at the head. */
function roleOf(agency: string | null, reseller: string | null, own: string): string {
  if (reseller === own) return 'reseller';
  if (agency !== own) return 'head';
  return reseller === null ? 'promoter_agency' : 'both';
}

function planOf(parties: Parties, shop: string | null, product: string | null, ratio: number | null): number | null {
  const plans = parties.products.find(({ id }) => id === product)?.plans ?? [];
  if (shop === null || plans.length === 0) return null;
  if (plans.length === 1) return plans[0]!.type;
  const ofRate = plans.filter((plan) => plan.ratio === ratio);
  return ofRate.length === 1 ? ofRate[0]!.type : null;
}

/** The narrowest scope that has a rule in force on the day; the latest of that scope. */
function ruleFor(rules: readonly Rule[], promoter: string, product: string | null, day: string): Rule | null {
  const scopes: [string | null, string | null][] = [
    [promoter, product],
    [promoter, null],
    [null, product],
    [null, null],
  ];
  for (const [of, at] of scopes) {
    const inForce = rules.filter((rule) => rule.promoter === of && rule.product === at && rule.from <= day);
    if (inForce.length) return inForce.reduce((latest, rule) => (rule.from >= latest.from ? rule : latest));
  }
  return null;
}
