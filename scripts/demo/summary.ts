import type { OrderTotals } from '../../shared/contract/order.ts';
import type { ReportResult, ReportVerdict } from '../../shared/contract/report.ts';
import type { SyncRun } from '../../shared/contract/sync.ts';
import { formatFen } from '../../shared/money.ts';
import { formatInstant } from '../../shared/time.ts';

export interface Summary {
  first: SyncRun;
  second: SyncRun;
  /** Commission orders in the platform's own books after the second sync. */
  visible: number;
  accepted: { name: string; shop_appid: string; outcome: string };
  listed: { titles: string[]; splits: number; failed: number };
  channels: { channel: string; totals: OrderTotals }[];
  report: ReportResult;
  verdict: ReportVerdict;
  folder: string;
}

const CHANNEL_NAMES: Record<string, string> = { promoter: '推客带货', talent: '达人带货' };

/** What a newcomer reads after the demo. */
export function printSummary(summary: Summary): void {
  const lines = [
    '',
    '════ 演示机构的一天 ════',
    `首次同步   ${counts(summary.first)}`,
    `再次同步   ${counts(summary.second)}`,
    `平台账上   ${summary.visible} 笔佣金单，数据截至 ${formatInstant(ordersOf(summary.second)?.known_as_of ?? 0)}（北京时间）`,
    `接受邀请   ${summary.accepted.name}（${summary.accepted.shop_appid}），${outcomeText(summary.accepted.outcome)}`,
    `上架商品   ${summary.listed.titles.join('\n           ')}`,
    `推客分佣   ${summary.listed.splits} 项已设置，${summary.listed.failed} 项失败`,
    '带货渠道',
    ...summary.channels.map(({ channel, totals }) => channelLine(channel, totals)),
    ...monthLines(summary.report),
    '写出的文件',
    ...summary.report.files.map((file) => `  ${file}`),
    `校验       ${summary.verdict.verdict === 'untouched' ? '未改动' : '已改动'}，${summary.verdict.rows} 行，${summary.verdict.found}`,
    '',
    `数据在 ${summary.folder}；在窗口里看演示机构：npm start`,
  ];
  console.log(lines.join('\n'));
}

function ordersOf(run: SyncRun) {
  return run.resources.find((one) => one.resource === 'orders');
}

function counts(run: SyncRun): string {
  const orders = ordersOf(run);
  return `读取 ${orders?.read} 笔佣金单：新增 ${orders?.inserted}，变化 ${orders?.changed}，未变 ${orders?.unchanged}，隔离 ${orders?.quarantined}`;
}

function outcomeText(outcome: string): string {
  return outcome === 'verified' ? '已在平台核实' : '等待下次同步核实';
}

function channelLine(channel: string, totals: OrderTotals): string {
  const name = CHANNEL_NAMES[channel] ?? channel.replace('unknown:', '未知渠道 ');
  return `  ${name}  ${totals.rows} 行，实付 ${formatFen(totals.actual_payment_fen)} 元，机构服务费 ${formatFen(totals.service_amount_fen)} 元`;
}

function monthLines({ totals }: ReportResult): string[] {
  return [
    `结算 ${totals.period}  ${totals.rows} 行，${totals.orders} 个订单，实付 ${formatFen(totals.actual_payment_fen)} 元`,
    `  机构服务费 ${formatFen(totals.service_amount_fen)}，平台已付推客 ${formatFen(totals.promoter_platform_fen)}，应付推客 ${formatFen(totals.promoter_owed_fen)}，净额 ${formatFen(totals.net_fen)} 元`,
    `  另有 ${totals.unsettled_rows} 行本月付款、尚未结算，不计入`,
  ];
}
