import { exactNumber } from '../../../electron/service/platform/json.ts';
import type { Draw } from './draw.ts';
import { NOW, nameAt, PARTIES, type Product, type Promoter, SPAN_SECONDS, type Talent } from './parties.ts';

const DAY = 86_400;
const HOUR = 3600;

export interface Reply {
  key: { order_id: string; sku_id: string };
  text: string;
}

/** One commission order: how it stands now, and how it stood earlier where that was read too. */
export interface Purchase {
  created: number;
  now: Reply;
  before: Reply | null;
}

export interface WorldOptions {
  ownAppId: string;
  /** Share of the plain orders that were read once before they settled. Refunds always come as a second state. */
  versions: number;
}

/** Who takes part in one commission order, and what does not change over its life. */
interface Deal {
  order_id: string;
  sku_id: string;
  created: number;
  product: Product;
  count: number;
  price: number;
  promoter: Promoter | null;
  talent: Talent | null;
  channel: number | null;
  promotion: object | null;
  agency: { appid: string; ratio: number } | null;
  subAgency: { appid: string; ratio: number } | null;
  buyer: object;
  withGross: boolean;
  feeTaken: boolean;
  /** Fen by which the platform's net differs from what the rates give. */
  astray: number;
  shareOfFee: boolean;
  oddity: number;
  ownAppId: string;
}

/** A moment in a deal's life. */
interface Moment {
  updated: number;
  payment: number;
  commission: number;
  order: number;
  paid: number | null;
  settled: number | null;
  fee: boolean;
}

const floorShare = (base: number, ratio: number) => Math.floor((base * ratio) / 1_000_000);

/** The commission orders of one order, oldest orders first; about 6 % of orders have two or three. */
export function purchases(draw: Draw, index: number, count: number, options: WorldOptions): Purchase[] {
  // Trade grows: more of the newest days than of the oldest.
  const at = NOW - SPAN_SECONDS + Math.floor(SPAN_SECONDS * ((index + draw.next()) / count) ** 0.67);
  const minute = Math.min(NOW - 60, at) - (at % 60);
  // Whole minutes and the edges of days: many rows of the same second, and days that end where they should.
  const edge = draw.next();
  const created =
    edge < 0.002 ? midnight(minute) : edge < 0.004 ? midnight(minute) - 1 : edge < 0.3 ? minute : Math.min(NOW, at);
  const order_id = `37${String(created - NOW + SPAN_SECONDS + 100_000_000).padStart(9, '0')}${String((index * 48_271) % 100_000_000).padStart(8, '0')}`;
  const several = draw.chance(0.06) ? 2 + draw.below(2) : 1;
  const buyerNumber = draw.below(1_000_000_000);
  const found: Purchase[] = [];
  for (let part = 0; part < several; part += 1)
    found.push(life(draw, dealOf(draw, { order_id, created, part, buyerNumber, options }), options));
  return found;
}

/** The first second of the day in UTC+8. */
function midnight(at: number): number {
  return at - ((at + 8 * HOUR) % DAY);
}

function dealOf(
  draw: Draw,
  {
    order_id,
    created,
    part,
    buyerNumber,
    options,
  }: { order_id: string; created: number; part: number; buyerNumber: number; options: WorldOptions },
): Deal {
  const product = PARTIES.products[draw.rank(PARTIES.products.length)]!;
  const kind = draw.next();
  const channel = kind < 0.6 ? 1 : kind < 0.85 ? 0 : kind < 0.97 ? null : 7;
  const promoted = channel === 1 ? draw.chance(0.97) : draw.chance(0.02);
  const promoter = promoted ? PARTIES.promoters[draw.rank(PARTIES.promoters.length)]! : null;
  const talent = channel === 1 && !draw.chance(0.2) ? null : PARTIES.talents[draw.rank(PARTIES.talents.length)]!;
  const place = draw.next();
  const agency =
    promoter && place < 0.9
      ? {
          appid: place < 0.72 ? options.ownAppId : `wxagency${String(draw.below(6)).padStart(10, '0')}`,
          ratio: ratioAt(product, created),
        }
      : null;
  const chained = draw.next();
  const subAgency =
    chained < 0.12
      ? { appid: chained < 0.04 ? options.ownAppId : `wxsub${String(draw.below(5)).padStart(13, '0')}`, ratio: 20_000 }
      : null;
  return {
    order_id,
    sku_id: String(300_000_000 + draw.below(90_000_000) * 10 + part),
    created,
    product,
    count: draw.chance(0.85) ? 1 : 2 + draw.below(9),
    price: Math.max(1, product.price - draw.below(Math.min(5000, product.price))),
    promoter,
    talent,
    channel,
    promotion: promoter ? promotionOf(draw, talent, created) : null,
    agency,
    subAgency,
    buyer: buyerOf(draw, promoter, buyerNumber),
    withGross: draw.chance(promoter ? 0.6 : 0.95),
    feeTaken: draw.chance(0.04),
    astray: draw.chance(0.015) ? draw.of([-37, -3, -2, -1, 1, 2, 5, 250]) : 0,
    shareOfFee: draw.chance(0.9),
    oddity: draw.next(),
    ownAppId: options.ownAppId,
  };
}

