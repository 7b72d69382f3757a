/** Words the world is named with: goods by category, brands, people. All invented. */

export interface GoodsFamily {
  /** Category ids are uint64; two of them stand above 2^53, as in the platform's own sample. */
  categoryId: string;
  category: string;
  /** Drawn on pictures: a character every Chinese font has. */
  glyph: string;
  colour: string;
  brands: readonly string[];
  nouns: readonly string[];
  specs: readonly string[];
  /** Lowest and highest ordinary price, fen. */
  price: readonly [number, number];
}

export const FAMILIES: readonly GoodsFamily[] = [
  {
    categoryId: '10000111',
    category: '茶叶饮品',
    glyph: '茶',
    colour: '#7c9a5e',
    brands: ['云上白', '闽山里', '春分茶社', '老徐家'],
    nouns: ['安吉白茶', '福鼎白茶饼', '凤凰单丛', '正山小种', '茉莉花茶', '陈皮普洱小青柑', '冷泡乌龙茶包', '明前龙井'],
    specs: ['250g罐装', '50g尝鲜装', '500g礼盒', '20包独立装', '357g饼茶'],
    price: [1990, 39900],
  },
  {
    categoryId: '10000213',
    category: '休闲零食',
    glyph: '零',
    colour: '#c98b4b',
    brands: ['果然多', '阿公铺子', '嘎嘣记', '小满零食'],
    nouns: ['每日坚果', '手撕牛肉干', '海苔肉松卷', '冻干草莓脆', '盐焗腰果', '蛋黄酥', '麻辣鱿鱼丝', '山楂条'],
    specs: ['750g大礼包', '30小袋', '108g×3罐', '500g家庭装', '尝鲜装'],
    price: [990, 12900],
  },
  {
    categoryId: '10000377',
    category: '生鲜水果',
    glyph: '果',
    colour: '#e08a2e',
    brands: ['果园日记', '山里红', '鲜达果业', '南枝'],
    nouns: ['赣南脐橙', '洛川苹果', '海南贵妃芒', '阳光玫瑰葡萄', '丹东草莓', '攀枝花凯特芒', '云南蓝莓', '五常大米'],
    specs: ['5斤装', '净重9斤', '大果12枚', '4盒×125g', '10斤真空装'],
    price: [1980, 16900],
  },
  {
    categoryId: '9007199254741077',
    category: '美妆护肤',
    glyph: '妍',
    colour: '#c77e9b',
    brands: ['沐禾', '初见肌', '棠小梨', '微漾'],
    nouns: [
      '氨基酸洗面奶',
      '烟酰胺精华液',
      '清爽防晒霜SPF50+',
      '玻尿酸面膜',
      '护手霜礼盒',
      '哑光口红',
      '植物染发膏',
      '修护眼霜',
    ],
    specs: ['120g', '30ml×2', '50ml', '10片装', '四支装', '正装+小样'],
    price: [2990, 32900],
  },
  {
    categoryId: '10000592',
    category: '居家日用',
    glyph: '居',
    colour: '#5b8fa8',
    brands: ['家有暖阳', '洁小白', '素木', '好日子'],
    nouns: ['加厚抽纸', '洗衣凝珠', '真空压缩袋', '硅藻泥地垫', '竹纤维毛巾', '保温杯', '厨房湿巾', '免打孔置物架'],
    specs: ['40包整箱', '100颗', '大号6件套', '40×60cm', '5条装', '500ml'],
    price: [890, 15900],
  },
  {
    categoryId: '10000648',
    category: '母婴童装',
    glyph: '童',
    colour: '#d9a441',
    brands: ['小豆芽', '棉花堡', '奇奇熊', '童年树'],
    nouns: ['纯棉连体衣', '儿童保温水壶', '拉拉裤', '绘本套装', '婴儿湿巾', '儿童羽绒服', '早教拼图', '宝宝辅食面条'],
    specs: ['59-90码', '600ml', 'XL码48片', '全10册', '80抽×10包', '110-160cm'],
    price: [1590, 39900],
  },
  {
    categoryId: '10000733',
    category: '服饰内衣',
    glyph: '衣',
    colour: '#8a78b8',
    brands: ['素衣坊', '南山织造', '轻禾', '雅莱'],
    nouns: [
      '桑蚕丝衬衫',
      '纯棉四季袜',
      '无尺码内衣',
      '羊毛针织开衫',
      '冰丝防晒衣',
      '高腰牛仔裤',
      '羽绒马甲',
      '真丝睡衣',
    ],
    specs: ['S-2XL', '10双装', '2件装', '均码', '男女同款', '165/88A'],
    price: [2990, 59900],
  },
  {
    categoryId: '10000819',
    category: '数码家电',
    glyph: '电',
    colour: '#566b8c',
    brands: ['简电', '声屿', '炊小匠', '北辰'],
    nouns: ['蓝牙降噪耳机', '便携榨汁杯', '空气炸锅', '氮化镓充电器', '筋膜枪', '电动牙刷', '小型加湿器', '手持挂烫机'],
    specs: ['升级款', '4.5L', '65W', '月光白', '6档可调', '2刷头'],
    price: [4900, 89900],
  },
  {
    categoryId: '10000950',
    category: '图书文具',
    glyph: '书',
    colour: '#a35d4f',
    brands: ['读山书局', '知了文创', '墨白', '开卷'],
    nouns: [
      '少年读史记',
      '给孩子的科学实验',
      '钢笔礼盒',
      '手账本套装',
      '成语故事大全',
      '数学思维训练',
      '水彩颜料',
      '错题打印纸',
    ],
    specs: ['全5册', '套装4本', '36色', '彩绘注音版', '20卷'],
    price: [1280, 25900],
  },
  {
    categoryId: '18014398509482033',
    category: '滋补养生',
    glyph: '养',
    colour: '#b0773a',
    brands: ['参先生', '本草阁', '蜂之语', '和顺堂'],
    nouns: ['即食燕窝', '长白山蜂蜜', '枸杞原浆', '黑芝麻丸', '阿胶糕', '石斛粉', '红枣桂圆茶', '鲜炖花胶'],
    specs: ['70g×6瓶', '500g×2', '30ml×30袋', '108g×3罐', '500g礼盒', '12包'],
    price: [3900, 99900],
  },
];

