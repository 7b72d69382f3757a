import { chainParties } from '../../../electron/service/order/chain.ts';
import { changedPaths } from '../../../electron/service/order/changed-paths.ts';
import { chainChecks } from '../../../electron/service/order/checks.ts';
import { deriveFigures, type EarlierStates } from '../../../electron/service/order/derive.ts';
import { readOrderState } from '../../../electron/service/platform/endpoints/orders.ts';
import { payerBook } from '../../../electron/service/settlement/payer.ts';
import { ruleBook } from '../../../electron/service/settlement/split-rule.ts';
import type { OrderNote, OrderPage, OrderRow, OrderVersion } from '../../../shared/contract/order.ts';
import type { ReviewEvent } from '../../../shared/contract/review.ts';
import type { Unix } from '../../../shared/time.ts';
import type { Answers, Asked } from './answers.ts';
import { DAY, HOUR, NOW } from './invented.ts';
import { orderBook } from './order-answers.ts';
import { lookedAt } from './rule-answers.ts';

/**
 * Pages of single orders: replies in the documented shape, read by the service's own functions. The first rows of the
 * book play the cases worth looking at; every other row gets a plain page of its own figures.
 */
const OWN = 'wx5b1e0c9f7a2d4e68';

interface Case {
  /** The states in time, each a reply's commission_info with the payment and both statuses. */
  states: { at: Unix; payment: number; order: number; commission: number; info: object }[];
  payer?: 0 | 1;
}

const full = { promotion_channel: 1, service_ratio: 100_000, service_total_amount: 1000, platform_amount: 0 };
const reseller = {
  sub_agency_info: { appid: 'wxe5000001f3a5c7e1', nickname: '聚力帮卖（杭州）', ratio: 60_000, amount: 600 },
};
const talent = {
  talent_info: { talent_appid: 'wxd4000001f3a5c7e2', nickname: '小周的厨房', ratio: 40_000, amount: 400 },
};
const agency = (appid: string, amount = 200) => ({
  promoter_agency_info: {
    appid,
    nickname: appid === OWN ? '杭州云帆优选供应链' : '众推推客机构',
    ratio: amount * 100,
    amount,
  },
});
const promoter = (amount = 100, ratio = 10_000) => ({
  sharer_info: { sharer_appid: 'wxc3000001f3a5c7e3', nickname: '甜甜妈妈', ratio, amount },
});
const START = NOW - 19 * DAY;

const CASES: Case[] = [
  {
    states: [
      { at: START, payment: 10_000, order: 10, commission: 20, info: { ...full, service_amount: 400 } },
      ...[20, 30, 100].map((order, step) => ({
        at: START + (step * 3 + 0.2) * DAY,
        payment: 10_000,
        order,
        commission: 20,
        info: { ...full, service_amount: 400, ...reseller, ...talent, ...agency('wxab'), ...promoter() },
      })),
      {
        at: START + 16 * DAY,
        payment: 10_000,
        order: 100,
        commission: 100,
        info: {
          ...full,
          service_amount: 400,
          profit_sharding_suc_time: START + 16 * DAY,
          ...reseller,
          ...talent,
          ...agency('wxab'),
          ...promoter(),
        },
      },
    ],
  },
  {
    payer: 1,
    states: [
      {
        at: START,
        payment: 10_000,
        order: 30,
        commission: 20,
        info: { ...full, service_amount: 500, ...reseller, ...agency(OWN), ...promoter(0, 0) },
      },
    ].map((state) => ({ ...state, info: { ...state.info, service_amount: 600 } })),
  },
  {
    states: [
      {
        at: START,
        payment: 12_990,
        order: 20,
        commission: 20,
        info: {
          promotion_channel: 0,
          service_ratio: 80_000,
          service_total_amount: 1039,
          platform_amount: 0,
          service_amount: 1039,
          talent_info: { talent_appid: 'wxd4000001f3a5c7e2', nickname: '育儿师陈陈 🍼', ratio: 150_000, amount: 1948 },
        },
      },
      {
        at: START + DAY,
        payment: 8990,
        order: 30,
        commission: 20,
        info: {
          promotion_channel: 0,
          service_ratio: 80_000,
          service_total_amount: 719,
          platform_amount: 0,
          service_amount: 647,
          talent_info: { talent_appid: 'wxd4000001f3a5c7e2', nickname: '育儿师陈陈 🍼', ratio: 150_000, amount: 1348 },
        },
      },
    ],
  },
  {
    payer: 1,
    states: [
      {
        at: START,
        payment: 9900,
        order: 30,
        commission: 20,
        info: {
          promotion_channel: 1,
          service_ratio: 100_000,
          service_amount: 990,
          service_total_amount: 990,
          platform_amount: 0,
          promotion_info: { channel_type: 4, finder_info: { nickname: '乡野阿强的视频号' } },
          ...talent,
          talent_info: { talent_appid: 'wxd4000001f3a5c7e2', nickname: '乡野阿强', ratio: 200_000, amount: 1980 },
          ...agency(OWN, 990),
          ...promoter(0, 0),
        },
      },
    ],
  },
];

