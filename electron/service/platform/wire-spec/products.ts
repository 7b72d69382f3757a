import { bool, code, id, list, number, object, reply, text, type WireSpec } from './spec.ts';

const PROMOTER = '/channels/ec/promoter';

const sku = object({
  sku_id: id,
  sale_price: number,
  stock_num: number,
  'thumb_img?': text,
  'market_price?': number,
  'sku_attrs?': list(object({ attr_key: text, attr_value: text })),
  'sku_deliver_info?': object({
    // 0 in stock, 1 full presale.
    'stock_type?': code(0, 1),
    // 0 days after payment, 1 days after the presale's end.
    'full_payment_presale_delivery_type?': code(0, 1),
    'presale_begin_time?': number,
    'presale_end_time?': number,
    'full_payment_presale_delivery_time?': number,
  }),
});

const product = object({
  shop_appid: text,
  product_id: id,
  product_promotion_link: text,
  product_info: object({
    title: text,
    'sub_title?': text,
    'short_title?': text,
    head_imgs: list(text),
    'desc_info?': object({ 'imgs?': list(text), 'desc?': text }),
    'cats_v2?': list(object({ cat_id: id, cat_name: text })),
    // 5 is on sale; any other value says "not normal", so none is unknown.
    status: number,
    skus: list(sku),
  }),
  commission_info: object({
    // 1 live, 2 delisted, 5 cleared out. The documents were revised once; 3 was seen, its meaning is unknown.
    status: code(1, 2, 5),
    service_ratio: number,
    start_time: number,
    end_time: number,
  }),
  'head_supplier_info?': object({ head_supplier_appid: text, 'name?': text }),
});

/** Under `item` on one page of the documents, under `product` on another. */
const base = object({
  shop_appid: text,
  product_id: id,
  product_info: object({
    title: text,
    'sub_title?': text,
    'short_title?': text,
    head_imgs: list(text),
    'desc_info?': object({ 'imgs?': list(text), 'desc?': text }),
    'cats_v2?': list(object({ cat_id: id, cat_name: text })),
    status: number,
    'monthly_sales_range?': number,
    'good_evaluation_ratio?': number,
    'has_qualification?': bool,
    'is_brand_good?': bool,
    skus: list(sku),
  }),
  'shop?': object({ 'name?': text, 'icon?': text, 'score?': number }),
});

const coupons = list(object({ coupon_id: id }));

export const productSpec: WireSpec = {
  [`${PROMOTER}/get_promote_product_list`]: reply({
    product_list: list(object({ product_id: id, shop_appid: text, 'head_supplier_appid?': text })),
    'next_key?': text,
  }),
  '/channels/ec/league/headsupplier/productdetail/get': reply({ 'item?': base, 'product?': base }),
  [`${PROMOTER}/get_promote_product_detail`]: reply({
    product,
    'publish_coupons?': coupons,
    'public_coupons?': coupons,
    'cooperative_coupons?': coupons,
  }),
};