function ratioAt({ ratios }: Product, at: number): number {
  return ratios[1] && ratios[1].from <= at ? ratios[1].ratio : ratios[0]!.ratio;
}

/** What the promoter spread: a product (nothing named), a talent's content, the shop's own, or what no page documents. */
function promotionOf(draw: Draw, talent: Talent | null, at: number): object {
  const kind = draw.next();
  if (kind < 0.62) return { channel_type: 3 };
  const account = draw.rank(60);
  if (kind < 0.72)
    return {
      channel_type: 4,
      finder_info: { finder_id: `sph${account}`, nickname: `视频号 ${account}`, openfinderid: `pf${account}` },
    };
  if (kind < 0.82) return { channel_type: 6, mp_info: { appid: `wxmp${account}`, nickname: `公众号${account}` } };
  if (kind < 0.92 && talent)
    return {
      channel_type: 4,
      talent_info: {
        ...(talent.appid ? { talent_appid: talent.appid } : {}),
        nickname: nameAt(talent, at),
        opentalentid: `t${account}`,
      },
    };
  if (kind < 0.97) return { channel_type: 5, wecom_info: { corp_id: `ww${account}`, nickname: `企微 ${account}` } };
  return { channel_type: 0 };
}

function buyerOf(draw: Draw, promoter: Promoter | null, number: number): object {
  const kind = draw.next();
  if (promoter && kind < 0.007) return { open_id: promoter.openId, union_id: '' };
  if (promoter && kind < 0.15) return { open_id: `o${promoter.appid}${draw.below(5)}`, union_id: '' };
  if (kind < 0.2) return {};
  return { open_id: `o${number}`, union_id: kind < 0.6 ? `u${number}` : '' };
}

/** What becomes of it until NOW. */
function life(draw: Draw, deal: Deal, { versions }: WorldOptions): Purchase {
  const age = NOW - deal.created;
  const full = deal.price * deal.count;
  const paid = deal.created + 4 + draw.below(700);
  if (draw.chance(0.13)) {
    const open: Moment = {
      updated: deal.created,
      payment: full,
      commission: 20,
      order: 10,
      paid: null,
      settled: null,
      fee: false,
    };
    if (age < HOUR) return { created: deal.created, now: reply(deal, open), before: null };
    const gone = { ...open, updated: deal.created + HOUR, payment: 0, commission: 200, order: 250 };
    return { created: deal.created, now: reply(deal, gone), before: null };
  }
  if (paid >= NOW) {
    const open = {
      updated: deal.created,
      payment: full,
      commission: 20,
      order: 10,
      paid: null,
      settled: null,
      fee: false,
    };
    return { created: deal.created, now: reply(deal, open), before: null };
  }
  const shipped: Moment = {
    updated: Math.min(NOW, paid + draw.below(2 * DAY)),
    payment: full,
    commission: 20,
    order: draw.of([20, 20, 30, 30, 30, 21, 12, 17]),
    paid,
    settled: null,
    fee: deal.feeTaken,
  };
  const settles = deal.created + 7 * DAY + draw.below(18 * DAY);
  const late = draw.chance(0.02);
  const settled: Moment =
    settles < NOW && !late
      ? { ...shipped, updated: settles + draw.below(HOUR), commission: 100, order: 100, settled: settles, fee: false }
      : age > 5 * DAY
        ? { ...shipped, updated: Math.min(NOW, shipped.updated + 4 * DAY), order: 100 }
        : shipped;
  if (settled.updated > NOW) settled.updated = NOW;
  const fate = draw.next();
  const backAt = shipped.updated + HOUR + draw.below(5 * DAY);
  if (fate < 0.045 && backAt < NOW) {
    const back = { ...shipped, updated: backAt, payment: 0, commission: 200, order: 200, fee: false };
    return { created: deal.created, now: reply(deal, back), before: reply(deal, shipped) };
  }
  if (fate < 0.075 && backAt < NOW) {
    const payment = Math.max(0, full - 1 - draw.below(full));
    const part = { ...(settled.updated > backAt ? settled : { ...shipped, updated: backAt }), payment };
    return { created: deal.created, now: reply(deal, part), before: reply(deal, shipped) };
  }
  // Cancelled after it was settled: the amounts still stand.
  if (fate < 0.078 && settled.settled) {
    const after = { ...settled, updated: Math.min(NOW, settled.updated + DAY), order: 200 };
    return { created: deal.created, now: reply(deal, after), before: reply(deal, settled) };
  }
  return {
    created: deal.created,
    now: reply(deal, settled),
    before:
      settled !== shipped && settled.updated > shipped.updated && draw.chance(versions) ? reply(deal, shipped) : null,
  };
}

