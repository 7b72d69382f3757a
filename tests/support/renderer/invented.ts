/** Names and numbers as untidy as real ones; the same on every run. */
export const NOW = Math.floor(Date.now() / 1000);
export const HOUR = 3600;
export const DAY = 86_400;
export const GIB = 1024 ** 3;

export const SHOPS = [
  '云岭茶叶旗舰店',
  '小满家居生活馆',
  '内蒙古呼伦贝尔大草原生态牧业有限公司优选联盟官方旗舰店（锡林郭勒分仓）',
  '阿婆手作零食',
  '海岛渔家鲜活水产',
  'LuLu&Co. Kids',
  '山野集·有机粮油',
  '半亩花田护肤专营',
  '老陈记',
  '晨曦文具',
  '秦岭蜂场',
  '一颗牙母婴',
] as const;

export const PROMOTERS = [
  '甜甜妈妈',
  '-',
  '老王严选 🛒',
  '阿Ken说好物',
  '',
  '城东团长·李姐（每日九点开团，勿扰）',
  '=小鱼',
  'Mia',
];

/** A small linear generator: enough for rows that look alive. */
export function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

export const appid = (kind: string, index: number) =>
  `wx${kind}${(0x1f3a5c7e + index * 7919).toString(16).padStart(14, '0')}`.slice(0, 18);
