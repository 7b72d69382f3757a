import { HOUR_SECONDS, type Unix } from '../../../shared/time.ts';
import { wireNumber } from '../platform/endpoints/wire-number.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';

/** A call that only reads, and as little as it can. */
export interface Probe {
  endpoint: string;
  body: Record<string, unknown>;
}

const SUPPLIER = '/channels/ec/league/headsupplier';
const PROMOTER = '/channels/ec/promoter';

/** The call that tells whether address, credentials and allow-list are right. */
export const FIRST_PROBE: Probe = { endpoint: `${SUPPLIER}/shop/list/get`, body: { page_size: 1 } };

/**
 * One harmless call for every endpoint the program reads from. Details are asked for things of the books; where
 * there are none yet, for one that does not exist: that the platform knows no such thing also means it may be asked.
 */
export function probes(reader: StoreReader, now: Unix): Probe[] {
  const shop =
    reader.value<string>(sql`select shop_appid from shop order by status = 2 desc, shop_appid limit 1`) ?? NOBODY;
  const account = reader.get<{ shop_appid: string; account_id: string }>(
    sql`select shop_appid, account_id from shop_account where type = 1 order by shop_appid limit 1`,
  ) ?? { shop_appid: shop, account_id: NOTHING };
  const product = reader.get<{ shop_appid: string; product_id: string; plan_type: number; head: string }>(
    sql`select shop_appid, product_id, plan_type, head_supplier_appid as head from product
      where not_seen_since is null limit 1`,
  ) ?? { shop_appid: shop, product_id: NOTHING, plan_type: 1, head: '' };
  const order = reader.get<{ order_id: string; sku_id: string }>(
    sql`select order_id, sku_id from commission_order order by id desc limit 1`,
  ) ?? { order_id: NOTHING, sku_id: NOTHING };
  const talent = reader.value<string>(sql`select talent_appid from talent limit 1`) ?? NOBODY;
  const flow = reader.value<string>(sql`select flow_id from funds_flow limit 1`) ?? NOTHING;
  const lastHour = { start_time: now - HOUR_SECONDS, end_time: now };
  const page = { next_key: '', page_size: 1 };
  return [
    FIRST_PROBE,
    { endpoint: `${SUPPLIER}/shop/get`, body: { appid: shop } },
    { endpoint: `${PROMOTER}/get_bind_shop_list`, body: page },
    { endpoint: `${PROMOTER}/get_bind_shop_promoter_list`, body: { ...page, shop_appid: shop } },
    { endpoint: `${PROMOTER}/get_promote_product_list`, body: { ...page, plan_type: 1 } },
    {
      endpoint: `${PROMOTER}/get_promote_product_detail`,
      body: {
        shop_appid: product.shop_appid,
        product_id: wireNumber(product.product_id),
        plan_type: product.plan_type,
        ...(product.head ? { head_supplier_appid: product.head } : {}),
      },
    },
    {
      endpoint: `${SUPPLIER}/productdetail/get`,
      body: { shop_appid: product.shop_appid, product_id: wireNumber(product.product_id) },
    },
    { endpoint: `${PROMOTER}/get_bind_sharer_list`, body: page },
    { endpoint: `${SUPPLIER}/order/list/get`, body: { page_size: 1, update_time_range: lastHour } },
    { endpoint: `${SUPPLIER}/order/get`, body: order },
    { endpoint: `${SUPPLIER}/clue/list/get`, body: { page_size: 1, create_time_range: lastHour } },
    { endpoint: `${SUPPLIER}/funds/balance/get`, body: {} },
    { endpoint: `${SUPPLIER}/funds/flowlist/get`, body: { page: 1, page_size: 1, ...lastHour } },
    { endpoint: `${SUPPLIER}/funds/flowdetail/get`, body: { flow_id: flow } },
    { endpoint: `${PROMOTER}/get_bind_talent_list`, body: page },
    { endpoint: `${PROMOTER}/get_live_notice_record_list`, body: { talent_appid: talent } },
    {
      endpoint: `${PROMOTER}/get_shop_live_notice_record_list`,
      body: { shop_appid: account.shop_appid, promoter_id: account.account_id, promoter_type: 1 },
    },
  ];
}

const NOBODY = 'wx0000000000000000';
const NOTHING = '1';
