/** What people on the platform would do: merchants, buyers, promoters, and whoever shares our credentials. */
import { z } from 'zod';
import type { Platform } from '../platform.ts';
import type { JournalEntry } from '../world/journal.ts';
import { ODD_PICTURES } from '../world/products.ts';
import { shopStatusAt } from '../world/shops.ts';
import { isBound } from '../world/world.ts';

const ratio = z.number().int().min(0).max(1_000_000);
const fen = z.number().int().min(0);

const scenario = z.discriminatedUnion('kind', [
  /** A shop invites us: the named one, or the first that does not work with us and has no invitation open. */
  z.object({ kind: z.literal('invite'), shop_appid: z.string().optional() }).strict(),
  /** A shop takes its open invitation back. */
  z.object({ kind: z.literal('withdraw-invitation'), shop_appid: z.string() }).strict(),
  z.object({ kind: z.literal('end-cooperation'), shop_appid: z.string() }).strict(),
  /** A merchant changes a plan: our fee (ppm), its end (Unix seconds), its state (1 live, 2 delisted, 5 cleared). */
  z
    .object({
      kind: z.literal('plan'),
      product_id: z.string(),
      plan_type: z.number().int().min(1).max(4).optional(),
      service_ratio: ratio.optional(),
      end_time: z.number().int().optional(),
      status: z.union([z.literal(1), z.literal(2), z.literal(5)]).optional(),
    })
    .strict(),
  /** A merchant changes price (fen) or stock (pieces), for all SKUs alike. */
  z
    .object({
      kind: z.literal('goods'),
      product_id: z.string(),
      price: fen.positive().optional(),
      stock: z.number().int().min(0).optional(),
    })
    .strict(),
  /** A merchant writes another title. */
  z.object({ kind: z.literal('title'), product_id: z.string(), title: z.string().min(1).max(60) }).strict(),
  /** A merchant's first picture is one that makes trouble. */
  z.object({ kind: z.literal('picture'), product_id: z.string(), picture: z.enum(ODD_PICTURES) }).strict(),
  /** A plan for chosen institutions gets a price (fen), stock (pieces), title or first picture (its number) of its own. */
  z
    .object({
      kind: z.literal('exclusive'),
      product_id: z.string(),
      plan_type: z.union([z.literal(1), z.literal(3)]),
      price: fen.positive().optional(),
      stock: z.number().int().min(0).optional(),
      title: z.string().min(1).max(60).optional(),
      picture: z.number().int().min(0).optional(),
    })
    .strict(),
  /** A buyer gets money back: all of it, or all but `left` fen of one line. */
  z
    .object({ kind: z.literal('refund'), order_id: z.string(), sku_id: z.string().optional(), left: fen.optional() })
    .strict(),
  /** A promoter binds to us. */
  z.object({ kind: z.literal('bind'), nickname: z.string().optional() }).strict(),
  /** Somebody else refreshes by force: every token given out is dead. */
  z.object({ kind: z.literal('kill-tokens') }).strict(),
  /** The platform narrows the limits of one path. */
  z
    .object({
      kind: z.literal('limit'),
      path: z.string(),
      daily: z.number().int().min(0).optional(),
      per_minute: z.number().int().min(0).optional(),
    })
    .strict(),
  /** The platform refuses the next calls of a path, or those about one thing; 0 times: no more. */
  z
    .object({
      kind: z.literal('refuse'),
      path: z.string(),
      field: z.string().optional(),
      value: z.string().optional(),
      errcode: z.number().int(),
      times: z.number().int().min(0).optional(),
    })
    .strict(),
  /** A promoter leaves us. */
  z.object({ kind: z.literal('unbind'), sharer_appid: z.string() }).strict(),
]);

export type Scenario = z.infer<typeof scenario>;

