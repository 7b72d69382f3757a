import type { OrderState } from '../../../shared/contract/order.ts';
import type { Column } from './column.ts';
import {
  channelWords,
  commissionStatusWords,
  orderStatusWords,
  planWords,
  reviewWords,
  roleWords,
  sourceWords,
  yesWords,
} from './words.ts';

/** What the table itself holds, and staff's words beside it. */
export type ExportedKey = keyof OrderState | 'review_state' | 'tags' | 'note';
type OrderColumn = Column & { key: ExportedKey };

/**
 * Every exported field of a commission order. The order here is the order of the keys in JSON, which scripts rely
 * on: what was promised first, what came later behind it. New fields go to the end.
 */
export const ORDER_EXPORT_COLUMNS = [
  { key: 'order_id', title: '订单号', kind: 'id' },
  { key: 'sku_id', title: 'SKU编码', kind: 'id' },
  { key: 'shop_appid', title: '小店AppID', kind: 'id' },
  { key: 'shop_name', title: '商家名称', kind: 'text' },
  { key: 'product_id', title: '商品ID', kind: 'id' },
  { key: 'product_title', title: '商品名称', kind: 'text' },
  { key: 'channel', title: '带货渠道', kind: 'word', words: channelWords },
  { key: 'promoter_appid', title: '推客AppID', kind: 'id' },
  { key: 'promoter_name', title: '推客昵称', kind: 'text' },
  { key: 'promoter_ratio_ppm', title: '推客分佣比例', kind: 'rate' },
  { key: 'promoter_amount_fen', title: '推客佣金(元)', kind: 'money', summed: true },
  { key: 'talent_appid', title: '达人AppID', kind: 'id' },
  { key: 'order_status', title: '订单状态', kind: 'word', words: orderStatusWords },
  { key: 'commission_status', title: '佣金单状态', kind: 'word', words: commissionStatusWords },
  { key: 'actual_payment_fen', title: '可分佣金额(元)', kind: 'money', summed: true },
  { key: 'service_ratio_ppm', title: '服务费率', kind: 'rate' },
  { key: 'service_amount_fen', title: '服务费净额(元)', kind: 'money', summed: true },
  { key: 'service_total_fen', title: '服务费总额(元)', kind: 'money', summed: true },
  { key: 'platform_amount_fen', title: '平台技术服务费(元)', kind: 'money', summed: true },
  { key: 'created_at', title: '下单时间', kind: 'instant' },
  { key: 'updated_at', title: '更新时间', kind: 'instant' },
  { key: 'paid_at', title: '支付时间', kind: 'instant' },
  { key: 'settled_at', title: '结算时间', kind: 'instant' },
  { key: 'versions', title: '版本数', kind: 'count' },
  { key: 'product_count', title: '商品数量', kind: 'count' },
  { key: 'promotion_type', title: '推广类型', kind: 'count' },
  { key: 'talent_name', title: '达人昵称', kind: 'text' },
  { key: 'talent_amount_fen', title: '达人佣金(元)', kind: 'money', summed: true },
  { key: 'agency_appid', title: '推客机构AppID', kind: 'id' },
  { key: 'agency_amount_fen', title: '推客机构服务费(元)', kind: 'money', summed: true },
  { key: 'sub_agency_appid', title: '帮卖机构AppID', kind: 'id' },
  { key: 'sub_agency_amount_fen', title: '转给帮卖机构(元)', kind: 'money', summed: true },
  { key: 'thumb_url', title: '商品图片', kind: 'text' },
  { key: 'first_seen_at', title: '首次读取时间', kind: 'instant' },
  { key: 'last_read_at', title: '最近读取时间', kind: 'instant' },
  { key: 'source', title: '推广来源', kind: 'word', words: sourceWords },
  { key: 'source_name', title: '推广来源名称', kind: 'text' },
  { key: 'plan_type', title: '推广计划', kind: 'word', words: planWords },
  { key: 'role', title: '机构角色', kind: 'word', words: roleWords },
  { key: 'expected_fen', title: '应得服务费净额(元)', kind: 'money', summed: true },
  { key: 'difference_fen', title: '差异(元)', kind: 'money', summed: true },
  { key: 'owed_fen', title: '应付推客(元)', kind: 'money', summed: true },
  { key: 'net_fen', title: '净收入(元)', kind: 'money', summed: true },
  { key: 'refunded', title: '有退款', kind: 'word', words: yesWords },
  { key: 'refunded_at', title: '首见退款时间', kind: 'instant' },
  { key: 'peak_payment_fen', title: '最高付款(元)', kind: 'money' },
  { key: 'self_purchase', title: '自购', kind: 'word', words: yesWords },
  { key: 'talent_key', title: '达人标识', kind: 'id' },
  { key: 'buyer_id', title: '买家标识', kind: 'id' },
  { key: 'review_state', title: '审核状态', kind: 'word', words: reviewWords },
  { key: 'tags', title: '标签', kind: 'text' },
  { key: 'note', title: '备注', kind: 'text' },
] as const satisfies readonly OrderColumn[];
