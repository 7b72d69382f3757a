import type { Client } from '../../../shared/contract/client.ts';
import { CLOSE_CHECKS, type Closing, type SettlementTotals } from '../../../shared/contract/settlement.ts';
import { formatFen } from '../../../shared/money.ts';
import { periodRange } from '../../../shared/time.ts';
import { type Arguments, readArguments } from '../arguments.ts';
import { runJob } from '../job.ts';
import { endProgress, print, printJson, tell, tellProgress } from '../output.ts';
import { UsageError } from '../usage.ts';
import { withService } from '../with-service.ts';

/**
 * Recomputes a month, and closes it when told to. Checks that ask somebody are told on stderr and do not keep it open;
 * with --strict they do.
 */
export async function settle(argv: string[]): Promise<number> {
  const args = readArguments(argv, {
    period: { type: 'string' },
    close: { type: 'boolean' },
    strict: { type: 'boolean' },
  });
  const period = periodOf(args);
  const close = args.flag('close');
  return withService(args, close ? 'write' : 'read', async (client) => {
    if (close) await closeMonth(client, period, args.flag('strict'));
    const { totals, state } = await client.call('settlement.period', { period });
    if (args.json) printJson(totals);
    else for (const line of totalLines(totals, state)) print(line);
    return 0;
  });
}

async function closeMonth(client: Client, period: string, strict: boolean): Promise<void> {
  const despite = strict ? [] : [...CLOSE_CHECKS];
  const closing = await runJob<Closing>(
    client,
    () => client.call('settlement.close', { period, despite }),
    (job) => tellProgress(String(job.done)),
  );
  endProgress();
  for (const { check, state, count } of closing.checklist) if (state === 'asks') tell(`${check}: ${count}`);
}

export function periodOf(args: Arguments): string {
  const period = args.needed('period');
  if (!periodRange(period)) throw new UsageError(`--period: YYYY-MM, not ${period}`);
  return period;
}

export function totalLines(totals: SettlementTotals, state: string): string[] {
  return [
    `账期 ${totals.period}（${state === 'closed' ? '已关闭' : '未关闭'}）: ${totals.rows} 行，${totals.orders} 个订单`,
    `可分佣金额 ${formatFen(totals.actual_payment_fen)}  技术服务费 ${formatFen(totals.platform_amount_fen)}  机构服务费 ${formatFen(totals.service_amount_fen)}`,
    `推客（平台分佣） ${formatFen(totals.promoter_platform_fen)}  推客（机构应付） ${formatFen(totals.promoter_owed_fen)}  净额 ${formatFen(totals.net_fen)}`,
    `另有 ${totals.unsettled_rows} 行已付款未结算  校验 ${totals.hash}`,
  ];
}
