import { describe, expect, it } from 'vitest';
import { PictureCache } from '../../../electron/main/picture-cache.ts';
import { ODD_PICTURES } from '../../../electron/sandbox/world/products.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { type Caller, type Reply, small } from './caller.ts';

const DETAIL = '/channels/ec/promoter/get_promote_product_detail';
const BASE = '/channels/ec/league/headsupplier/productdetail/get';

const planOf = async (caller: Caller, row: Reply) => (await caller.call(DETAIL, row)).product.product_info;
const baseOf = async (caller: Caller, row: Reply) => {
  const reply = await caller.call(BASE, row);
  return (reply.item ?? reply.product).product_info;
};
const soldTargeted = async (caller: Caller) =>
  (await caller.book('products')).filter((row) => row.plan_type === 1 && row.plan_status === 1 && row.stock > 0);

describe('plans for chosen institutions', () => {
  it('have a price, stock, title or picture of their own now and then; others never', async () => {
    const caller = await small();
    const own = { price: 0, stock: 0, title: 0, picture: 0 };
    for (const row of await caller.book('products')) {
      const body = { ...row, ...(row.head_supplier_appid ? {} : { head_supplier_appid: undefined }) };
      const reply = await caller.call(DETAIL, body);
      if (!reply.product) continue;
      const [plan, base] = [reply.product.product_info, await baseOf(caller, row)];
      const differs = {
        price: plan.skus.some((sku: Reply, n: number) => sku.sale_price !== base.skus[n].sale_price),
        stock: plan.skus.some((sku: Reply, n: number) => sku.stock_num !== base.skus[n].stock_num),
        title: plan.title !== base.title,
        picture: plan.head_imgs[0] !== base.head_imgs[0],
      };
      if (row.plan_type === 2 || row.plan_type === 4)
        expect(Object.values(differs)).toEqual([false, false, false, false]);
      for (const field of Object.keys(own) as (keyof typeof own)[]) own[field] += Number(differs[field]);
    }
    expect(Object.values(own).every((count) => count > 0)).toBe(true);
    expect(Object.values(own).reduce((sum, count) => sum + count, 0)).toBeLessThan(80);
  }, 60_000);

  it('are given one by the door', async () => {
    const caller = await small();
    const [row] = await soldTargeted(caller);
    await caller.door('scenario', {
      kind: 'exclusive',
      product_id: row!.product_id,
      plan_type: 1,
      price: 77,
      stock: 5,
      title: '专享',
      picture: 9,
    });
    const plan = await planOf(caller, row!);
    expect(plan.skus.map((sku: Reply) => [sku.sale_price, sku.stock_num])).toEqual(plan.skus.map(() => [77, 5]));
    expect([plan.title, plan.head_imgs[0]]).toEqual(['专享', expect.stringContaining(`${row!.product_id}-9.svg`)]);
    expect((await baseOf(caller, row!)).title).not.toBe('专享');
    const book = (await caller.book('products')).find(
      (one) => one.product_id === row!.product_id && one.plan_type === 1,
    );
    expect(book).toMatchObject({ min_price: 77, title: '专享' });
  });
});

describe('what merchants upload', () => {
  it('may have any title of 60 characters', async () => {
    const caller = await small();
    const [row] = await soldTargeted(caller);
    const title = `🎁${'长'.repeat(58)}`;
    await caller.door('scenario', { kind: 'title', product_id: row!.product_id, title });
    expect((await baseOf(caller, row!)).title).toBe(title);
  });

  it('may be pictures that make trouble; the window keeps those that are some', async () => {
    const caller = await small();
    const [row] = await soldTargeted(caller);
    const kept: Record<string, string | null> = {};
    for (const picture of ODD_PICTURES) {
      await caller.door('scenario', { kind: 'picture', product_id: row!.product_id, picture });
      const address: string = (await baseOf(caller, row!)).head_imgs[0];
      const cache = new PictureCache(tempFolder(), async (wanted) => {
        const answer = await fetch(wanted);
        return answer.ok ? Buffer.from(await answer.arrayBuffer()) : null;
      });
      kept[picture] = (await cache.get(address))?.type ?? null;
    }
    expect(kept).toEqual({
      missing: null,
      huge: null,
      huge_pixels: null,
      webp: 'image/webp',
      animated: 'image/gif',
      not_a_picture: null,
    });
  });
});
