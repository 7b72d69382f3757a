import type { Draw } from './draw.ts';

/** Names as they come: mostly plain Chinese, some with everything a search or a file format can stumble over. */

const PLACES = '云南 福建 西湖 新疆 东北 川渝 阳澄湖 武夷山 五常 赣南 烟台 普洱 安溪 宁夏 海南 大理 潮汕 舟山'.split(
  ' ',
);
const GOODS =
  '龙井茶叶 红富士苹果 大闸蟹 手工挂面 羊绒围巾 保温水杯 儿童绘本 玻尿酸面膜 坚果礼盒 五常大米 橄榄油 蓝牙耳机 空气炸锅 纯棉毛巾 冻干草莓 洗衣凝珠 瑜伽垫 牛肉干 蜂蜜柚子茶 折叠雨伞'.split(
    ' ',
  );
const KINDS = '明前 特级 有机 手作 新款 加厚 家用 便携 原切 古法 轻薄 现摘'.split(' ');
const PACKS =
  '250g 罐装礼盒装|500g*2袋|3件套 送礼长辈|家庭装 1.5L|单件|10片/盒|5斤 顺丰包邮|12支装|XL 大码|2025 秋冬款'.split('|');
const SHOPS = '旗舰店 专营店 农产品店 生活馆 优选小店 工厂店 官方店 食品专卖店'.split(' ');
const SURNAMES = [...'王李张刘陈杨黄赵周吴徐孙马朱胡林郭何高罗'];
const GIVEN = [...'伟芳娜敏静丽强磊洋艳勇军杰娟涛明超秀霞平刚桂英华玉兰飞红梅雪晨曦宇轩子涵诗琪一诺思远'];
const NICK = '小铺 好物 严选 妈妈 分享 团长 的日常 爱生活 推荐官 甄选'.split(' ');

/** What NFKD, quoting, patterns, formulas and encodings do to a name is what breaks programs. */
const ODD = [
  'ＡＢＣ１２３',
  'Café Müller',
  'naïve Ångström',
  '🍵',
  '👩‍👩‍👧 一家',
  '"引号"',
  "O'Neil",
  '100% 纯棉',
  'a_b',
  '\\反斜杠',
  '=1+1',
  '@小号',
  '①号店',
  'ﾊﾝｶｸ ｶﾅ',
  '㎏装',
  '𠮷野家',
  'ﬁne',
  '【限时】',
  'Ⅷ代',
  'tab\there',
];

export function shopName(draw: Draw): string {
  return odd(draw, `${draw.of(PLACES)}${draw.of(GOODS).slice(-2)}${draw.of(SHOPS)}`);
}

export function productTitle(draw: Draw): string {
  return odd(draw, `${draw.of(KINDS)}${draw.of(PLACES)}${draw.of(GOODS)} ${draw.of(PACKS)}`);
}

export function personName(draw: Draw): string {
  const shape = draw.next();
  if (shape < 0.02) return '-';
  if (shape < 0.04) return '';
  const person = `${draw.of(SURNAMES)}${draw.of(GIVEN)}${draw.chance(0.5) ? draw.of(GIVEN) : ''}`;
  if (shape < 0.5) return odd(draw, person);
  if (shape < 0.6) return `z${draw.below(1_000_000).toString(36)}`;
  return odd(draw, `${person}${draw.of(NICK)}`);
}

function odd(draw: Draw, name: string): string {
  if (!draw.chance(0.2)) return name;
  const part = draw.of(ODD);
  const shape = draw.below(4);
  return shape === 0 ? part : shape === 1 ? `${part}${name}` : shape === 2 ? `${name} ${part}` : `${name}${part}`;
}
