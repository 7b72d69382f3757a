import type { Channel } from '../../../shared/channel.ts';
import type { DeskStatus, Overview } from '../../../shared/contract/desk.ts';
import { addDays, dayOf, periodOf } from '../../../shared/time.ts';
import type { Answers, Asked } from './answers.ts';
import { appid, DAY, HOUR, NOW, PROMOTERS, SHOPS, sequence } from './invented.ts';

function status({ scenario }: Asked): DeskStatus {
  const empty = scenario === 'empty' || scenario === 'fresh';
  const offline = scenario === 'offline';
  return {
    institution: {
      name: scenario === 'fresh' ? '' : '杭州云帆优选供应链管理有限公司',
      app_id: scenario === 'fresh' ? null : 'wx5b1e0c9f7a2d4e68',
      demo: scenario !== 'fresh',
    },
    connected: scenario !== 'fresh',
    base_url: 'http://127.0.0.1:4010',
    known_as_of: empty ? null : offline || scenario === 'refused' ? NOW - 2 * DAY : NOW - 14 * 60,
    last_reached_at: empty ? null : offline ? NOW - 2 * DAY : NOW - 13 * 60,
    last_failure: offline
      ? { at: NOW - 60, code: 'network.unreachable', params: { address: 'http://127.0.0.1:4010' } }
      : null,
    staff: '林晓',
    counts: empty
      ? { orders: 0, promotable_products: 0, listings: 0, promoters: 0, partnerships: 0, open_invitations: 0 }
      : {
          orders: 20_431,
          promotable_products: 612,
          listings: 48,
          promoters: 300,
          partnerships: 40,
          open_invitations: 5,
        },
    version: '0.1.0',
  };
}

function overview({ scenario }: Asked): Overview {
  const today = dayOf(NOW);
  const empty = scenario === 'empty' || scenario === 'fresh';
  const next = sequence(7);
  const channels: Channel[] = ['promoter', 'talent', 'unknown:7'];
  const days = Array.from({ length: 30 }, (_, index) =>
    channels.map((channel, at) => {
      const rows = at === 2 ? (index % 9 === 0 ? 3 : 0) : 40 + next(90) + (index % 7 > 4 ? 60 : 0);
      const paid = rows * (3000 + next(5000));
      return {
        day: addDays(today, index - 29),
        channel,
        rows,
        actual_payment_fen: paid,
        service_amount_fen: Math.floor(paid * 0.08),
      };
    }),
  ).flat();
  return {
    today,
    days: empty ? [] : days,
    month: empty
      ? { period: periodOf(NOW), settled_fen: 0, settled_rows: 0, unsettled_fen: 0, unsettled_rows: 0 }
      : {
          period: periodOf(NOW),
          settled_fen: 128_340_217,
          settled_rows: 4812,
          unsettled_fen: 61_220_905,
          unsettled_rows: 2977,
        },
    open_invitations: empty
      ? []
      : SHOPS.slice(0, 5).map((shop_name, index) => ({
          shop_appid: appid('a1', index),
          shop_name,
          first_seen_at: NOW - index * 31 * HOUR,
        })),
    plans_ending_count: empty ? 0 : 2,
    plans_ending: empty
      ? []
      : Array.from({ length: 6 }, (_, index) => ({
          shop_appid: appid('a1', index),
          product_id: `100000${(84_213_377_001 + index * 13).toString()}`,
          plan_type: (index % 4) + 1,
          head_supplier_appid: '',
          title: [
            '高山云雾绿茶 250g 罐装 明前特级',
            '加厚珊瑚绒浴巾三件套',
            '风干牛肉干 500g 内蒙古特产 手撕原味香辣双拼礼盒装',
            '手工麻花',
            '冷冻大黄鱼 6 条装',
            '儿童防晒衣',
          ][index]!,
          plan_end_at: NOW + (index + 1) * 27 * HOUR,
          listed: index % 2 === 0,
        })),
    top_promoters: empty
      ? []
      : PROMOTERS.map((name, index) => ({
          promoter_appid: appid('c3', index),
          name,
          rows: 900 - index * 97,
          actual_payment_fen: 9_812_300 - index * 1_034_117,
        })),
    quarantined: empty ? 0 : 3,
  };
}

export const deskAnswers: Answers = {
  'desk.status': status,
  'desk.overview': overview,
  'desk.set_staff': ({ input }) => ({ staff: (input as { staff: string }).staff }),
  'job.list': () => [],
  'listing.feed': () => ({
    target: { kind: 'folder', folder: '/home/staff/货架数据' },
    last_written_at: NOW - 3 * HOUR,
    last_error: null,
    items: 48,
    revision: 17,
  }),
  'listing.set_feed_target': () => ({ written: 48 }),
  'listing.write_feed': () => ({ written: 48, revision: 18 }),
};
