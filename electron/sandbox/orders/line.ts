/** One commission order: the facts that stay as they were when it was placed. */
import { mix, Random } from '../random.ts';
import type { Institution, Offer, Product, Sku } from '../world/products.ts';
import type { Promoter, Talent } from '../world/promoters.ts';
import type { ShopAccount } from '../world/shops.ts';
import { isBound, isSellable, priceAt, productSplitAt, serviceRatioAt, splitAt, type World } from '../world/world.ts';
import type { Purchase } from './purchase.ts';

export interface Line {
  orderId: string;
  skuId: string;
  /** create_time of the commission order, Unix seconds. */
  createTime: number;
  /** create_time of the buyer's order, a little earlier. */
  orderCreateTime: number;
  visibleAt: number;
  /** Drives what all lines of an order share: paying, shipping, settling. */
  purchaseSeed: number;
  /** Drives what a line has for itself: refunds, the platform's fee, how it is written. */
  seed: number;
  offer: Offer;
  sku: Sku;
  pieces: number;
  /** What the buyer owes, fen. */
  payable: number;
  /** promotion_channel as written; null where the field is absent. */
  channel: number | null;
  /** promotion_info.channel_type; null where the object is absent. */
  spread: 0 | 3 | 4 | 6 | null;
  talent: Talent | null;
  promoter: Promoter | null;
  /** The shop's own account whose content was spread (spread 6). */
  account: ShopAccount | null;
  reseller: Institution | null;
  /** All ratios are ppm of the payment. */
  serviceRatio: number;
  talentRatio: number;
  resellerRatio: number;
  /** What the promoter institution receives; 0 on talent sales. */
  agencyRatio: number;
  /** What the promoter receives; 0 where the institution pays the promoter itself. */
  sharerRatio: number;
  /** Whether gross and platform fee are written at all. */
  showsTotals: boolean;
  /** The promoter bought through the own link, which is allowed. */
  selfPurchase: boolean;
  /** update_time as it is shown since the last event applied by the order book, Unix seconds. */
  updateTime: number;
  /** When the order book looks at it again, Unix seconds; Infinity when its life is over. */
  nextAt: number;
  /** What it adds to its shop's sums now, fen: payment, and our fee before and after settlement (null before it). */
  paid: number;
  pending: number;
  earned: number | null;
}

/** Names a commission order among all. */
export function keyOf(line: Line): string {
  return `${line.orderId}/${line.skuId}`;
}

const PROMOTER_SHARE = 0.46;

/** Chooses goods and people for purchases, the popular ones often. */
export class Resolver {
  private readonly world: World;
  private readonly all: Offer[];
  private readonly promotable: Offer[];
  private readonly byShop = new Map<number, Offer[]>();

  constructor(world: World) {
    this.world = world;
    const random = new Random(mix(world.seed, 'popularity'));
    const ranked = world.offers.map((offer) => ({ offer, rank: random.unit() })).sort((a, b) => a.rank - b.rank);
    this.all = ranked.map((entry) => entry.offer);
    this.promotable = this.all.filter((offer) => offer.planType !== 0);
    for (const offer of this.all) {
      const same = this.byShop.get(offer.product.shop.number);
      if (same === undefined) this.byShop.set(offer.product.shop.number, [offer]);
      else same.push(offer);
    }
  }

  /** The commission orders of a purchase; none when nothing could be sold at that time. */
  linesOf(purchase: Purchase): Line[] {
    const random = new Random(purchase.seed);
    // Decisions of the very second of the order come after it, so that applying them late changes nothing.
    const at = purchase.createTime - 1;
    const isPromoterSale = random.chance(PROMOTER_SHARE);
    const main = stepTo(isPromoterSale ? this.promotable : this.all, random.unit() ** 1.7, (o) => isSellable(o, at));
    if (main === undefined) return [];
    const people = {
      promoter: isPromoterSale ? this.promoter(random, at) : undefined,
      talent: this.talent(random, false),
    };
    const orderCreateTime = purchase.createTime - random.int(0, 12);
    const lines: Line[] = [];
    const skus = new Set<string>();
    const shelf = (this.byShop.get(main.product.shop.number) ?? []).filter(
      (offer) => isSellable(offer, at) && (!isPromoterSale || offer.planType !== 0),
    );
    for (let i = 0; i < purchase.lines; i++) {
      const offer = i === 0 ? main : random.pick(shelf);
      const free = offer.product.skus.filter((sku) => !skus.has(sku.id));
      if (free.length === 0) continue;
      const sku = random.pick(free);
      skus.add(sku.id);
      // Two promoters in one order happen: each line keeps its own last click.
      if (i > 0 && people.promoter !== undefined && random.chance(0.1)) people.promoter = this.promoter(random, at);
      lines.push(this.line(random, purchase, { offer, sku, at, orderCreateTime, ...people }));
    }
    return lines;
  }