const RULES = [
  { promoter_appid: null, product_id: null, ratio_ppm: 500_000, from_day: '2026-01-01', to_day: null },
  {
    promoter_appid: 'wxc3000001f3a5c7e3',
    product_id: null,
    ratio_ppm: 600_000,
    from_day: '2026-09-01',
    to_day: null,
  },
];

function replyOf(row: OrderRow, state: Case['states'][number]) {
  return {
    errcode: 0,
    errmsg: 'ok',
    commssion_order: {
      order_id: row.order_id,
      sku_id: row.sku_id,
      create_time: START - 60,
      update_time: state.at - 300,
      status: state.commission,
      order_detail: {
        shop_info: { appid: row.shop_appid, shop_name: row.shop_name },
        product_info: {
          product_id: row.product_id,
          title: row.product_title,
          thumb_img: '',
          actual_payment: state.payment,
          product_cnt: 1,
        },
        order_info: {
          order_status: state.order,
          create_time: START - 70,
          ...(state.order === 10 ? {} : { pay_time: START - 20 }),
          update_time: state.at - 300,
        },
        buyer_info: { open_id: row.buyer_id, union_id: '' },
        commission_info: state.info,
      },
    },
  };
}

/** A row of the book as one plain state. */
function plainCase(row: OrderRow): Case {
  return {
    payer: row.promoter_amount_fen === null ? 1 : 0,
    states: [
      {
        at: row.first_seen_at,
        payment: row.actual_payment_fen ?? 0,
        order: row.order_status ?? 20,
        commission: row.commission_status ?? 20,
        info: {
          promotion_channel: row.channel === 'promoter' ? 1 : 0,
          service_ratio: row.service_ratio_ppm,
          service_total_amount: row.service_total_fen,
          platform_amount: row.platform_amount_fen,
          service_amount: row.service_amount_fen,
          ...(row.talent_key
            ? {
                talent_info: {
                  talent_appid: row.talent_appid,
                  nickname: row.talent_name,
                  amount: row.talent_amount_fen,
                },
              }
            : {}),
          ...(row.promoter_appid
            ? { sharer_info: { sharer_appid: row.promoter_appid, nickname: row.promoter_name, ratio: 0, amount: 0 } }
            : {}),
        },
      },
    ],
  };
}

const notes = new Map<string, OrderNote[]>();
const events = new Map<string, ReviewEvent[]>();
let last = 100;

function noted(row: OrderRow, place: number) {
  const key = `${row.order_id}/${row.sku_id}`;
  if (!notes.has(key)) {
    const begun = place >= 0 && place < 3;
    notes.set(
      key,
      begun
        ? [
            {
              note_id: last++,
              text: '已和商家核对金额，\n等退款完成。',
              written_at: NOW - 30 * HOUR,
              written_by: '林晓',
            },
          ]
        : [],
    );
    const decision = (
      batch_id: number,
      staff: string,
      action: ReviewEvent['action'],
      to: object,
      from: object | null,
      undone = false,
    ) => ({
      batch_id,
      at: NOW - (60 - batch_id) * HOUR,
      staff,
      action,
      fact: 'decision' as const,
      before: from && JSON.stringify(from),
      after: JSON.stringify(to),
      reason: (to as { reason?: ReviewEvent['reason'] }).reason ?? null,
      note: action === 'hold' ? '等商家回电' : null,
      undone,
    });
    events.set(
      key,
      begun
        ? [
            decision(40, '陈默', 'approve', { state: 'approved' }, { state: 'held' }),
            {
              ...decision(32, '林晓', 'tag', {}, null),
              fact: 'tag',
              before: '[]',
              after: JSON.stringify(row.tags),
              reason: null,
            },
            {
              ...decision(30, '林晓', 'note', {}, null),
              fact: 'note',
              before: null,
              after: '已和商家核对金额，\n等退款完成。',
              reason: null,
            },
            decision(
              20,
              '林晓',
              'hold',
              { state: 'held', reason: 'difference' },
              { state: 'held', reason: 'rule_difference' },
              true,
            ),
            decision(5, '', 'rule', { state: 'held', reason: 'rule_difference' }, null),
          ]
        : [],
    );
  }
  return { notes: notes.get(key)!, events: events.get(key)! };
}

