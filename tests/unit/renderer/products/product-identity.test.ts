import { describe, expect, it } from 'vitest';
import { productText, readProductText } from '../../../../renderer/rooms/products/product-identity.ts';

describe('product identity', () => {
  it('comes back from its text', () => {
    const key = { shop_appid: 'wx1', product_id: '10000123456789012345', plan_type: 1, head_supplier_appid: '' };
    expect(readProductText(productText(key))).toEqual(key);
    expect(productText(key)).not.toBe(productText({ ...key, plan_type: 2 }));
  });

  it.each([null, '', 'a', 'a|b|c|', 'a|b|1', 'a|b|1|c|d'])('refuses %s', (text) => {
    expect(readProductText(text)).toBeNull();
  });
});
