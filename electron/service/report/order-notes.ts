import type { OrderFilter, OrderTotals } from '../../../shared/contract/order.ts';
import { formatFen } from '../../../shared/money.ts';
import { formatPpm } from '../../../shared/rate.ts';
import type { Unix } from '../../../shared/time.ts';
import {
  channelWords,
  commissionStatusWords,
  orderStatusWords,
  planWords,
  reviewWords,
  roleWords,
  sourceWords,
} from './words.ts';
import type { FormCell, FormRow } from './xlsx/form-sheet.ts';
import { sheetsFor } from './xlsx/table-sheet.ts';

const AXIS_WORDS = { created: '下单', paid: '支付', updated: '更新', settled: '结算', known: '读到' } as const;
const NONE = '(无)';

function line(label: string, value: FormCell): FormRow {
  return [{ kind: 'label', value: label }, value];
}

/** The filter in words, one line per condition. */
function conditions(filter: OrderFilter): [string, string][] {
  const list = <T>(label: string, values: readonly (T | null)[] | undefined, word = String as (v: T) => string) =>
    values?.length
      ? ([[label, values.map((value) => (value === null ? NONE : word(value))).join('、')]] as [string, string][])
      : [];
  const range = <T>(label: string, from: T | undefined, to: T | undefined, word = String as (v: T) => string) =>
    from === undefined && to === undefined
      ? []
      : ([[label, `${from === undefined ? '不限' : word(from)} 至 ${to === undefined ? '不限' : word(to)}(均含)`]] as [
          string,
          string,
        ][]);
  const mark = (label: string, wanted: boolean | undefined) =>
    wanted === undefined ? [] : ([[label, wanted ? '是' : '否']] as [string, string][]);
  return [
    ...list('带货渠道', filter.channel, (code) => channelWords.label(code) ?? code),
    ...list('推广来源', filter.source, (code) => sourceWords.label(code) ?? code),
    ...list('订单状态', filter.order_status, (code) => orderStatusWords.label(code) ?? String(code)),
    ...list('佣金单状态', filter.commission_status, (code) => commissionStatusWords.label(code) ?? String(code)),
    ...list('小店AppID', filter.shop_appid),
    ...list('商品ID', filter.product_id),
    ...list('推广计划', filter.plan_type, (code) => planWords.label(code) ?? String(code)),
    ...list('推客AppID', filter.promoter_appid),
    ...list('达人', filter.talent_key),
    ...list('机构角色', filter.role, (code) => roleWords.label(code) ?? code),
    ...list('审核状态', filter.review_state, (code) => reviewWords.label(code) ?? code),
    ...list('标签', filter.tag),
    ...range('可分佣金额(元)', filter.payment_min, filter.payment_max, formatFen),
    ...range('服务费净额(元)', filter.service_min, filter.service_max, formatFen),
    ...range('服务费率', filter.ratio_min, filter.ratio_max, formatPpm),
    ...mark('有差异', filter.has_difference),
    ...mark('有退款', filter.has_refund),
    ...mark('自购', filter.self_purchase),
    ...mark('有备注', filter.has_note),
    ...list('订单号', filter.order_id ? [filter.order_id] : undefined),
    ...(filter.order_ids?.length ? ([['指定订单号', `${filter.order_ids.length} 个`]] as [string, string][]) : []),
    ...(filter.text ? ([['搜索', filter.text]] as [string, string][]) : []),
    ...range(`${AXIS_WORDS[filter.axis]}日期`, filter.from, filter.to),
  ];
}

/** What the rows are: filter, order, time, count. The same rows always give the same words. */
export function orderNotes(
  filter: OrderFilter,
  totals: OrderTotals,
  knownAsOf: Unix | null,
  order: { sort: string; asOf: Unix | null },
): FormRow[] {
  const found = conditions(filter);
  const sheets = sheetsFor(totals.rows);
  return [
    [{ kind: 'title', value: '订单导出说明' }],
    [{ kind: 'wide', value: '金额单位为元，时间为北京时间(UTC+8)' }],
    [],
    [
      { kind: 'section', value: '筛选条件' },
      { kind: 'section', value: '' },
    ],
    ...(found.length
      ? found.map(([label, value]) => line(label, { kind: 'wide', value }))
      : [line('全部佣金单', { kind: 'wide', value: '无筛选' })]),
    [],
    [
      { kind: 'section', value: '内容' },
      { kind: 'section', value: '' },
    ],
    line('排序', { kind: 'wide', value: order.sort }),
    ...(order.asOf === null ? [] : [line('当时所知(截至)', { kind: 'instant', value: order.asOf })]),
    line('数据截至', knownAsOf === null ? { kind: 'fact', value: '尚未同步' } : { kind: 'instant', value: knownAsOf }),
    line('行数', { kind: 'count', value: totals.rows }),
    line('订单数', { kind: 'count', value: totals.orders }),
    ...(sheets > 1 ? [line('工作表', { kind: 'wide', value: `分为 ${sheets} 个，各自小计` })] : []),
    line('可分佣金额(元)', { kind: 'money', value: totals.actual_payment_fen }),
    line('服务费净额(元)', { kind: 'money', value: totals.service_amount_fen }),
    line('推客佣金(元)', { kind: 'money', value: totals.promoter_amount_fen }),
    line('应付推客(元)', { kind: 'money', value: totals.owed_fen }),
    line('净收入(元)', { kind: 'money', value: totals.net_fen }),
    line('差异(元)', { kind: 'money', value: totals.difference_fen }),
  ];
}
