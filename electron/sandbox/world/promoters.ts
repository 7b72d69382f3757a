import { DAY } from '../clock.ts';
import { mix, Random } from '../random.ts';
import type { Change } from './history.ts';
import { HARD_NAMES, personName } from './words.ts';

/** How a promoter is paid: 0 by the platform out of our fee, 1 by us outside the platform. */
export interface Split {
  type: 0 | 1;
  /** ppm of our service fee; a filler (1 or 0) under type 1. */
  ratio: number;
}

export interface Promoter {
  number: number;
  appid: string;
  /** openid in the mini program bound to the institution. */
  openid: string;
  opensharerid: string;
  nickname: string;
  bindTime: number;
  unbindTime: number | null;
  splits: Change<Split>[];
  /** Split for one product, ppm of our service fee, by product id. */
  productSplits: Map<string, Change<number>[]>;
}

export interface Talent {
  number: number;
  appid: string;
  nickname: string;
  opentalentid: string;
  openfinderid: string;
  finderId: string;
  finderName: string;
  bindTime: number;
  /** Before this instant the talent is still a Channels account (finder_info), from then on talent_info. */
  upgradedAt: number;
  /** Whether a content cooperation lets our promoters spread this talent's content. */
  content: boolean;
}

const PROMOTERS = 300;
const TALENTS = 64;

export function buildPromoters(seed: number, anchor: number): Promoter[] {
  return Array.from({ length: PROMOTERS }, (_, number) => {
    const random = new Random(mix(seed, number));
    // Most were there before the first order; some came in since, the last few this week.
    const age = number < 240 ? random.int(101, 400) : number < 295 ? random.int(3, 100) : random.int(0, 2);
    // Every thirteenth name is a hard one, spread so that busy promoters have them too.
    const hard = number % 13 === 5 ? HARD_NAMES[Math.floor(number / 13)] : undefined;
    return promoterOf(random, number, hard ?? personName(random), anchor - age * DAY - random.int(0, DAY));
  });
}

export function promoterOf(random: Random, number: number, nickname: string, bindTime: number): Promoter {
  const type = random.chance(0.35) ? 1 : 0;
  const ratio =
    type === 1
      ? random.int(0, 1)
      : random.chance(0.08)
        ? 333_330
        : random.pick([30, 40, 50, 50, 60, 70, 80, 90, 100]) * 10_000;
  return {
    number,
    appid: `wx${random.hex(16)}`,
    openid: `o${random.hex(27)}`,
    opensharerid: `os_${random.hex(24)}`,
    nickname,
    bindTime,
    unbindTime: null,
    splits: [{ at: 0, value: { type, ratio } }],
    productSplits: new Map(),
  };
}

export function buildTalents(seed: number, anchor: number): Talent[] {
  return Array.from({ length: TALENTS }, (_, number) => {
    const random = new Random(mix(seed, number));
    const fate = random.unit();
    const upgradedAt = fate < 0.6 ? 0 : fate < 0.8 ? anchor - random.int(10, 60) * DAY : Number.MAX_SAFE_INTEGER;
    return {
      number,
      appid: `wx${random.hex(16)}`,
      // The new identity can carry a generated letter string where the Channels name was a real one.
      nickname: random.chance(0.3)
        ? `z${random.digits(4)}${random.pick(['nn', 'ab', 'kx'])}`
        : `${personName(random)}直播间`,
      opentalentid: `ot_${random.hex(24)}`,
      openfinderid: `of_${random.hex(24)}`,
      finderId: `v2_${random.hex(32)}@finder`,
      finderName: `${personName(random)}`,
      bindTime: anchor - random.int(120, 500) * DAY,
      upgradedAt,
      content: number < 24,
    };
  });
}
