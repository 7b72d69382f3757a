import type { RouteOutput, RouteParsed } from '../../../shared/contract/routes.ts';
import { formatFen } from '../../../shared/money.ts';
import type { Context } from '../context.ts';
import { getMaterial } from '../listing/material.ts';
import { readSetting, writeSetting } from '../store/setting.ts';
import { checkText } from './banned.ts';
import { readSubject } from './draft.ts';
import { posterText } from './text.ts';

const SETTING = 'share_template';
const FIRST = '{{商品}}\n{{卖点}}\n店铺：{{小店}}\n到手 ¥{{价格}}\n{{推客}} 推荐，点链接购买：{{链接}}';

/** The text that goes with a promoter's link. Throws `product.unknown`, `promoter.unknown`, and what the platform said. */
export async function shareText(
  context: Context,
  input: RouteParsed<'poster.share_text'>,
): Promise<RouteOutput<'poster.share_text'>> {
  const { product, promoter_name } = readSubject(context, input);
  const material = await getMaterial(context, { ...input, refresh: false });
  const { price_min_fen: least, price_max_fen: most } = product;
  const from = least !== null && most !== null && most > least ? ' 起' : '';
  const template = readTemplate(context);
  const text = fill(template, {
    商品: posterText(product.title),
    小店: posterText(product.shop_name ?? ''),
    价格: least === null ? '' : formatFen(least) + from,
    卖点: input.benefits.map(posterText).filter(Boolean).join('，'),
    推客: promoter_name,
    链接: material.http_link ?? material.short_link ?? '',
  });
  return { ...checkText(text), template };
}

export function readTemplate({ store }: Context): string {
  return readSetting(store, SETTING) ?? FIRST;
}

export function keepTemplate(context: Context, template: string | null): { template: string } {
  writeSetting(context.store, SETTING, template);
  context.changed('listings');
  return { template: readTemplate(context) };
}

/** A line none of whose values is known is left out; words staff put in braces that name nothing stay as they are. */
export function fill(template: string, values: Record<string, string>): string {
  const lines = template.split('\n').flatMap((line) => {
    const named = [...line.matchAll(/\{\{(.+?)\}\}/g)].map((match) => match[1]!).filter((name) => name in values);
    if (named.length > 0 && named.every((name) => values[name] === '')) return [];
    return [line.replace(/\{\{(.+?)\}\}/g, (whole, name: string) => values[name] ?? whole)];
  });
  return lines.join('\n');
}
