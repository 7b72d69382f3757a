import type { SettlementPeriod } from '../../../shared/contract/settlement.ts';
import type { SettlementLine } from '../settlement/line.ts';
import type { LineSums } from '../settlement/sums.ts';
import type { Column, Row } from './column.ts';
import {
  channelWords,
  commissionStatusWords,
  correctionWords,
  orderStatusWords,
  payerWords,
  withheldWords,
} from './words.ts';

/** The detail sheet: every field of a line, what people read first to the left. */
export const LINE_COLUMNS = [
  { key: 'order_id', title: '订单号', kind: 'id' },
  { key: 'sku_id', title: 'SKU编码', kind: 'id' },
  { key: 'shop_name', title: '商家名称', kind: 'text' },
  { key: 'product_title', title: '商品名称', kind: 'text' },
  { key: 'channel', title: '带货渠道', kind: 'word', words: channelWords },
  { key: 'promoter_name', title: '推客昵称', kind: 'text' },
  { key: 'order_status', title: '订单状态', kind: 'word', words: orderStatusWords },
  { key: 'commission_status', title: '佣金单状态', kind: 'word', words: commissionStatusWords },
  { key: 'settled_at', title: '结算时间', kind: 'instant' },
  { key: 'actual_payment_fen', title: '可分佣金额(元)', kind: 'money', summed: true },
  { key: 'service_ratio_ppm', title: '服务费率', kind: 'rate' },
  { key: 'service_total_fen', title: '服务费总额(元)', kind: 'money', summed: true },
  { key: 'platform_amount_fen', title: '平台技术服务费(元)', kind: 'money', summed: true },
  { key: 'service_amount_fen', title: '服务费净额(元)', kind: 'money', summed: true },
  { key: 'promoter_payer', title: '推客佣金支付方', kind: 'word', words: payerWords },
  { key: 'promoter_ratio_ppm', title: '推客分佣比例', kind: 'rate' },
  { key: 'promoter_platform_fen', title: '平台付推客佣金(元)', kind: 'money', summed: true },
  { key: 'promoter_owed_fen', title: '机构应付推客佣金(元)', kind: 'money', summed: true },
  { key: 'net_fen', title: '机构净收入(元)', kind: 'money', summed: true },
  { key: 'rule', title: '分佣规则', kind: 'text' },
  { key: 'withheld', title: '不付原因', kind: 'word', words: withheldWords },
  { key: 'agency_amount_fen', title: '推客机构服务费(元)', kind: 'money', summed: true },
  { key: 'sub_agency_amount_fen', title: '转给帮卖机构(元)', kind: 'money', summed: true },
  { key: 'created_at', title: '下单时间', kind: 'instant' },
  { key: 'paid_at', title: '支付时间', kind: 'instant' },
  { key: 'updated_at', title: '更新时间', kind: 'instant' },
  { key: 'product_id', title: '商品ID', kind: 'id' },
  { key: 'shop_appid', title: '小店AppID', kind: 'id' },
  { key: 'promoter_appid', title: '推客AppID', kind: 'id' },
  { key: 'talent_name', title: '达人昵称', kind: 'text' },
  { key: 'talent_appid', title: '达人AppID', kind: 'id' },
  { key: 'version', title: '版本数', kind: 'count' },
] as const satisfies readonly (Column & { key: keyof SettlementLine })[];

/** What a line that corrects a closed month says of it. An id, or spreadsheets would make a date of the month. */
export const CORRECTION_COLUMNS = [
  { key: 'adjusts_period', title: '更正账期', kind: 'id' },
  { key: 'adjustment_reason', title: '更正原因', kind: 'word', words: correctionWords },
] as const satisfies readonly (Column & { key: keyof SettlementLine })[];

/** What goes on paper: up to the net income. */
export const PRINTED_COLUMNS = LINE_COLUMNS.findIndex(({ key }) => key === 'net_fen') + 1;

const SUMS = [
  { key: 'rows', title: '佣金单数', kind: 'count', summed: true },
  // Not added up: an order may fall into two groups, and the total counts it once.
  { key: 'orders', title: '订单数', kind: 'count' },
  { key: 'actual_payment_fen', title: '可分佣金额(元)', kind: 'money', summed: true },
  { key: 'platform_amount_fen', title: '平台技术服务费(元)', kind: 'money', summed: true },
  { key: 'service_amount_fen', title: '服务费净额(元)', kind: 'money', summed: true },
  { key: 'promoter_platform_fen', title: '平台付推客佣金(元)', kind: 'money', summed: true },
  { key: 'promoter_owed_fen', title: '机构应付推客佣金(元)', kind: 'money', summed: true },
  { key: 'net_fen', title: '机构净收入(元)', kind: 'money', summed: true },
] as const satisfies readonly (Column & { key: keyof LineSums })[];

const MERCHANT_COLUMNS: readonly Column[] = [
  { key: 'shop_name', title: '商家名称', kind: 'text' },
  { key: 'shop_appid', title: '小店AppID', kind: 'id' },
  ...SUMS,
];

const PROMOTER_COLUMNS: readonly Column[] = [
  { key: 'promoter_name', title: '推客昵称', kind: 'text' },
  { key: 'promoter_appid', title: '推客AppID', kind: 'id' },
  { key: 'payer', title: '推客佣金支付方', kind: 'word', words: payerWords },
  ...SUMS,
];

const CHANNEL_COLUMNS: readonly Column[] = [
  { key: 'channel', title: '带货渠道', kind: 'word', words: channelWords },
  ...SUMS,
];

export const SHEETS = {
  summary: '汇总',
  merchants: '按商家',
  promoters: '按推客',
  channels: '按渠道',
  lines: '明细',
  corrections: '调整与扣回',
  unsettled: '未结算',
  notes: '说明与校验',
} as const;

export interface GroupTable {
  sheet: string;
  columns: readonly Column[];
  rows: Row[];
}

/** The sums per merchant, promoter and channel as they are shown; a group without a name says why it has none. */
export function groupTables({
  merchants,
  promoters,
  channels,
}: Pick<SettlementPeriod, 'merchants' | 'promoters' | 'channels'>): GroupTable[] {
  return [
    {
      sheet: SHEETS.merchants,
      columns: MERCHANT_COLUMNS,
      rows: merchants.map((row) => ({
        ...row,
        shop_name: row.shop_name ?? (row.shop_appid === null ? '未知商家' : null),
      })),
    },
    {
      sheet: SHEETS.promoters,
      columns: PROMOTER_COLUMNS,
      rows: promoters.map((row) => ({
        ...row,
        promoter_name: row.promoter_name ?? (row.promoter_appid === null ? '(非推客订单)' : null),
      })),
    },
    { sheet: SHEETS.channels, columns: CHANNEL_COLUMNS, rows: channels.map((row) => ({ ...row })) },
  ];
}
