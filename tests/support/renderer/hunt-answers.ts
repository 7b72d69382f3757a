import type { HuntAnswer, HuntVerdict } from '../../../shared/contract/hunt.ts';
import type { Answers } from './answers.ts';
import { DAY, HOUR, NOW, PROMOTERS, SHOPS, sequence } from './invented.ts';
import { countingJob } from './jobs.ts';

const VERDICTS: HuntVerdict[] = [
  'here',
  'other_channel',
  'not_yet_read',
  'quarantined',
  'damaged',
  'not_visible',
  'queued',
  'own_goods',
  'not_in_books',
  'unanswered',
  'here',
  'here',
];

const TITLES = [
  '高山云雾绿茶 250g 罐装 明前特级',
  '加厚珊瑚绒浴巾三件套',
  '风干牛肉干 500g 内蒙古特产 手撕原味香辣双拼礼盒装',
];

function answerFor(given: string, index: number): HuntAnswer {
  const next = sequence(index + 3);
  const verdict = VERDICTS[index % VERDICTS.length]!;
  const inBooks = verdict === 'here' || verdict === 'other_channel';
  return {
    given,
    order_id: verdict === 'damaged' ? `${given.slice(0, 15)}0000` : given,
    verdict,
    rows: inBooks
      ? Array.from({ length: index === 10 ? 2 : 1 }, (_, sku) => ({
          sku_id: `29883341${10 + index + sku}`,
          product_title: TITLES[(index + sku) % 3]!,
          shop_name: SHOPS[index % 4]!,
          channel: verdict === 'other_channel' ? ('talent' as const) : ('promoter' as const),
          promoter_name: verdict === 'other_channel' ? null : PROMOTERS[index % PROMOTERS.length]!,
          order_status: [20, 100, 200, 35][(index + sku) % 4]!,
          commission_status: [20, 100, 200, 20][(index + sku) % 4]!,
          actual_payment_fen: 3900 + next(90_000),
          service_amount_fen: 210 + next(3000),
          created_at: NOW - index * HOUR,
          first_seen_at: NOW - index * HOUR + 900,
        }))
      : [],
    error_code: verdict === 'quarantined' ? 'platform.10024006' : verdict === 'unanswered' ? 'network.timeout' : null,
    quarantined_since: verdict === 'quarantined' ? NOW - 2 * DAY : null,
    hour_at: verdict === 'not_yet_read' ? Math.floor((NOW - 10 * DAY) / HOUR) * HOUR : null,
    candidates: verdict === 'damaged' ? ['3720102088234571011', '3720102088234574877', '3720102088234579120'] : [],
    looked_up: verdict === 'not_visible' || verdict === 'own_goods',
  };
}

const HEADERS = ['序号', '订单编号', '商品', '下单时间', '买家备注', '实付金额'];
const idOf = (index: number) => `37201020882345${(71_011 + index * 1237).toString()}`;
const items = (count: number) => Array.from({ length: count }, (_, index) => ({ given: idOf(index), at: null }));

export const huntAnswers: Answers = {
  'hunt.open_table': ({ input }) => {
    const { name } = input as { name: string };
    if (name.startsWith('broken')) throw { code: 'file.unreadable', params: { file: name } };
    return {
      name,
      headers: HEADERS,
      sample: Array.from({ length: 6 }, (_, index) => [
        String(index + 1),
        idOf(index),
        TITLES[index % 3]!,
        `2026-11-${10 + index} 20:1${index}:33`,
        index === 2 ? '送人的，麻烦包好一点，谢谢老板，发顺丰' : '',
        (39 + index * 17.5).toFixed(2),
      ]),
      rows: 486,
      order_column: name.startsWith('strange') ? null : 1,
      time_column: 3,
    };
  },
  'hunt.read_table': () => ({ items: items(48) }),
  'hunt.read_text': ({ input }) => {
    const found = (input as { text: string }).text.match(/\d{10,}/g) ?? [];
    return { items: [...new Set(found)].map((given) => ({ given, at: null })) };
  },
  'hunt.start': ({ input, send }) => {
    const asked = (input as { items: { given: string }[] }).items;
    return countingJob(
      'hunt',
      {
        total: asked.length,
        step: () => 'platform',
        result: () => asked.map(({ given }, index) => answerFor(given, index)),
      },
      send,
    );
  },
  'hunt.look_up': ({ input }) => ({ ...answerFor((input as { order_id: string }).order_id, 0), looked_up: true }),
};
