import type { ProductKey } from '../../../shared/contract/product.ts';

/** The four parts of a product's identity as one text; a separator no id can contain. */
export function productText(key: ProductKey): string {
  return [key.shop_appid, key.product_id, key.plan_type, key.head_supplier_appid].join('|');
}

export function productKeyOf(row: ProductKey): ProductKey {
  return {
    shop_appid: row.shop_appid,
    product_id: row.product_id,
    plan_type: row.plan_type,
    head_supplier_appid: row.head_supplier_appid,
  };
}

/** Reads `productText`, as the address of an open product carries it; null when it is none. */
export function readProductText(text: string | null): ProductKey | null {
  const [shop, product, plan, supplier, ...more] = (text ?? '').split('|');
  if (!shop || !product || !plan || supplier === undefined || more.length || !/^\d{1,4}$/.test(plan)) return null;
  return { shop_appid: shop, product_id: product, plan_type: Number(plan), head_supplier_appid: supplier };
}