/** Does it, and names who or what it was done to. */
export function play(platform: Platform, input: unknown): Record<string, unknown> {
  const wish = scenario.parse(input);
  const { now } = platform.current();
  const { world } = platform;
  const record = (entry: JournalEntry): void => platform.record(entry);
  switch (wish.kind) {
    case 'invite': {
      const shop = world.shops.find((each) => {
        const status = shopStatusAt(each, now) ?? 4;
        return (
          each.related &&
          status !== 2 &&
          (wish.shop_appid === undefined ? status !== 1 : each.appid === wish.shop_appid)
        );
      });
      if (shop === undefined) throw new RangeError('no such shop that could invite');
      record({ at: now, kind: 'relation', shop: shop.appid, status: 1 });
      return { shop_appid: shop.appid, status: 1 };
    }
    case 'withdraw-invitation':
      return relation(platform, wish.shop_appid, 1, 4, now);
    case 'end-cooperation':
      return relation(platform, wish.shop_appid, 2, 5, now);
    case 'plan':
      record({
        at: now,
        kind: 'plan',
        product: wish.product_id,
        ...(wish.plan_type === undefined ? {} : { planType: wish.plan_type }),
        ...(wish.service_ratio === undefined ? {} : { serviceRatio: wish.service_ratio }),
        ...(wish.end_time === undefined ? {} : { end: wish.end_time }),
        ...(wish.status === undefined ? {} : { state: wish.status }),
      });
      return { product_id: wish.product_id };
    case 'goods':
      record({
        at: now,
        kind: 'goods',
        product: wish.product_id,
        ...(wish.price === undefined ? {} : { price: wish.price }),
        ...(wish.stock === undefined ? {} : { stock: wish.stock }),
      });
      return { product_id: wish.product_id };
    case 'title':
      record({ at: now, kind: 'goods', product: wish.product_id, title: wish.title });
      return { product_id: wish.product_id };
    case 'picture':
      record({ at: now, kind: 'goods', product: wish.product_id, picture: wish.picture });
      return { product_id: wish.product_id };
    case 'exclusive':
      if (!world.offersByProduct.get(wish.product_id)?.some(({ planType }) => planType === wish.plan_type))
        throw new RangeError(`no plan ${wish.plan_type} of product ${wish.product_id}`);
      record({
        at: now,
        kind: 'exclusive',
        product: wish.product_id,
        planType: wish.plan_type,
        ...(wish.price === undefined ? {} : { price: wish.price }),
        ...(wish.stock === undefined ? {} : { stock: wish.stock }),
        ...(wish.title === undefined ? {} : { title: wish.title }),
        ...(wish.picture === undefined ? {} : { picture: wish.picture }),
      });
      return { product_id: wish.product_id };
    case 'refund':
      return refund(platform, wish, now);
    case 'bind': {
      record({ at: now, kind: 'bind', nickname: wish.nickname ?? '' });
      const promoter = world.promoters.findLast((each) => isBound(each, now));
      return { sharer_appid: promoter?.appid, nickname: promoter?.nickname };
    }
    case 'kill-tokens':
      platform.tokens.killAll();
      return {};
    case 'limit':
      platform.limits.set(wish.path, {
        ...(wish.daily === undefined ? {} : { daily: wish.daily }),
        ...(wish.per_minute === undefined ? {} : { perMinute: wish.per_minute }),
      });
      return { ...platform.limits.limitOf(wish.path) };
    case 'refuse': {
      const { kind: _, ...refused } = wish;
      platform.refusals.set(refused);
      return { ...refused };
    }
    case 'unbind': {
      const promoter = world.promoterByAppid.get(wish.sharer_appid);
      if (promoter === undefined || !isBound(promoter, now)) throw new RangeError(`${wish.sharer_appid} is not bound`);
      record({ at: now, kind: 'unbind', promoter: promoter.appid });
      return { sharer_appid: promoter.appid };
    }
  }
}

function relation(platform: Platform, appid: string, from: number, to: 4 | 5, now: number): Record<string, unknown> {
  const shop = platform.world.shopByAppid.get(appid);
  if (shop === undefined || !shop.related || shopStatusAt(shop, now) !== from) {
    throw new RangeError(`no shop ${appid} in state ${from}`);
  }
  platform.record({ at: now, kind: 'relation', shop: appid, status: to });
  return { shop_appid: appid, status: to };
}

function refund(
  platform: Platform,
  wish: { order_id: string; sku_id?: string | undefined; left?: number | undefined },
  now: number,
): Record<string, unknown> {
  const lines = (platform.current().byOrder.get(wish.order_id) ?? []).filter(
    (line) => wish.sku_id === undefined || line.skuId === wish.sku_id,
  );
  if (lines.length === 0) throw new RangeError(`no order ${wish.order_id}`);
  platform.record({
    at: now,
    kind: 'refund',
    order: wish.order_id,
    ...(wish.sku_id === undefined ? {} : { sku: wish.sku_id }),
    left: wish.left ?? null,
  });
  return { order_id: wish.order_id, sku_ids: lines.map((line) => line.skuId) };
}
