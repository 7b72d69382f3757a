import type { SettlementPeriod } from '../../../shared/contract/settlement.ts';
import { formatInstant, periodRange } from '../../../shared/time.ts';
import { HASHED, LINES_FORMAT } from '../settlement/fingerprint.ts';
import type { LineSums } from '../settlement/sums.ts';
import { LINE_COLUMNS, SHEETS } from './settlement-columns.ts';
import type { FormCell, FormRow } from './xlsx/form-sheet.ts';

/** Labels `verify` looks for. */
export const MARKS = { format: '格式', period: '账期', rows: '明细行数', hash: 'SHA-256' } as const;

const line = (label: string, value: FormCell, note = ''): FormRow => [
  { kind: 'label', value: label },
  value,
  note ? { kind: 'note', value: note } : null,
];
const section = (title: string): FormRow => [
  { kind: 'section', value: title },
  { kind: 'section', value: '' },
  { kind: 'section', value: '' },
];
const text = (value: string): FormCell => ({ kind: 'fact', value });
const wide = (value: string): FormCell => ({ kind: 'wide', value });
const count = (value: number): FormCell => ({ kind: 'count', value });
const money = (value: number): FormCell => ({ kind: 'money', value });
const instant = (value: number | null): FormCell =>
  value === null ? { kind: 'fact', value: '尚未同步' } : { kind: 'instant', value };

/** The figures of a period as they stand on the summary, one below the other. */
export function sumRows(figures: LineSums): FormRow[] {
  return [
    line('佣金单数', count(figures.rows), '一个订单中的每个 SKU 是一张佣金单'),
    line('订单数', count(figures.orders), '按订单号去重'),
    line('可分佣金额(元)', money(figures.actual_payment_fen)),
    line('平台技术服务费(元)', money(figures.platform_amount_fen), '平台已从服务费总额中扣除'),
    line('服务费净额(元)', money(figures.service_amount_fen), '平台结算给本机构的服务费'),
    line('平台付推客佣金(元)', money(figures.promoter_platform_fen), '平台分佣，已在服务费净额之外'),
    line('机构应付推客佣金(元)', money(figures.promoter_owed_fen), '机构分佣，按本机构设置的分佣规则计算'),
    line('机构净收入(元)', money(figures.net_fen), '服务费净额 − 机构应付推客佣金'),
  ];
}

/** `parts` is the number of sheets the detail takes. */
export function summaryForm(settlement: SettlementPeriod, parts: number): FormRow[] {
  const { totals, state, closed_at, closed_by } = settlement;
  const closed = state === 'closed' && closed_at !== null;
  return [
    [{ kind: 'title', value: `联盟机构结算报告 ${totals.period}` }],
    [{ kind: 'wide', value: '金额单位为元，时间为北京时间(UTC+8)' }],
    [],
    line('账期', text(totals.period), '结算时间落在本月的佣金单'),
    line(
      '状态',
      text(closed ? '已关账' : '未关账'),
      closed ? `${formatInstant(closed_at)} 由 ${closed_by} 关账` : '关账前数字仍可能变化',
    ),
    line('数据截至', instant(settlement.known_as_of), '此时间之前平台上可见的数据均已读取'),
    [],
    section('已结算'),
    ...sumRows(totals),
    [],
    section('未结算(估算，不计入以上合计)'),
    ...sumRows(settlement.unsettled),
    [],
    line(
      '明细工作表',
      text(parts === 1 ? SHEETS.lines : `${SHEETS.lines}_1 至 ${SHEETS.lines}_${parts}`),
      parts === 1 ? '' : `超过单个工作表的行数上限，分为 ${parts} 个工作表，各自小计`,
    ),
    line(MARKS.hash, wide(totals.hash)),
  ];
}

export function notesForm(settlement: SettlementPeriod): FormRow[] {
  const { totals, checks } = settlement;
  const range = periodRange(totals.period);
  const titles = new Map<string, string>(LINE_COLUMNS.map(({ key, title }) => [key, title]));
  return [
    [{ kind: 'title', value: '说明与校验' }],
    section('范围'),
    line(MARKS.period, text(totals.period)),
    line(
      '筛选条件',
      text('佣金单状态 = 已结算(100)'),
      range ? `结算时间自 ${formatInstant(range.from)} 起，至 ${formatInstant(range.to - 1)} 止` : '',
    ),
    line('排序', text('下单时间、订单号、SKU编码 升序'), '订单号与 SKU编码按文本比较'),
    line('数据截至', instant(settlement.known_as_of)),
    line(MARKS.rows, count(totals.rows)),
    line('订单数', count(totals.orders)),
    line('机构净收入(元)', money(totals.net_fen)),
    line('未结算', count(totals.unsettled_rows), '本月支付、既未结算也未取消的佣金单，金额为估算'),
    [],
    section('校验'),
    line(MARKS.format, text(LINES_FORMAT)),
    line(MARKS.hash, wide(totals.hash)),
    line(
      '算法',
      text('SHA-256(UTF-8 文本)'),
      `第一行为「${LINES_FORMAT} ${totals.period}」，其后每张佣金单一行，按上述排序；行内各字段以制表符分隔，空值为空，每行以换行符(LF)结束。`,
    ),
    line(
      '字段顺序',
      text(`${HASHED.length} 个字段`),
      `${HASHED.map((key) => titles.get(key)).join('、')}。金额以分、比例以百万分之一、时间以 Unix 秒计，状态、渠道与支付方用平台代码。`,
    ),
    line('如何验证', text('在程序中选择「验证文件」'), '任何一处金额、编号或名称被改动，重新计算的校验值都会不同。'),
    [],
    section('检查结果'),
    line('机构应付但无分佣规则', count(checks.owed_without_rule), '由机构付佣的推客没有适用的规则，应付按 0 计'),
    line(
      '总额、扣费与净额不符',
      count(checks.identity_differences),
      '达人自营订单：服务费总额 − 平台技术服务费 ≠ 服务费净额',
    ),
    line('已结算但无结算时间', count(checks.settled_without_time), '不属于任何账期'),
    line('隔离中的佣金单', count(checks.quarantined), '平台列出但暂时读不到详情'),
    line('关账后有变化', count(checks.changed_since_close), '仅已关账的账期；本报告仍按关账时的数据'),
  ];
}
