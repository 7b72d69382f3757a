/** The world without its orders: who there is, what is offered, and what was decided since. */
import { mix, Random } from '../random.ts';
import { addChange, type Change, valueAt } from './history.ts';
import type { JournalEntry } from './journal.ts';
import { buildGoods, type Institution, type Offer, type Product, type Sku } from './products.ts';
import { buildPromoters, buildTalents, type Promoter, promoterOf, type Split, type Talent } from './promoters.ts';
import { buildShops, type Shop, shopStatusAt } from './shops.ts';
import { personName, RESELLERS } from './words.ts';

/** Something done to an order by hand. */
export type Deed = {
  at: number;
  /** null: every line of the order. */
  sku: string | null;
} & (
  | {
      kind: 'refund';
      /** fen left to be paid; null: nothing is left, the order is cancelled. */
      left: number | null;
    }
  /** Only its update time moves. */
  | { kind: 'touch' }
);

export class World {
  readonly seed: number;
  /** The instant the world was drawn around, Unix seconds. */
  readonly anchor: number;
  /** The institution itself: its AppID is the one callers log in with. */
  readonly institution: Institution;
  readonly shops: Shop[];
  readonly products: Product[];
  readonly offers: Offer[];
  readonly suppliers: Institution[];
  readonly resellers: Institution[];
  readonly promoters: Promoter[];
  /** How many of the promoters were drawn with the world; those after them bound by hand. */
  readonly firstPromoters: number;
  readonly talents: Talent[];
  /** By order_id. */
  readonly deeds = new Map<string, Deed[]>();
  readonly subscriptions = new Map<string, Change<boolean>[]>();
  readonly journal: JournalEntry[] = [];
  readonly shopByAppid: Map<string, Shop>;
  readonly productById: Map<string, Product>;
  readonly offersByProduct = new Map<string, Offer[]>();
  readonly promoterByAppid: Map<string, Promoter>;
  readonly talentByAppid: Map<string, Talent>;

  constructor(seed: number, anchor: number, institution: Institution) {
    this.seed = seed;
    this.anchor = anchor;
    this.institution = institution;
    this.shops = buildShops(mix(seed, 'shops'), anchor);
    const goods = buildGoods(mix(seed, 'goods'), anchor, this.shops);
    this.products = goods.products;
    this.offers = goods.offers;
    this.suppliers = goods.suppliers;
    const random = new Random(mix(seed, 'resellers'));
    this.resellers = RESELLERS.map((name) => ({ appid: `wx${random.hex(16)}`, name }));
    this.promoters = buildPromoters(mix(seed, 'promoters'), anchor);
    this.firstPromoters = this.promoters.length;
    this.talents = buildTalents(mix(seed, 'talents'), anchor);
    this.shopByAppid = new Map(this.shops.map((shop) => [shop.appid, shop]));
    this.productById = new Map(this.products.map((product) => [product.id, product]));
    this.promoterByAppid = new Map(this.promoters.map((promoter) => [promoter.appid, promoter]));
    this.talentByAppid = new Map(this.talents.map((talent) => [talent.appid, talent]));
    for (const offer of this.offers) {
      const same = this.offersByProduct.get(offer.product.id);
      if (same === undefined) this.offersByProduct.set(offer.product.id, [offer]);
      else same.push(offer);
    }
  }

  /** Takes an entry into the world and its journal; the ids in it must exist. */
  record(entry: JournalEntry): void {
    this.apply(entry);
    this.journal.push(entry);
  }