  private line(
    random: Random,
    purchase: Purchase,
    chosen: {
      offer: Offer;
      sku: Sku;
      at: number;
      orderCreateTime: number;
      promoter: Promoter | undefined;
      talent: Talent;
    },
  ): Line {
    const { offer, sku, at, promoter } = chosen;
    const seed = mix(purchase.seed, sku.id);
    const pieces = random.chance(0.85) ? 1 : random.int(2, 3);
    const price = priceAt(offer.product, sku, at) * pieces;
    const coupon = random.chance(0.3) ? Math.floor(price * (0.03 + 0.17 * random.unit())) : 0;
    const line: Line = {
      orderId: purchase.orderId,
      skuId: sku.id,
      createTime: purchase.createTime,
      orderCreateTime: chosen.orderCreateTime,
      visibleAt: purchase.visibleAt,
      purchaseSeed: purchase.seed,
      seed,
      offer,
      sku,
      pieces,
      payable: price - coupon,
      channel: 0,
      spread: null,
      talent: chosen.talent,
      promoter: promoter ?? null,
      account: null,
      reseller: null,
      serviceRatio: serviceRatioAt(offer, at),
      talentRatio: offer.talentRatio,
      resellerRatio: 0,
      agencyRatio: 0,
      sharerRatio: 0,
      showsTotals: random.chance(promoter === undefined ? 0.97 : 0.75),
      selfPurchase: promoter !== undefined && random.chance(0.02),
      updateTime: 0,
      nextAt: Number.POSITIVE_INFINITY,
      paid: 0,
      pending: 0,
      earned: null,
    };
    if (promoter === undefined) this.talentSale(random, line);
    else this.promoterSale(random, line, promoter, at);
    return line;
  }

  private talentSale(random: Random, line: Line): void {
    const wire = random.unit();
    // One channel code nobody has documented yet; the field absent on a tenth.
    line.channel = wire < 0.003 ? 7 : wire < 0.1 ? null : 0;
    if (random.chance(0.1) && line.serviceRatio > 0) this.resell(random, line);
  }

  private promoterSale(random: Random, line: Line, promoter: Promoter, at: number): void {
    line.channel = 1;
    line.agencyRatio = line.serviceRatio;
    const way = random.unit();
    if (way < 0.06) {
      // The longest chain, with us at its head and again as the promoter's institution: 10 -> 6 -> 4 -> 2 -> 1.
      this.resell(random, line);
      line.agencyRatio = Math.floor(line.serviceRatio * 0.2);
      line.spread = 4;
      line.talent = this.talent(random, true);
    } else if (way < 0.26) {
      line.spread = 4;
      line.talent = this.talent(random, true);
    } else {
      line.talent = null;
      line.talentRatio = 0;
      const accounts = line.offer.product.shop.accounts;
      line.account = way < 0.4 && accounts.length > 0 ? random.pick(accounts) : null;
      line.spread = line.account !== null ? 6 : random.chance(0.03) ? null : random.chance(0.01) ? 0 : 3;
    }
    const split = splitAt(promoter, at);
    const share = productSplitAt(promoter, line.offer.product.id, at) ?? split.ratio;
    line.sharerRatio = split.type === 1 ? 0 : Math.floor((line.agencyRatio * share) / 1_000_000);
  }

  private resell(random: Random, line: Line): void {
    line.reseller = random.pick(this.world.resellers);
    line.resellerRatio = Math.floor(line.serviceRatio * 0.6);
    line.talentRatio = Math.floor(line.serviceRatio * 0.4);
  }

  private promoter(random: Random, at: number): Promoter | undefined {
    const { promoters, firstPromoters } = this.world;
    // Those who bound later stand at the end of the list and take part from their binding on, never before it.
    let known = firstPromoters;
    while (known < promoters.length && (promoters[known] as Promoter).bindTime <= at) known++;
    return stepTo(promoters, random.unit() ** 1.8, (promoter) => isBound(promoter, at), known);
  }

  private talent(random: Random, content: boolean): Talent {
    const { talents } = this.world;
    return stepTo(talents, random.unit() ** 1.5, (talent) => !content || talent.content) ?? (talents[0] as Talent);
  }
}

/** The first that fits, from a place in the list (0-1) on and round. */
function stepTo<T>(list: readonly T[], place: number, fits: (item: T) => boolean, length = list.length): T | undefined {
  const start = Math.floor(place * length);
  for (let i = 0; i < length; i++) {
    const item = list[(start + i) % length] as T;
    if (fits(item)) return item;
  }
  return undefined;
}

/** The buyer's openid; all lines of a purchase have the same unless one is a promoter's own purchase. */
export function buyerOf(line: Line): string {
  if (line.selfPurchase && line.promoter !== null) return line.promoter.openid;
  return `o${new Random(mix(line.purchaseSeed, 'buyer')).hex(27)}`;
}

export function productOf(line: Line): Product {
  return line.offer.product;
}