function page(asked: Asked): OrderPage {
  const { order_id, sku_id, as_of } = asked.input as { order_id: string; sku_id: string; as_of?: Unix };
  const place = orderBook().findIndex((one) => one.order_id === order_id && one.sku_id === sku_id);
  const row = orderBook()[place];
  if (!row || asked.scenario === 'empty' || asked.scenario === 'fresh')
    throw { code: 'order.unknown', params: { order_id } };
  const { states, payer = 0 } = CASES[place] ?? plainCase(row);
  const context = {
    settlement: {
      rules: ruleBook(RULES),
      payers: payerBook(
        [
          { promoter_appid: 'wxc3000001f3a5c7e3', payer },
          { promoter_appid: row.promoter_appid ?? '', payer },
        ],
        [],
      ),
    },
    plans: { planOf: () => row.plan_type },
    ownAppId: OWN,
  };
  const known = states.filter((state) => as_of === undefined || state.at <= as_of);
  if (known.length === 0) throw { code: 'order.unknown', params: { order_id } };
  let earlier: EarlierStates | null = null;
  let before: string | null = null;
  const versions: OrderVersion[] = [];
  let order = row;
  let reply: unknown = null;
  for (const [index, one] of known.entries()) {
    reply = replyOf(row, one);
    const raw = JSON.stringify(reply);
    const state = readOrderState(reply)!;
    const figures = deriveFigures(state, earlier, context);
    earlier = figures;
    order = {
      ...row,
      ...state,
      ...figures,
      versions: index + 1,
      first_seen_at: states[0]!.at,
      last_read_at: NOW - 840,
    };
    versions.unshift({
      seq: index + 1,
      seen_at: one.at,
      updated_at: state.updated_at,
      order_status: state.order_status,
      commission_status: state.commission_status,
      actual_payment_fen: state.actual_payment_fen,
      service_amount_fen: state.service_amount_fen,
      platform_amount_fen: state.platform_amount_fen,
      promoter_amount_fen: state.promoter_amount_fen,
      settled_at: state.settled_at,
      changes: before === null ? [] : changedPaths(before, raw),
      raw,
    });
    before = raw;
  }
  const paysItself = payer === 1 && order.promoter_appid !== null;
  const ofPromoter = order.promoter_appid === 'wxc3000001f3a5c7e3';
  return {
    order,
    versions,
    siblings:
      place === 0
        ? orderBook()
            .slice(6, 8)
            .map((other) => ({ ...other, order_id }))
        : [],
    quarantine: place === 2 ? { reason: 'platform.10024006', since: NOW - 2 * DAY, tries: 7 } : null,
    chain: chainParties(reply, order),
    checks: chainChecks(order, order.owed_fen),
    rule: {
      payer: order.promoter_appid === null ? null : payer,
      rules:
        order.promoter_appid === null
          ? []
          : [
              lookedAt('promoter_product'),
              ofPromoter
                ? lookedAt('promoter', { ratio_ppm: 600_000, from_day: '2026-09-01', applies: paysItself })
                : lookedAt('promoter'),
              lookedAt('product'),
              lookedAt('default', { ratio_ppm: 500_000, from_day: '2026-01-01', applies: paysItself && !ofPromoter }),
            ],
      base_fen: paysItself ? (order.agency_amount_fen ?? order.service_amount_fen) : null,
      frozen: null,
    },
    ...noted(row, place),
  };
}

export const orderPageAnswers: Answers = { 'order.get': page };
