import type { Material } from '../../../shared/contract/listing.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import type { RouteParsed } from '../../../shared/contract/routes.ts';
import type { Context } from '../context.ts';
import { type MaterialKey, readLink, readPromotionLink, readQr } from '../platform/endpoints/promoters.ts';
import type { Platform } from '../platform/platform.ts';
import { sql } from '../store/sql.ts';

interface StoredMaterial extends Omit<Material, 'qr_image' | 'from_store'> {
  qr_type: string | null;
  qr_image: Uint8Array | null;
}

/**
 * Links and QR of one promoter for one product: from the store when they are there, from the platform the first time
 * and on `refresh`. When the platform cannot be reached, the stored ones serve (`from_store`).
 * Throws `product.unknown`, `promoter.unknown`, and what the platform or the network said.
 */
export async function getMaterial(context: Context, input: RouteParsed<'listing.material'>): Promise<Material> {
  const { shop_appid, product_id, head_supplier_appid } = input.product;
  const key: MaterialKey = { shop_appid, product_id, head_supplier_appid, promoter_appid: input.promoter_appid };
  const stored = readStored(context, key);
  // Without its picture a QR is worth another try.
  if (stored && !input.refresh && (stored.qr_image || !stored.qr_url)) return toMaterial(stored, false);
  checkKnown(context, key);
  try {
    const read = await readMaterial(context.platform(), key, context.now());
    context.store.transaction(() => write(context, key, read));
    return toMaterial(read, false);
  } catch (error) {
    if (stored && error instanceof DeskError && outOfReach(error)) return toMaterial(stored, true);
    throw error;
  }
}

function outOfReach(error: DeskError): boolean {
  return error.code.startsWith('network.') || error.code === 'credentials.missing';
}

/** A part the platform refuses is left out; nothing at all, or a lost connection, is a failure. */
async function readMaterial(platform: Platform, key: MaterialKey, now: number): Promise<StoredMaterial> {
  const [link, qr, promotion] = await Promise.allSettled([
    readLink(platform, key),
    readQr(platform, key),
    readPromotionLink(platform, key),
  ]);
  const refused = [link, qr, promotion].flatMap((part) => (part.status === 'rejected' ? [part.reason as unknown] : []));
  const grave = refused.find((reason) => !(reason instanceof DeskError) || outOfReach(reason));
  if (grave) throw grave;
  if (refused.length === 3) throw refused[0];
  const qrUrl = qr.status === 'fulfilled' ? qr.value : null;
  const picture = qrUrl === null ? null : await readPicture(platform, qrUrl);
  return {
    short_link: link.status === 'fulfilled' ? link.value.short_link : null,
    http_link: link.status === 'fulfilled' ? link.value.http_link : null,
    promotion_link: promotion.status === 'fulfilled' ? promotion.value : null,
    qr_url: qrUrl,
    qr_type: picture?.type ?? null,
    qr_image: picture?.bytes ?? null,
    fetched_at: now,
  };
}

/** The picture itself, because nobody says how long its address lives; null when it cannot be had now. */
async function readPicture(platform: Platform, url: string): Promise<{ type: string; bytes: Buffer } | null> {
  try {
    const file = await platform.fetchFile(url);
    return file.type.startsWith('image/') ? file : null;
  } catch (error) {
    if (error instanceof DeskError) return null;
    throw error;
  }
}

function checkKnown(context: Context, key: MaterialKey): void {
  const { store } = context;
  if (!store.value(sql`select 1 from product where shop_appid = ${key.shop_appid} and product_id = ${key.product_id}`))
    throw new DeskError('product.unknown', { product_id: key.product_id });
  if (!store.value(sql`select 1 from promoter where promoter_appid = ${key.promoter_appid}`))
    throw new DeskError('promoter.unknown', { promoter_appid: key.promoter_appid });
}

function readStored(context: Context, key: MaterialKey): StoredMaterial | undefined {
  return context.store.get<StoredMaterial>(sql`select short_link, http_link, promotion_link, qr_url, qr_type, qr_image, fetched_at
    from material where shop_appid = ${key.shop_appid} and product_id = ${key.product_id}
      and head_supplier_appid = ${key.head_supplier_appid} and promoter_appid = ${key.promoter_appid}`);
}

function write(context: Context, key: MaterialKey, read: StoredMaterial): void {
  context.store.run(sql`insert or replace into material (shop_appid, product_id, head_supplier_appid, promoter_appid,
      short_link, http_link, qr_url, qr_type, qr_image, promotion_link, fetched_at)
    values (${key.shop_appid}, ${key.product_id}, ${key.head_supplier_appid}, ${key.promoter_appid}, ${read.short_link},
      ${read.http_link}, ${read.qr_url}, ${read.qr_type}, ${read.qr_image}, ${read.promotion_link}, ${read.fetched_at})`);
}

function toMaterial({ qr_type, qr_image, ...stored }: StoredMaterial, fromStore: boolean): Material {
  const image = qr_image && qr_type ? `data:${qr_type};base64,${Buffer.from(qr_image).toString('base64')}` : null;
  return { ...stored, qr_image: image, from_store: fromStore };
}
