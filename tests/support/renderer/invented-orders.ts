import type { Channel } from '../../../shared/channel.ts';
import type { OrderRow, ReviewState, Role } from '../../../shared/contract/order.ts';
import { HOLD_REASONS, RULE_REASONS } from '../../../shared/contract/review.ts';
import { appid, DAY, HOUR, NOW, PROMOTERS, SHOPS, sequence } from './invented.ts';

const TITLES = [
  '高山云雾绿茶 250g 罐装 明前特级',
  '加厚珊瑚绒浴巾三件套',
  '风干牛肉干 500g 内蒙古特产 手撕原味香辣双拼礼盒装【双十一囤货价】送 60g 奶片',
  '手工麻花',
  '冷冻大黄鱼 6 条装 顺丰冷链 破损包赔',
  '儿童防晒衣',
  '=HYPERLINK("http://example.invalid","领券")',
  '秦岭土蜂蜜 1kg\t农家自产',
  '婴儿纸尿裤 XL 码 120 片 超薄透气 夏季拉拉裤 男女宝宝通用 学步裤 箱装',
  '0.5mm 中性笔 黑色 100 支',
];
const TALENTS = ['乡野阿强', '小周的厨房', '育儿师陈陈 🍼', '@老街坊'];
const TAGS = ['待核实', '大促', '与商家已确认', 'vip', '退货重算'];

/** Fen of a rate as the platform takes it: rounded down. */
const share = (fen: number, ppm: number) => Math.floor((fen * ppm) / 1_000_000);
const pick = <Value>(values: readonly Value[], at: number): Value => values[at % values.length]!;

/** Commission orders from the newest to the oldest over about a year: long ids, untidy names, every state. */
export function inventedOrders(count: number): OrderRow[] {
  const next = sequence(41);
  const gap = Math.max(1, Math.floor((360 * DAY) / count));
  return Array.from({ length: count }, (_, index) => {
    const created_at = NOW - 20 * 60 - index * gap - next(gap);
    const age = NOW - created_at;
    const chance = next(100);
    const channel: Channel = chance < 70 ? 'promoter' : chance < 97 ? 'talent' : 'unknown:7';
    const shop = next(24);
    const product = next(60);
    const seller = next(300);
    const paid = next(40) === 0 ? null : created_at + 20 + next(400);
    const refunded = paid !== null && next(14) === 0;
    const settled = paid !== null && !refunded && age > 20 * DAY;
    const peak = paid === null ? null : 990 + next(80_000);
    const payment = peak === null ? null : refunded ? (next(2) ? 0 : Math.floor(peak / 2)) : peak;
    const ratio = pick([50_000, 80_000, 100_000, 125_000, 200_000, 300_000], product);
    const gross = payment === null ? null : share(payment, ratio);
    const fee = gross === null ? null : share(gross, 100_000);
    const role: Role = pick(['head', 'head', 'head', 'both', 'promoter_agency', 'reseller', 'unknown'], next(70));
    const expected = gross === null || role === 'unknown' ? null : gross - (fee ?? 0);
    const service = gross === null || fee === null ? null : gross - fee + (next(60) === 0 ? next(90) - 60 : 0);
    const promoter = channel === 'promoter';
    const promoterRatio = promoter ? pick([500_000, 600_000, 450_000], seller) : null;
    const platformPays = promoter && seller % 3 === 0;
    const promoterShare = promoterRatio === null || service === null ? null : share(service, promoterRatio);
    const owed = promoter && !platformPays ? promoterShare : 0;
    const state: ReviewState =
      next(9) < 5 ? 'open' : pick(['approved', 'approved', 'held', 'proposed', 'excluded'] as const, next(5));
    const settled_at = settled ? created_at + 12 * DAY + next(7 * DAY) : null;
    const talent_name = channel === 'talent' ? pick(TALENTS, seller) : null;
    const talent_appid = channel === 'talent' && seller % 2 ? appid('d4', seller % 40) : null;
    return {
      order_id: `37${String(28_842_560_000_000_000n + BigInt(count - index) * 7_919n).padStart(17, '0')}`,
      sku_id: String(2_000_000_000 + product * 31 + (index % 3)),
      shop_appid: appid('a1', shop),
      shop_name: shop < SHOPS.length ? SHOPS[shop]! : `${pick(SHOPS, shop).slice(0, 6)}${shop} 店`,
      product_id: `100000${84_213_377_001 + product * 13}`,
      product_title: next(90) === 0 ? null : product < 10 ? TITLES[product]! : `${pick(TITLES, product)} ${product} 号`,
      thumb_url: null,
      product_count: 1 + (next(8) === 0 ? next(5) : 0),
      channel,
      promotion_type: promoter ? 1 : null,
      source: promoter ? pick(['channels_account', 'official_account', null, 'unknown:mini_id'], seller) : null,
      source_name: promoter && seller % 4 === 0 ? `${pick(TALENTS, seller)}的视频号` : null,
      promoter_appid: promoter ? appid('c3', seller) : null,
      promoter_name: promoter ? pick([...PROMOTERS, `推客 ${seller}`, `团长${seller}`], seller) : null,
      promoter_ratio_ppm: promoterRatio,
      promoter_amount_fen: platformPays ? promoterShare : null,
      talent_appid,
      talent_name,
      talent_amount_fen: talent_name && gross !== null ? share(gross, 400_000) : null,
      talent_key: talent_appid ?? (talent_name ? `name:${talent_name}` : null),
      agency_appid: null,
      agency_amount_fen: null,
      sub_agency_appid: role === 'reseller' ? appid('e5', 1) : null,
      sub_agency_amount_fen: role === 'reseller' && gross !== null ? share(gross, 300_000) : null,
      buyer_id: `oBuyer${next(4000)}`,
      self_purchase: next(80) === 0 ? 1 : 0,
      order_status: paid === null ? (next(2) ? 10 : 250) : refunded ? 200 : settled ? 100 : pick([20, 21, 30], next(3)),
      commission_status: next(400) === 0 ? 37 : paid === null || refunded ? 200 : settled ? 100 : 20,
      actual_payment_fen: payment,
      service_ratio_ppm: ratio,
      service_amount_fen: refunded && settled_at === null && next(9) === 0 && service !== null ? -service : service,
      service_total_fen: gross,
      platform_amount_fen: fee,
      created_at,
      updated_at: settled_at ?? created_at + HOUR + next(3 * HOUR),
      paid_at: paid,
      settled_at,
      versions: settled ? 3 + next(2) : 1 + next(2),
      first_seen_at: created_at + 900 + next(3 * HOUR),
      last_read_at: NOW - 14 * 60,
      plan_type: pick([1, 2, 3, 4], product),
      role,
      refunded: refunded ? 1 : 0,
      refunded_at: refunded ? created_at + 2 * DAY : null,
      peak_payment_fen: peak,
      expected_fen: expected,
      difference_fen: service === null || expected === null ? null : service - expected,
      owed_fen: service === null ? null : owed,
      net_fen: service === null ? null : service - (owed ?? 0),
      review_state: state,
      review_reason:
        state === 'held'
          ? pick([...HOLD_REASONS.slice(0, 3), ...RULE_REASONS], next(7))
          : state === 'excluded'
            ? 'duplicate'
            : null,
      tags: next(12) === 0 ? [pick(TAGS, next(5)), ...(next(3) === 0 ? [pick(TAGS, next(5) + 1)] : [])] : [],
      notes: next(25) === 0 ? 1 + next(2) : 0,
    };
  });
}