export const TITLE_HEADS = [
  '',
  '【产地直发】',
  '【限时立减】',
  '【助农】',
  '新品 ',
  '【买2送1】',
  '老顾客推荐 ',
  '【48小时发货】',
];
export const TITLE_TAILS = ['', ' 官方正品', ' 送礼自用', ' 顺丰包邮', ' 全家适用', ' 当季新货', ' 高性价比'];
export const SHOP_KINDS = ['旗舰店', '专营店', '官方店', '优选铺', '食品店', '生活馆'];
export const ATTRIBUTES = ['规格', '颜色', '口味', '尺码'];

export const SUPPLIERS = ['聚优供应链机构', '南风选品', '星选联盟机构', '万物好货MCN', '蓝鲸供应链', '橙果机构'];
export const RESELLERS = ['小象帮卖', '群优帮卖团', '邻里好物帮卖', '百川分销'];

const FAMILY_NAMES = [...'王李张刘陈杨黄赵周吴徐孙马朱胡林郭何高罗'];
const GIVEN = [
  '小雨',
  '思思',
  '建国',
  '晓梅',
  '子涵',
  '阿莲',
  '大鹏',
  '静怡',
  '志强',
  '悦悦',
  '春花',
  '宇航',
  '佳琪',
  '丽君',
  '浩然',
];
const HABITS = ['的好物分享', '严选', '妈妈日记', '爱生活', '折扣屋', '吃喝指南', '小店', '带你省钱', '私房清单', ''];

/** Nicknames that break naive exports: empty, formula, separators, sheet-name characters, emoji, very long. */
export const HARD_NAMES = [
  '-',
  '',
  '=SUM(A1:A9)',
  '+86 代购',
  '@小艾',
  '好物/分享/2026',
  'A:B[优选]*?',
  '🌸小暖🌸',
  '👩‍👩‍👧‍👦一家人',
  '"引号"与,逗号',
  "O'Neil 选品",
  '换行\n名字',
  ' 前后空格 ',
  '一只想要把全世界所有好吃好玩好用的东西都分享给每一位街坊邻居亲戚朋友同学同事的热心推客老王本王就是我没错了',
  'é́́́组合字符',
  '\u202e反向文字',
  '王小雨的好物分享',
  '王小雨的好物分享',
  '王小雨的好物分享',
  'NULL',
  '0012345',
  '1e10',
];

interface Picker {
  pick<T>(list: readonly T[]): T;
}

export function personName(random: Picker): string {
  return random.pick(FAMILY_NAMES) + random.pick(GIVEN) + random.pick(HABITS);
}
