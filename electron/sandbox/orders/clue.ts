/**
 * Clue orders: a shop's own goods sold by content our promoters spread. The platform pays nothing for them and only
 * reports the sale. Drawn per civil day like the purchases.
 */
import { DAY, startOfDay } from '../clock.ts';
import { mix, Random } from '../random.ts';
import type { Product, Sku } from '../world/products.ts';
import type { Promoter } from '../world/promoters.ts';
import type { World } from '../world/world.ts';

export interface CluePurchase {
  orderId: string;
  createTime: number;
  product: Product;
  sku: Sku;
  promoter: Promoter;
  /** fen */
  payment: number;
}

/** One clue for so many commission orders. */
const ORDERS_PER_CLUE = 60;

/** Clues of a day in order of time. */
export function cluesOf(world: World, day: number, orders: number): CluePurchase[] {
  const random = new Random(mix(world.seed, 'clues', day));
  const count = Math.floor(orders / 100 / ORDERS_PER_CLUE + random.unit());
  const goods = world.products.filter((product) => product.shop.related);
  const known = world.promoters.slice(0, world.firstPromoters);
  return Array.from({ length: count }, (): CluePurchase => {
    const product = random.pick(goods);
    const sku = random.pick(product.skus);
    return {
      orderId: `38${String(day % 100_000).padStart(5, '0')}${random.digits(12)}`,
      createTime: startOfDay(day) + random.int(0, DAY - 1),
      product,
      sku,
      promoter: random.pick(known),
      payment: sku.salePrice,
    };
  }).sort((a, b) => a.createTime - b.createTime);
}
