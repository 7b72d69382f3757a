import type { OrderFilter, OrderTotals } from '../../../shared/contract/order.ts';
import type { Unix } from '../../../shared/time.ts';
import { channelWords, commissionStatusWords, orderStatusWords } from './words.ts';
import type { FormCell, FormRow } from './xlsx/form-sheet.ts';
import { sheetsFor } from './xlsx/table-sheet.ts';

const AXIS_WORDS = { created: '下单', paid: '支付', updated: '更新', settled: '结算' } as const;

function line(label: string, value: FormCell): FormRow {
  return [{ kind: 'label', value: label }, value];
}

/** The filter in words, one line per condition. */
function conditions(filter: OrderFilter): [string, string][] {
  const list = <T extends string | number>(
    label: string,
    values: readonly T[] | undefined,
    word = String as (v: T) => string,
  ) => (values?.length ? ([[label, values.map(word).join('、')]] as [string, string][]) : []);
  const days: [string, string][] =
    filter.from || filter.to
      ? [[`${AXIS_WORDS[filter.axis]}日期`, `${filter.from ?? '最早'} 至 ${filter.to ?? '最新'}(均含)`]]
      : [];
  return [
    ...list('带货渠道', filter.channel, (code) => channelWords.label(code) ?? code),
    ...list('订单状态', filter.order_status, (code) => orderStatusWords.label(code) ?? String(code)),
    ...list('佣金单状态', filter.commission_status, (code) => commissionStatusWords.label(code) ?? String(code)),
    ...list('小店AppID', filter.shop_appid),
    ...list('推客AppID', filter.promoter_appid),
    ...list('商品ID', filter.product_id),
    ...list('订单号', filter.order_id ? [filter.order_id] : undefined),
    ...days,
  ];
}

/** What the rows are: filter, order, time, count. The same rows always give the same words. */
export function orderNotes(filter: OrderFilter, totals: OrderTotals, knownAsOf: Unix | null): FormRow[] {
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
    line('排序', { kind: 'wide', value: '下单时间、订单号、SKU编码 升序' }),
    line('数据截至', knownAsOf === null ? { kind: 'fact', value: '尚未同步' } : { kind: 'instant', value: knownAsOf }),
    line('行数', { kind: 'count', value: totals.rows }),
    line('订单数', { kind: 'count', value: totals.orders }),
    ...(sheets > 1 ? [line('工作表', { kind: 'wide', value: `分为 ${sheets} 个，各自小计` })] : []),
    line('可分佣金额(元)', { kind: 'money', value: totals.actual_payment_fen }),
    line('服务费净额(元)', { kind: 'money', value: totals.service_amount_fen }),
    line('推客佣金(元)', { kind: 'money', value: totals.promoter_amount_fen }),
  ];
}