  private apply(entry: JournalEntry): void {
    switch (entry.kind) {
      case 'relation':
        addChange(this.shop(entry.shop).history, entry.at, entry.status);
        return;
      case 'split':
        addChange(this.promoter(entry.promoter).splits, entry.at, { type: entry.type, ratio: entry.ratio });
        return;
      case 'product-split': {
        const splits = this.promoter(entry.promoter).productSplits;
        const changes = splits.get(entry.product) ?? [];
        addChange(changes, entry.at, entry.ratio);
        splits.set(entry.product, changes);
        return;
      }
      case 'bind': {
        const number = this.promoters.length;
        const random = new Random(mix(this.seed, 'bind', number));
        const promoter = promoterOf(random, number, entry.nickname || personName(random), entry.at);
        this.promoters.push(promoter);
        this.promoterByAppid.set(promoter.appid, promoter);
        return;
      }
      case 'unbind':
        this.promoter(entry.promoter).unbindTime = entry.at;
        return;
      case 'subscription': {
        const changes = this.subscriptions.get(entry.product) ?? [];
        addChange(changes, entry.at, entry.on);
        this.subscriptions.set(entry.product, changes);
        return;
      }
      case 'plan':
        for (const offer of this.offersByProduct.get(this.product(entry.product).id) ?? []) {
          if (entry.planType !== undefined && offer.planType !== entry.planType) continue;
          if (entry.serviceRatio !== undefined) addChange(offer.serviceRatios, entry.at, entry.serviceRatio);
          if (entry.end !== undefined) addChange(offer.ends, entry.at, entry.end);
          if (entry.state !== undefined) addChange(offer.states, entry.at, entry.state);
        }
        return;
      case 'goods': {
        const product = this.product(entry.product);
        if (entry.price !== undefined) addChange(product.priceChanges, entry.at, entry.price);
        if (entry.stock !== undefined) addChange(product.stockChanges, entry.at, entry.stock);
        if (entry.title !== undefined) addChange(product.titleChanges, entry.at, entry.title);
        if (entry.picture !== undefined) addChange(product.oddPictures, entry.at, entry.picture);
        return;
      }
      case 'exclusive':
        for (const { planType, own } of this.offersByProduct.get(entry.product) ?? []) {
          if (planType !== entry.planType) continue;
          if (entry.price !== undefined) addChange(own.prices, entry.at, entry.price);
          if (entry.stock !== undefined) addChange(own.stocks, entry.at, entry.stock);
          if (entry.title !== undefined) addChange(own.titles, entry.at, entry.title);
          if (entry.picture !== undefined) addChange(own.pictures, entry.at, entry.picture);
        }
        return;
      case 'refund':
        this.deed(entry.order, { at: entry.at, sku: entry.sku ?? null, kind: 'refund', left: entry.left });
        return;
      case 'touch':
        this.deed(entry.order, { at: entry.at, sku: entry.sku, kind: 'touch' });
    }
  }

  private deed(order: string, deed: Deed): void {
    const deeds = this.deeds.get(order);
    if (deeds === undefined) this.deeds.set(order, [deed]);
    else deeds.push(deed);
  }

  private shop(appid: string): Shop {
    return known(this.shopByAppid.get(appid), appid);
  }

  private product(id: string): Product {
    return known(this.productById.get(id), id);
  }

  private promoter(appid: string): Promoter {
    return known(this.promoterByAppid.get(appid), appid);
  }
}

function known<T>(value: T | undefined, id: string): T {
  if (value === undefined) throw new RangeError(`the sandbox's world has no ${id}`);
  return value;
}

/** Start of the present cooperation, Unix seconds; undefined while there never was one. */
export function approvedAt(shop: Shop, unix: number): number | undefined {
  return shop.history.findLast((change) => change.at <= unix && change.value === 2)?.at;
}

export function isBound(promoter: Promoter, unix: number): boolean {
  return promoter.bindTime <= unix && (promoter.unbindTime === null || unix < promoter.unbindTime);
}

export function splitAt(promoter: Promoter, unix: number): Split {
  return valueAt(promoter.splits, unix) ?? { type: 0, ratio: 0 };
}

/** Own ratio of a product where one was set (ppm of our fee), undefined otherwise. */
export function productSplitAt(promoter: Promoter, productId: string, unix: number): number | undefined {
  return valueAt(promoter.productSplits.get(productId) ?? [], unix);
}

export function serviceRatioAt(offer: Offer, unix: number): number {
  return valueAt(offer.serviceRatios, unix) ?? 0;
}

/** fen */
export function priceAt(product: Product, sku: Sku, unix: number): number {
  return valueAt(product.priceChanges, unix) ?? sku.salePrice;
}

/** pieces */
export function stockAt(product: Product, sku: Sku, unix: number): number {
  return valueAt(product.stockChanges, unix) ?? sku.stock;
}

/** Whether we may see the offer at all: a merchant's own plans go with the cooperation. */
export function isOffered(offer: Offer, unix: number): boolean {
  return offer.start <= unix && shopStatusAt(offer.product.shop, unix) === 2;
}

/** Whether the offer can be sold under: seen, live, not ended, goods on sale and in stock. */
export function isSellable(offer: Offer, unix: number): boolean {
  return (
    isOffered(offer, unix) &&
    valueAt(offer.states, unix) === 1 &&
    unix < (valueAt(offer.ends, unix) ?? 0) &&
    offer.product.status === 5 &&
    offer.product.skus.some((sku) => stockAt(offer.product, sku, unix) > 0)
  );
}
