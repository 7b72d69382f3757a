import type { Platform } from '../platform.ts';
import { flag, instant, list, number, text, wire } from '../wire.ts';
import { pages } from './paged.ts';
import { wireNumber } from './wire-number.ts';

export interface PromoterEntry {
  promoter_appid: string;
  name: string;
  avatar_url: string | null;
  bound_at: number | null;
  /** 0 the platform pays, 1 the institution pays. */
  payer: number | null;
  ratio_ppm: number | null;
  raw: string;
}

const sharerList = wire({
  sharer_info_list: list(
    wire({
      sharer_appid: text,
      nickname: text,
      head_img_url: text,
      bind_time: instant,
      commission_type: number,
      commission_ratio: number,
    }),
  ),
  next_key: text,
});

const PROMOTER = '/channels/ec/promoter';
export const SET_PRODUCT_SPLIT = `${PROMOTER}/set_sharer_product_commission_info`;
export const GET_PRODUCT_SPLIT = `${PROMOTER}/get_sharer_product_commission_info`;

function entries(value: unknown): { items: PromoterEntry[]; nextKey: string | null } {
  const { sharer_info_list, next_key } = sharerList.parse(value);
  const items = sharer_info_list.flatMap((sharer) =>
    sharer.sharer_appid
      ? [
          {
            promoter_appid: sharer.sharer_appid,
            name: sharer.nickname ?? '',
            avatar_url: sharer.head_img_url,
            bound_at: sharer.bind_time,
            payer: sharer.commission_type,
            ratio_ppm: sharer.commission_ratio,
            raw: JSON.stringify(sharer),
          },
        ]
      : [],
  );
  return { items, nextKey: next_key };
}

/** All bound promoters. Page maximum 20, no has_more: the list ends with its cursor. */
export function promoterPages(platform: Platform, signal?: AbortSignal): AsyncGenerator<PromoterEntry[]> {
  return pages(
    platform,
    `${PROMOTER}/get_bind_sharer_list`,
    { page_size: 20 },
    '',
    ({ value }) => ({ ...entries(value), more: true }),
    signal,
  );
}

/** One promoter as the platform has it now; null when not bound. */
export async function readPromoter(
  platform: Platform,
  promoterAppid: string,
  signal?: AbortSignal,
): Promise<PromoterEntry | null> {
  const reply = await platform.call(
    `${PROMOTER}/get_bind_sharer_list`,
    { page_size: 1, next_key: '', sharer_appid: promoterAppid },
    signal,
  );
  return entries(reply.value).items.find((entry) => entry.promoter_appid === promoterAppid) ?? null;
}

/** The promoter's own share of the institution's fee, ppm; for promoters the platform pays. */
export async function setPromoterSplit(
  platform: Platform,
  promoterAppid: string,
  payer: number,
  ratioPpm: number,
): Promise<void> {
  await platform.call(`${PROMOTER}/set_sharer_commission_info`, {
    sharer_appid: promoterAppid,
    commission_type: payer,
    commission_ratio: ratioPpm,
  });
}

/** The promoter's share on one product, ppm. There is no call that removes it again. */
export async function setProductSplit(
  platform: Platform,
  promoterAppid: string,
  productId: string,
  ratioPpm: number,
  signal?: AbortSignal,
): Promise<void> {
  await platform.call(
    SET_PRODUCT_SPLIT,
    { sharer_appid: promoterAppid, product_id: wireNumber(productId), commission_ratio: ratioPpm },
    signal,
    { unbroken: true },
  );
}

const productSplit = wire({ is_set: flag, commission_ratio: number });

/** What the platform has for promoter and product; null when nothing is set. */
export async function readProductSplit(
  platform: Platform,
  promoterAppid: string,
  productId: string,
  signal?: AbortSignal,
): Promise<number | null> {
  const reply = await platform.call(
    GET_PRODUCT_SPLIT,
    { sharer_appid: promoterAppid, product_id: wireNumber(productId) },
    signal,
  );
  const { is_set, commission_ratio } = productSplit.parse(reply.value);
  return is_set ? commission_ratio : null;
}

export interface MaterialKey {
  shop_appid: string;
  product_id: string;
  head_supplier_appid: string;
  promoter_appid: string;
}

function materialBody(key: MaterialKey): Record<string, unknown> {
  return {
    sharer_appid: key.promoter_appid,
    product_id: wireNumber(key.product_id),
    shop_appid: key.shop_appid,
    ...(key.head_supplier_appid ? { head_supplier_appid: key.head_supplier_appid } : {}),
  };
}

const linkReply = wire({ short_link: text, http_short_link: text });
const qrReply = wire({ qrcode_url: text });
const promotionReply = wire({ product_promotion_link: text });

export async function readLink(
  platform: Platform,
  key: MaterialKey,
): Promise<{ short_link: string | null; http_link: string | null }> {
  const reply = await platform.call(`${PROMOTER}/get_product_promotion_link_info`, materialBody(key));
  const { short_link, http_short_link } = linkReply.parse(reply.value);
  return { short_link, http_link: http_short_link };
}

/** Address of the QR picture; how long it lives is not documented, so the picture itself is kept. */
export async function readQr(platform: Platform, key: MaterialKey): Promise<string | null> {
  const reply = await platform.call(`${PROMOTER}/get_product_promotion_qrcode_info`, materialBody(key));
  return qrReply.parse(reply.value).qrcode_url;
}

/** The parameter of the product card in the promoters' mini program; long-lived. */
export async function readPromotionLink(platform: Platform, key: MaterialKey): Promise<string | null> {
  const reply = await platform.call(`${PROMOTER}/get_promoter_single_product_promotion_info`, materialBody(key));
  return promotionReply.parse(reply.value).product_promotion_link;
}
