import { DAY } from '../clock.ts';
import { Random } from '../random.ts';
import { type Own, ownOf } from './exclusive.ts';
import type { Change } from './history.ts';
import { type Shop, shopStatusAt } from './shops.ts';
import { ATTRIBUTES, type GoodsFamily, SUPPLIERS, TITLE_HEADS, TITLE_TAILS } from './words.ts';

export interface Sku {
  id: string;
  /** fen */
  salePrice: number;
  marketPrice: number;
  /** pieces */
  stock: number;
  attribute: string;
  value: string;
}

export interface Product {
  number: number;
  id: string;
  shop: Shop;
  title: string;
  subTitle: string;
  shortTitle: string;
  family: GoodsFamily;
  skus: Sku[];
  pictures: number;
  /** 5 on sale, anything else not (11 = taken off by the shop itself). */
  status: 5 | 11;
  /** Band of the 30-day sales; the platform names no limits. */
  salesBand: number;
  /** fen; a merchant's later change of price holds for all its SKUs. */
  priceChanges: Change<number>[];
  /** pieces, for all its SKUs. */
  stockChanges: Change<number>[];
  titleChanges: Change<string>[];
  /** Its first picture is one that makes trouble. */
  oddPictures: Change<OddPicture>[];
}

/** Pictures as merchants upload them: absent, too many bytes or pixels, in rarer formats, or none at all. */
export const ODD_PICTURES = ['missing', 'huge', 'huge_pixels', 'webp', 'animated', 'not_a_picture'] as const;
export type OddPicture = (typeof ODD_PICTURES)[number];

export interface Institution {
  appid: string;
  name: string;
}

/** What a merchant or supplying institution offers us for one product; plan 0 is the merchant-set commission of talents. */
export interface Offer {
  number: number;
  product: Product;
  /** 1 merchant targeted, 2 merchant public, 3 institution targeted, 4 institution ordinary; 0 not open to promoters. */
  planType: 0 | 1 | 2 | 3 | 4;
  supplier: Institution | null;
  /** Our service fee in ppm of the payment, from the instant each change names. */
  serviceRatios: Change<number>[];
  /** Talent's commission, ppm of the payment. */
  talentRatio: number;
  start: number;
  /** Unix seconds; the plan counts as ended from here on. */
  ends: Change<number>[];
  /** 1 live, 2 delisted, 5 cleared out. */
  states: Change<1 | 2 | 5>[];
  /** What the plan sells on terms of its own. */
  own: Own;
}

/** Somewhat more than 600, as those of shops that do not work with us are not seen. */
const PROMOTABLE = 680;
/** Share of a related shop's offers that come from shops we work with at the anchor. */
const WORKING = 0.85;
const TALENT_ONLY = 120;
/** Plan types 1-4 in the shares they appear with. */
const PLAN_SHARES = [0, 0.42, 0.26, 0.2, 0.12] as const;
/** "Forever" on the platform is a far end. */
const FOREVER = 4_102_415_999;

export interface Goods {
  products: Product[];
  offers: Offer[];
  suppliers: Institution[];
}

export function buildGoods(seed: number, anchor: number, shops: readonly Shop[]): Goods {
  const random = new Random(seed);
  const suppliers = SUPPLIERS.map((name) => ({ appid: `wx${random.hex(16)}`, name }));
  const related = shops.filter((shop) => shop.related);
  const working = related.filter((shop) => shopStatusAt(shop, anchor) === 2);
  const supplied = shops.filter((shop) => !shop.related);
  const pickRelated = (): Shop => random.pick(random.chance(WORKING) ? working : related);
  const products: Product[] = [];
  const offers: Offer[] = [];
  const skuIds = new Set<string>();
  const addProduct = (shop: Shop): Product => {
    const product = productOf(random, products.length, shop, skuIds);
    products.push(product);
    return product;
  };
  const addOffer = (product: Product, planType: Offer['planType'], supplier: Institution | null): void => {
    offers.push(offerOf(random, offers.length, product, planType, supplier, anchor));
  };
  while (offers.length < PROMOTABLE) {
    const planType = planOf(random);
    const supplier = planType >= 3 ? random.pick(suppliers) : null;
    const product = addProduct(supplier === null || random.chance(0.25) ? pickRelated() : random.pick(supplied));
    addOffer(product, planType, supplier);
    // One product under two plans: its identity is (shop, product, plan type, supplier), not the product id alone.
    if (random.chance(0.03)) {
      if (planType <= 2) addOffer(product, planType === 1 ? 2 : 1, null);
      else addOffer(product, planType, suppliers[(suppliers.indexOf(supplier as Institution) + 1) % suppliers.length]!);
    }
  }
  for (let i = 0; i < TALENT_ONLY; i++) addOffer(addProduct(pickRelated()), 0, null);
  return { products, offers, suppliers };
}

