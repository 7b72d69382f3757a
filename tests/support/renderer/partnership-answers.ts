import type { PartnershipCard, PartnershipRow } from '../../../shared/contract/partnership.ts';
import type { Answers, Asked } from './answers.ts';
import { appid, DAY, HOUR, NOW, SHOPS, sequence } from './invented.ts';

const next = sequence(11);
const rows: PartnershipRow[] = Array.from({ length: 40 }, (_, index) => {
  const status = index < 5 ? 1 : index < 30 ? 2 : index < 33 ? 3 : index < 36 ? 4 : index < 39 ? 5 : 9;
  return {
    shop_appid: appid('a1', index),
    shop_name:
      index < SHOPS.length
        ? SHOPS[index]!
        : index === 20
          ? '-'
          : `${SHOPS[index % SHOPS.length]!.slice(0, 6)}${index} 店`,
    logo_url: null,
    status,
    approved_at: status === 2 || status === 5 ? NOW - (40 + index * 3) * DAY : null,
    first_seen_at: NOW - index * 31 * HOUR,
    status_seen_at: NOW - index * 20 * HOUR,
    not_seen_since: index === 31 ? NOW - 4 * DAY : null,
    gmv_fen: status === 2 || status === 5 ? 100_000_00 + next(900_000_00) : null,
    settled_fen: status === 2 || status === 5 ? next(90_000_00) : null,
    unsettled_fen: status === 2 ? next(20_000_00) : null,
    product_count: status === 2 ? next(60) : null,
    pending_decision: index === 3 ? 'accept' : null,
  };
});

function card({ input }: Asked): PartnershipCard {
  const row = rows.find((one) => one.shop_appid === (input as { shop_appid: string }).shop_appid);
  if (!row) throw { code: 'partnership.unknown', params: {} };
  const ended = row.status === 5;
  return {
    ...row,
    product_count_today: row.product_count === null ? null : Math.floor(row.product_count / 2),
    sold_product_count_today: row.product_count === null ? null : Math.floor(row.product_count / 9),
    states: [
      ...(row.status === 1 ? [] : [{ status: row.status, seen_at: row.status_seen_at }]),
      ...(ended ? [{ status: 2, seen_at: row.approved_at! }] : []),
      { status: 1, seen_at: row.first_seen_at - 90 * DAY },
    ],
    decisions:
      row.status === 1
        ? []
        : [
            {
              decided_at: row.status_seen_at - 40,
              staff: '林晓',
              decision: row.status === 3 ? 'refuse' : 'accept',
              note: '和商家李经理电话确认：服务费 8% 起，\n双十二前不降价。',
              outcome: 'verified',
              error_code: null,
            },
            {
              decided_at: row.status_seen_at - 4000,
              staff: '陈默',
              decision: 'accept',
              note: '',
              outcome: 'failed',
              error_code: 'platform.45011',
            },
          ],
    accounts: [
      { account_id: 'sphA1b2C3d4E5f6', name: `${row.shop_name}直播间`, type: 1 },
      { account_id: 'gh_3c0f9a7712de', name: '官方公众号', type: 4 },
      { account_id: 'xx_9', name: '未知账号', type: 9 },
    ],
    history: {
      rows: 1284,
      paid_rows: 1251,
      refunded_rows: 88,
      settled_rows: 903,
      cancelled_rows: 97,
      actual_payment_fen: 18_320_455,
      service_amount_fen: 1_465_636,
      settle_days: { median: 14, nine_of_ten: 23 },
      channels: [
        { channel: 'promoter', rows: 1100, service_amount_fen: 1_200_000 },
        { channel: 'talent', rows: 184, service_amount_fen: 265_636 },
      ],
      fees_lowered: 1,
    },
    promotable_products: row.product_count ?? 0,
  };
}

export const partnershipAnswers: Answers = {
  'partnership.list': ({ input, scenario }) => {
    const { status, search } = input as { status?: number; search?: string };
    const all =
      scenario === 'empty' || scenario === 'fresh'
        ? []
        : rows.filter((row) => !search || row.shop_name.includes(search) || row.shop_appid.includes(search));
    const found = all.filter((row) => status === undefined || row.status === status);
    const counts = new Map<number, number>();
    for (const row of all) counts.set(row.status, (counts.get(row.status) ?? 0) + 1);
    return {
      rows: found,
      next_cursor: null,
      total: found.length,
      by_status: [...counts].map(([one, count]) => ({ status: one, rows: count })),
    };
  },
  'partnership.get': card,
  'partnership.decide': ({ input, send }) => {
    const { shop_appid, decision } = input as { shop_appid: string; decision: 'accept' | 'refuse' };
    const row = rows.find((one) => one.shop_appid === shop_appid);
    if (!row) throw { code: 'partnership.unknown', params: {} };
    if (row === rows[1]) {
      row.pending_decision = decision;
      send({ kind: 'event', event: 'data.changed', data: { topics: ['partnerships'] } });
      return { outcome: 'console', status: 1, console_url: 'https://store.weixin.qq.com/' };
    }
    row.status = decision === 'accept' ? 2 : 3;
    row.status_seen_at = NOW;
    send({ kind: 'event', event: 'data.changed', data: { topics: ['partnerships'] } });
    return { outcome: 'verified', status: row.status, console_url: null };
  },
};
