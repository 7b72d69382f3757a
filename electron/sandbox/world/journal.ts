/**
 * Everything that was done to the world after it was drawn: by the institution through the platform's calls, or by a
 * merchant, buyer or promoter through the scenario door. Seed, anchor and journal together are the whole world.
 */
import { z } from 'zod';
import { ODD_PICTURES } from './products.ts';

const at = z.number().int();
const ratio = z.number().int().min(0).max(1_000_000);

export const journalEntry = z.discriminatedUnion('kind', [
  z.object({
    at,
    kind: z.literal('relation'),
    shop: z.string(),
    status: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
  }),
  z.object({ at, kind: z.literal('split'), promoter: z.string(), type: z.union([z.literal(0), z.literal(1)]), ratio }),
  z.object({ at, kind: z.literal('product-split'), promoter: z.string(), product: z.string(), ratio }),
  z.object({ at, kind: z.literal('bind'), nickname: z.string() }),
  z.object({ at, kind: z.literal('unbind'), promoter: z.string() }),
  z.object({ at, kind: z.literal('subscription'), product: z.string(), on: z.boolean() }),
  z.object({
    at,
    kind: z.literal('plan'),
    product: z.string(),
    planType: z.number().int().optional(),
    serviceRatio: ratio.optional(),
    end: z.number().int().optional(),
    state: z.union([z.literal(1), z.literal(2), z.literal(5)]).optional(),
  }),
  z.object({
    at,
    kind: z.literal('goods'),
    product: z.string(),
    price: z.number().int().positive().optional(),
    stock: z.number().int().min(0).optional(),
    title: z.string().optional(),
    picture: z.enum(ODD_PICTURES).optional(),
  }),
  z.object({
    at,
    kind: z.literal('exclusive'),
    product: z.string(),
    planType: z.union([z.literal(1), z.literal(3)]),
    price: z.number().int().positive().optional(),
    stock: z.number().int().min(0).optional(),
    title: z.string().optional(),
    picture: z.number().int().min(0).optional(),
  }),
  /** `left` is the payment left to the order line in fen; null refunds everything. */
  z.object({
    at,
    kind: z.literal('refund'),
    order: z.string(),
    sku: z.string().optional(),
    left: z.number().int().min(0).nullable(),
  }),
  /** An order line's update time moves, as by a change of something no field shows. */
  z.object({ at, kind: z.literal('touch'), order: z.string(), sku: z.string() }),
]);

export type JournalEntry = z.infer<typeof journalEntry>;