function planOf(random: Random): 1 | 2 | 3 | 4 {
  let left = random.unit();
  for (const plan of [1, 2, 3] as const) {
    left -= PLAN_SHARES[plan];
    if (left < 0) return plan;
  }
  return 4;
}

function productOf(random: Random, number: number, shop: Shop, skuIds: Set<string>): Product {
  const family = shop.family;
  const noun = random.pick(family.nouns);
  const spec = random.pick(family.specs);
  const [low, high] = family.price;
  // Prices end in 9.90, 8.80 or odd fen: never a smooth number only.
  const base = Math.round(random.skewed(low, Math.sqrt(low * high), high, 0.6) / 100) * 100;
  const ending = random.pick([-10, -10, -20, 0, -1, 37]);
  const count = random.chance(0.45) ? 1 : random.int(2, 4);
  const attribute = random.pick(ATTRIBUTES);
  const empty = random.chance(0.05);
  const skus = Array.from({ length: count }, (_, i): Sku => {
    let id = random.int(1, 9) + random.digits(random.int(8, 10));
    while (skuIds.has(id)) id = random.int(1, 9) + random.digits(10);
    skuIds.add(id);
    const salePrice = Math.max(100, base + ending + i * random.int(0, Math.round(base / 4)));
    return {
      id,
      salePrice,
      marketPrice: Math.round(salePrice * 1.3),
      stock: empty ? 0 : random.int(3, 5000),
      attribute,
      value: count === 1 ? spec : `${spec} ${'ABCD'[i]}款`,
    };
  });
  return {
    number,
    // 14 digits; the number in front keeps them apart.
    id: `1000${String(1000 + number)}${random.digits(6)}`,
    shop,
    title: `${random.pick(TITLE_HEADS)}${shop.name.slice(0, 3)} ${noun} ${spec}${random.pick(TITLE_TAILS)}`,
    subTitle: random.chance(0.6) ? `${family.category}好物 ${noun}` : '',
    shortTitle: noun,
    family,
    skus,
    pictures: random.int(1, 5),
    status: random.chance(0.03) ? 11 : 5,
    salesBand: random.int(0, 8),
    priceChanges: [],
    stockChanges: [],
    titleChanges: [],
    oddPictures: [],
  };
}

function offerOf(
  random: Random,
  number: number,
  product: Product,
  planType: Offer['planType'],
  supplier: Institution | null,
  anchor: number,
): Offer {
  // Whole percents mostly, some with a fraction that leaves fractions of a fen; 0 where the talent earns and we do not.
  const service =
    random.chance(0.25) && planType === 0 ? 0 : random.int(1, 30) * 10_000 + (random.chance(0.1) ? 3333 : 0);
  const start = anchor - random.int(5, 300) * DAY;
  const fate = random.unit();
  const end =
    fate < 0.04 ? anchor - random.int(0, 20) * DAY - 1 : fate < 0.12 ? anchor + random.int(0, 7) * DAY : FOREVER;
  const states: Offer['states'] = [{ at: 0, value: 1 }];
  if (random.chance(0.05)) states.push({ at: anchor - random.int(1, 30) * DAY, value: random.chance(0.8) ? 2 : 5 });
  return {
    number,
    product,
    planType,
    supplier,
    serviceRatios: [{ at: 0, value: service }],
    talentRatio: random.int(5, 35) * 10_000,
    start: Math.min(start, end - DAY),
    ends: [{ at: 0, value: end }],
    states,
    own: ownOf(product, planType),
  };
}
