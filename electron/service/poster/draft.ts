import type { PosterChoices, PosterDraft } from '../../../shared/contract/poster.ts';
import type { ProductKey, ProductRow } from '../../../shared/contract/product.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import type { PosterContent } from '../../../shared/poster.ts';
import { dayOf } from '../../../shared/time.ts';
import type { Context } from '../context.ts';
import { getMaterial } from '../listing/material.ts';
import { readProductRow } from '../product/row.ts';
import { sql } from '../store/sql.ts';
import { checkText } from './banned.ts';
import { posterCode } from './code.ts';
import { posterText } from './text.ts';

export interface Subject {
  product: ProductKey;
  promoter_appid: string;
}

/** What a promoter's poster of a product says. Throws `product.unknown`, `promoter.unknown`. */
export async function posterDraft(context: Context, input: Subject & PosterChoices): Promise<PosterDraft> {
  const { product, promoter_name } = readSubject(context, input);
  const benefits = input.benefits.map(posterText).filter(Boolean);
  const checked = { benefits: benefits.map(checkText), title: checkText(posterText(product.title)), promoter_name };
  try {
    const material = await getMaterial(context, { ...input, refresh: false });
    const code = posterCode(material, input.code);
    if (!code) throw new DeskError('poster.no_code');
    return {
      ...checked,
      content: { ...wordsOf(product, promoter_name), ...pick(input), benefits, code },
      code_error: null,
      code_kind: code.kind,
      code_fetched_at: material.fetched_at,
    };
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    const { code, params } = error;
    return { ...checked, content: null, code_error: { code, params }, code_kind: null, code_fetched_at: null };
  }
}

/** Product row and promoter's name as they stand in the books. */
export function readSubject(context: Context, { product: key, promoter_appid }: Subject) {
  const product = readProductRow(context.store, key, context.now());
  if (!product) throw new DeskError('product.unknown', { product_id: key.product_id });
  const promoter_name = context.store.value<string>(
    sql`select name from promoter where promoter_appid = ${promoter_appid}`,
  );
  if (promoter_name === undefined) throw new DeskError('promoter.unknown', { promoter_appid });
  return { product, promoter_name: posterText(promoter_name) };
}

function pick({ look, size }: PosterChoices): Pick<PosterContent, 'look' | 'size'> {
  return { look, size };
}

/** Posters are read by buyers, so they are Chinese whatever the desk's language. */
function wordsOf(
  product: ProductRow,
  promoter_name: string,
): Omit<PosterContent, 'look' | 'size' | 'benefits' | 'code'> {
  const { price_min_fen, price_max_fen } = product;
  return {
    title: posterText(product.title),
    price_fen: price_min_fen,
    price_from: price_min_fen !== null && price_max_fen !== null && price_max_fen > price_min_fen,
    shop_name: posterText(product.shop_name ?? ''),
    promoter_name,
    image_url: product.image_url,
    call: '长按识别 · 立即购买',
    note: `价格更新于 ${dayOf(product.last_read_at)}，以下单页为准`,
  };
}
