import { draws } from './draw.ts';
import { personName, productTitle, shopName } from './words.ts';

/** Who and what the orders are about; fixed, so that worlds of any size are about the same people. */

export const NOW = 1_795_000_000;
export const SPAN_SECONDS = 730 * 86_400;

export interface Named {
  /** Since when it is called so, oldest first. */
  names: { from: number; name: string }[];
}

export interface Shop extends Named {
  appid: string;
}

export interface Product extends Named {
  id: string;
  shop: Shop;
  price: number;
  ratios: { from: number; ratio: number }[];
  /** The plans it is offered under, with their service fee rates now; none: we never read it. */
  plans: { type: number; ratio: number }[];
}

export interface Promoter extends Named {
  appid: string;
  openId: string;
  ratio: number;
  /** 0 the platform pays, 1 the institution, null not said; undefined: in no directory of ours. */
  payer: number | null | undefined;
}

export interface Talent extends Named {
  appid: string | null;
  openFinderId: string | null;
}

export interface Parties {
  shops: Shop[];
  products: Product[];
  promoters: Promoter[];
  talents: Talent[];
}

const RATIOS = [0, 5000, 10_000, 20_000, 33_333, 50_000, 80_000, 100_000, 120_000, 150_000, 200_000, 333_333];

const draw = draws(4711);

function called(first: string, later: () => string, share: number): Named['names'] {
  const names = [{ from: 0, name: first }];
  while (names.length < 4 && draw.chance(share)) names.push({ from: NOW - draw.below(SPAN_SECONDS), name: later() });
  return names.sort((a, b) => a.from - b.from);
}

function id(text: string, number: number, digits: number): string {
  return `${text}${String(number).padStart(digits, '0')}`;
}

function shop(index: number): Shop {
  return { appid: id('wxshop', index, 12), names: called(shopName(draw), () => shopName(draw), 0.25) };
}

function product(index: number, shops: readonly Shop[]): Product {
  const title = productTitle(draw);
  const first = draw.of(RATIOS);
  const ratios = [{ from: 0, ratio: first }];
  if (draw.chance(0.1)) ratios.push({ from: NOW - draw.below(SPAN_SECONDS), ratio: draw.of(RATIOS) });
  const now = ratios.at(-1)!.ratio;
  const plans = draw.chance(0.2) ? [] : [{ type: 1 + draw.below(4), ratio: now }];
  const second = 1 + draw.below(4);
  if (plans.length && plans[0]!.type !== second && draw.chance(0.4))
    plans.push({ type: second, ratio: draw.chance(0.3) ? now : draw.of(RATIOS) });
  return {
    id: String(10_000_123_000_000 + index * 7),
    shop: shops[draw.rank(shops.length)]!,
    names: called(title, () => (draw.chance(0.5) ? `${title} 升级版` : productTitle(draw)), 0.06),
    price: 190 + draw.below(50_000),
    ratios,
    plans,
  };
}

function promoter(index: number): Promoter {
  const payer = draw.next();
  return {
    appid: id('wxpromoter', index, 8),
    openId: `s${id('sharer', index, 10)}`,
    names: called(personName(draw), () => personName(draw), 0.1),
    ratio: draw.of([100_000, 300_000, 500_000, 700_000, 1_000_000]),
    payer: payer < 0.6 ? 0 : payer < 0.85 ? 1 : payer < 0.92 ? null : undefined,
  };
}

function talent(index: number): Talent {
  const shape = draw.next();
  const names = called(personName(draw), () => personName(draw), 0.1);
  return {
    appid: shape < 0.6 ? id('wxtalent', index, 8) : null,
    openFinderId: shape < 0.9 ? id('f', index, 12) : null,
    // Known by the name alone: another name would be another talent.
    names: shape < 0.9 ? names : [{ from: 0, name: `${names[0]!.name}${index}` }],
  };
}

const shops = Array.from({ length: 40 }, (_, index) => shop(index));

export const PARTIES: Parties = {
  shops,
  products: Array.from({ length: 5000 }, (_, index) => product(index, shops)),
  promoters: Array.from({ length: 2000 }, (_, index) => promoter(index)),
  talents: Array.from({ length: 300 }, (_, index) => talent(index)),
};

export function nameAt({ names }: Named, at: number): string {
  let name = names[0]!.name;
  for (let index = 1; index < names.length && names[index]!.from <= at; index += 1) name = names[index]!.name;
  return name;
}
