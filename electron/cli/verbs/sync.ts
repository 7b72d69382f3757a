import type { Client } from '../../../shared/contract/client.ts';
import { type QuarantineRow, RESOURCES, type Resource, type SyncRun } from '../../../shared/contract/sync.ts';
import { formatInstant } from '../../../shared/time.ts';
import { type Arguments, readArguments } from '../arguments.ts';
import { runJob } from '../job.ts';
import { endProgress, print, printJson, tell, tellProgress } from '../output.ts';
import { UsageError } from '../usage.ts';
import { withService } from '../with-service.ts';

const NAMES: Record<Resource, string> = {
  shops: '商家',
  promoters: '推客',
  orders: '佣金单',
  products: '联盟商品',
  funds: '资金',
  live_notices: '直播预告',
};

/** Reads everything new from the platform. With --json the last line is one object with the counts per resource. */
export async function sync(argv: string[]): Promise<number> {
  const args = readArguments(argv, { since: { type: 'string' }, only: { type: 'string', multiple: true } });
  const only = resources(args);
  return withService(args, 'create', async (client) => {
    const run = await runJob<SyncRun>(
      client,
      () => client.call('sync.start', { only, since: args.text('since') }),
      (job) => tellProgress(`${NAMES[job.step as Resource] ?? ''} ${job.done}${job.total ? ` / ${job.total}` : ''}`),
    );
    endProgress();
    const quarantine = await allQuarantined(client);
    if (args.json) printJson(outcome(run, quarantine));
    else for (const line of summary(run)) print(line);
    for (const key of quarantine) tell(`隔离 ${key.order_id} ${key.sku_id}: ${key.reason}`);
    return 0;
  });
}

function resources(args: Arguments): Resource[] | undefined {
  const only = args.texts('only');
  const wrong = only.find((one) => !RESOURCES.includes(one as Resource));
  if (wrong) throw new UsageError(`--only: ${wrong} is none of ${RESOURCES.join(', ')}`);
  return only.length ? (only as Resource[]) : undefined;
}

function outcome(run: SyncRun, quarantine: QuarantineRow[]): Record<string, unknown> {
  const counts = run.resources.map(({ resource, ...rest }) => [resource, rest] as const);
  return {
    ...Object.fromEntries(counts),
    known_as_of: run.resources.find((one) => one.resource === 'orders')?.known_as_of ?? null,
    quarantined_keys: quarantine.map(({ order_id, sku_id, reason }) => ({ order_id, sku_id, reason })),
  };
}

function summary(run: SyncRun): string[] {
  return run.resources.map(
    (one) =>
      `${NAMES[one.resource]}: 读取 ${one.read}，新增 ${one.inserted}，变化 ${one.changed}，未变 ${one.unchanged}，隔离 ${one.quarantined}，` +
      `数据截至 ${one.known_as_of === null ? '—' : formatInstant(one.known_as_of)}${one.error_code ? `，未读完：${one.error_code}` : ''}`,
  );
}

async function allQuarantined(client: Client): Promise<QuarantineRow[]> {
  const rows: QuarantineRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.call('sync.quarantine', { limit: 500, ...(cursor ? { cursor } : {}) });
    rows.push(...page.rows);
    cursor = page.next_cursor ?? undefined;
  } while (cursor);
  return rows;
}
