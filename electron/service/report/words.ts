import { COMMISSION_STATUS, ORDER_STATUS, PLAN_TYPE, SPLIT_PAYER } from '../../../shared/status.ts';
import type { Cell } from './column.ts';

export type Tone = 'plain' | 'done' | 'waiting' | 'off';

/** Codes and the Chinese words they are shown by. A code without a word is shown as it is and reads back as it is. */
export interface Words {
  label(code: Cell): string | null;
  tone(code: Cell): Tone;
  code(label: string): Cell;
}

type Entry = readonly [code: Cell, label: string, tone?: Tone];

function wordsOf(entries: readonly Entry[], unknown: (label: string) => Cell): Words {
  const byCode = new Map(entries.map(([code, label, tone]) => [code, { label, tone: tone ?? 'plain' }]));
  const byLabel = new Map(entries.map(([code, label]) => [label, code]));
  return {
    label: (code) => (code === null ? null : (byCode.get(code)?.label ?? String(code))),
    tone: (code) => byCode.get(code)?.tone ?? 'plain',
    code: (label) => byLabel.get(label) ?? unknown(label),
  };
}

const unknownNumber = (label: string): Cell => (/^-?\d+$/.test(label) ? Number(label) : label);

export const orderStatusWords = wordsOf(
  [
    [ORDER_STATUS.pending_payment, '待付款', 'waiting'],
    [ORDER_STATUS.gift_pending, '待收礼', 'waiting'],
    [ORDER_STATUS.to_use, '待使用', 'waiting'],
    [ORDER_STATUS.to_ship, '待发货', 'waiting'],
    [ORDER_STATUS.partly_shipped, '部分发货', 'waiting'],
    [ORDER_STATUS.to_receive, '待收货', 'waiting'],
    [ORDER_STATUS.completed, '完成', 'done'],
    [ORDER_STATUS.refunded, '售后后取消', 'off'],
    [ORDER_STATUS.cancelled_unpaid, '未付款取消', 'off'],
  ],
  unknownNumber,
);

export const commissionStatusWords = wordsOf(
  [
    [COMMISSION_STATUS.unsettled, '未结算', 'waiting'],
    [COMMISSION_STATUS.settled, '已结算', 'done'],
    [COMMISSION_STATUS.cancelled, '取消结算', 'off'],
  ],
  unknownNumber,
);

export const payerWords = wordsOf(
  [
    [SPLIT_PAYER.platform, '平台'],
    [SPLIT_PAYER.institution, '机构'],
  ],
  unknownNumber,
);

export const channelWords = wordsOf(
  [
    ['promoter', '推客带货'],
    ['talent', '达人带货'],
  ],
  (label) => label,
);

export const sourceWords = wordsOf(
  [
    ['channels_account', '视频号'],
    ['official_account', '公众号'],
    ['talent', '达人内容'],
  ],
  (label) => label,
);

export const planWords = wordsOf(
  [
    [PLAN_TYPE.shop_targeted, '商家定向'],
    [PLAN_TYPE.shop_public, '商家公开'],
    [PLAN_TYPE.institution_targeted, '机构定向'],
    [PLAN_TYPE.institution_public, '机构普通'],
  ],
  unknownNumber,
);

export const roleWords = wordsOf(
  [
    ['head', '带货机构'],
    ['reseller', '帮卖机构'],
    ['promoter_agency', '推客机构'],
    ['both', '带货机构+推客机构'],
    ['unknown', '未知'],
  ],
  (label) => label,
);

export const reviewWords = wordsOf(
  [
    ['open', '待审', 'waiting'],
    ['proposed', '待复核', 'waiting'],
    ['approved', '已通过', 'done'],
    ['held', '挂起', 'waiting'],
    ['excluded', '排除', 'off'],
  ],
  (label) => label,
);

export const yesWords = wordsOf(
  [
    [0, '否'],
    [1, '是'],
  ],
  unknownNumber,
);

/** Why a share is not paid. */
export const withheldWords = wordsOf(
  [
    ['held', '暂缓支付', 'waiting'],
    ['excluded', '不支付', 'off'],
    ['refunded', '已退款', 'off'],
  ],
  (label) => label,
);

/** Why a closed line is corrected. */
export const correctionWords = wordsOf(
  [
    ['refund', '关账后退款', 'off'],
    ['late', '关账后才读到'],
    ['changed', '关账后金额变化'],
    ['restored', '恢复', 'done'],
  ],
  (label) => label,
);