/** What the institution keeps over all its places in the chain: what each was handed less what it handed on. */
function netOf(
  { agency, subAgency, ownAppId }: Deal,
  {
    gross,
    fee,
    handedOn,
    agencyFee,
    toPromoter,
  }: Record<'gross' | 'fee' | 'handedOn' | 'agencyFee' | 'toPromoter', number>,
): number {
  if (subAgency?.appid === ownAppId) return Math.floor(handedOn / 2);
  if (agency?.appid !== ownAppId) return gross - fee - handedOn;
  const atTheEnd = agencyFee - fee - toPromoter;
  return subAgency ? gross - handedOn + atTheEnd : atTheEnd;
}

function reply(deal: Deal, moment: Moment): Reply {
  const { order_id, sku_id, created, product, promoter, talent, agency, subAgency, oddity } = deal;
  const { payment } = moment;
  const ratio = ratioAt(product, created);
  const gross = floorShare(payment, ratio);
  const fee = moment.fee ? gross - Math.floor((gross * 9) / 10) : 0;
  const handedOn = subAgency ? Math.min(gross, floorShare(payment, subAgency.ratio)) : 0;
  const agencyFee = agency ? floorShare(payment, agency.ratio) : 0;
  // A promoter whom the institution pays gets nothing from the platform.
  const toPromoter =
    promoter && promoter.payer !== 1
      ? Math.min(agencyFee, floorShare(deal.shareOfFee ? agencyFee : payment, promoter.ratio))
      : 0;
  const net = payment > 0 ? netOf(deal, { gross, fee, handedOn, agencyFee, toPromoter }) + deal.astray : 0;
  const updated = moment.updated;
  const settledTime = moment.settled ? { profit_sharding_suc_time: moment.settled } : {};
  const value = {
    errcode: 0,
    errmsg: 'ok',
    commssion_order: {
      order_id: oddity < 0.02 ? exactNumber(order_id) : order_id,
      sku_id: oddity < 0.5 ? Number(sku_id) : sku_id,
      ...(oddity > 0.9995 ? {} : { create_time: created }),
      update_time: oddity > 0.999 && oddity < 0.9995 ? 0 : updated,
      status: oddity > 0.998 && oddity < 0.999 ? 999 : moment.commission,
      order_detail: {
        shop_info:
          oddity > 0.997 && oddity < 0.9975
            ? {}
            : { appid: product.shop.appid, shop_name: nameAt(product.shop, created) },
        product_info: {
          product_id: oddity < 0.5 ? Number(product.id) : product.id,
          title: nameAt(product, created),
          thumb_img: `https://store.mp.video.tencent-cloud.com/${product.id}.jpg?sign=${updated}`,
          ...(oddity > 0.9975 && oddity < 0.998 ? {} : { actual_payment: payment }),
          ...(oddity > 0.96 && oddity < 0.965 ? {} : { product_cnt: deal.count }),
        },
        order_info: {
          [oddity < 0.03 ? 'status' : 'order_status']: oddity > 0.996 && oddity < 0.997 ? 999 : moment.order,
          create_time: created - 5,
          ...(moment.paid ? { pay_time: moment.paid } : oddity < 0.5 ? { pay_time: 0 } : {}),
          update_time: updated,
        },
        buyer_info: deal.buyer,
        commission_info: {
          ...(deal.channel === null ? {} : { promotion_channel: deal.channel }),
          service_ratio: ratio,
          ...(oddity > 0.995 && oddity < 0.996 ? {} : { service_amount: net }),
          ...(deal.withGross ? { service_total_amount: gross } : {}),
          ...(deal.withGross && oddity > 0.3 ? { platform_amount: fee } : {}),
          ...settledTime,
          ...(talent ? talentPart(talent, created, payment) : {}),
          ...(promoter
            ? {
                sharer_info: {
                  sharer_appid: promoter.appid,
                  nickname: nameAt(promoter, created),
                  ratio: promoter.ratio,
                  amount: toPromoter,
                  opensharerid: promoter.openId,
                },
              }
            : {}),
          ...(deal.promotion ? { promotion_info: deal.promotion } : {}),
          ...(subAgency
            ? {
                sub_agency_info: {
                  appid: subAgency.appid,
                  nickname: '帮卖机构',
                  ratio: subAgency.ratio,
                  amount: handedOn,
                },
              }
            : {}),
          ...(agency
            ? {
                promoter_agency_info: {
                  appid: agency.appid,
                  nickname: '推客机构',
                  ratio: agency.ratio,
                  amount: agencyFee,
                  ...settledTime,
                },
              }
            : {}),
        },
      },
    },
  };
  return { key: { order_id, sku_id }, text: JSON.stringify(value) };
}

function talentPart(talent: Talent, at: number, payment: number): object {
  const nickname = nameAt(talent, at);
  const amount = floorShare(payment, 150_000);
  if (talent.appid)
    return {
      talent_info: { talent_appid: talent.appid, nickname, ratio: 150_000, amount, opentalentid: `t${talent.appid}` },
    };
  return {
    finder_info: {
      nickname,
      ratio: 150_000,
      amount,
      ...(talent.openFinderId ? { openfinderid: talent.openFinderId } : {}),
    },
  };
}
