import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runJob } from '../../electron/cli/job.ts';
import { type Service, startService } from '../../electron/service/service.ts';
import { isChannel } from '../../shared/channel.ts';
import type { Client } from '../../shared/contract/client.ts';
import type { ReportResult } from '../../shared/contract/report.ts';
import { DeskError } from '../../shared/contract/result.ts';
import { CLOSE_CHECKS, type Closing } from '../../shared/contract/settlement.ts';
import type { SyncRun } from '../../shared/contract/sync.ts';
import { failureText } from '../../shared/error-text/failure-text.ts';
import { formatPpm } from '../../shared/rate.ts';
import { DAY_SECONDS, periodOf, previousPeriod } from '../../shared/time.ts';
import { SetupFailure } from '../runtime/failure.ts';
import { step } from '../runtime/progress.ts';
import { type DemoPlatform, startDemoPlatform } from './platform.ts';
import { printSummary, type Summary } from './summary.ts';

const ORDERS = 20_000;
const SEED = 1;
/** What the demo gives promoters whom the institution pays itself, of its service fee. */
const OWN_RULE_PPM = 500_000;

/** Plays the day into `folder`, which is made anew. Gives the exit status. */
export async function runDemo(folder: string): Promise<number> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const platform = await step(`演示平台：约 ${ORDERS} 笔佣金单、40 家小店`, () => startDemoPlatform(ORDERS, SEED));
  try {
    const service = await startService({
      dataDir: join(folder, 'data'),
      institution: { id: 'demo', name: '演示机构', demo: true },
      credentials: platform,
      baseUrl: platform.url,
      staff: '演示员工',
      version: 'demo',
    });
    try {
      printSummary(await playDay(service, platform, folder));
    } finally {
      await service.close();
    }
    return 0;
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    const { title, next } = failureText(error, 'zh');
    throw new SetupFailure(`${error.message}: ${title}`, next);
  } finally {
    platform.close();
  }
}

async function playDay(service: Service, platform: DemoPlatform, folder: string): Promise<Summary> {
  const client = service.client();
  const first = await step('首次同步：商家、联盟商品、推客、佣金单', (note) => sync(client, note));
  const accepted = await step('接受一份合作邀请', () => accept(client));
  const listed = await step('上架三个商品，为两位推客设置分佣', () => list(client));
  await step('十天过去', () => platform.advance(10 * DAY_SECONDS));
  const second = await step('再次同步：新的与变化的佣金单', (note) => sync(client, note));
  const visible = await platform.visibleOrders();
  const channels = await step('按带货渠道筛选', () => byChannel(client));
  const period = previousPeriod(periodOf(knownAsOf(second)));
  await client.call('rule.add', {
    kind: 'split',
    promoter_appid: null,
    product_id: null,
    ratio_ppm: OWN_RULE_PPM,
    from_day: '2020-01-01',
  });
  await step(`关闭账期 ${period}`, (note) =>
    runJob<Closing>(
      client,
      () => client.call('settlement.close', { period, despite: [...CLOSE_CHECKS] }),
      (job) => note(`${job.done}`),
    ),
  );
  const report = await step('写出结算报告', (note) =>
    runJob<ReportResult>(
      client,
      () => client.call('report.start', { period, folder: join(folder, 'report') }),
      (job) => note(`${job.done}`),
    ),
  );
  const verdict = await client.call('report.verify', { file: report.files[0]! });
  return { first, second, visible, accepted, listed, channels, report, verdict, folder };
}

function sync(client: Client, note: (detail: string) => void): Promise<SyncRun> {
  return runJob<SyncRun>(
    client,
    () => client.call('sync.start', {}),
    (job) => note(`${job.step ?? ''} ${job.done}`),
  );
}

function knownAsOf(run: SyncRun): number {
  return run.resources.find((one) => one.resource === 'orders')?.known_as_of ?? 0;
}

async function accept(client: Client): Promise<Summary['accepted']> {
  const { rows } = await client.call('partnership.list', { status: 1, limit: 1 });
  const shop = rows[0];
  if (!shop) throw new SetupFailure('The demo platform has no open invitation.', 'Run `npm run demo` again.');
  const { outcome } = await client.call('partnership.decide', {
    shop_appid: shop.shop_appid,
    decision: 'accept',
    note: '类目匹配，结算记录良好',
  });
  return { name: shop.shop_name, shop_appid: shop.shop_appid, outcome };
}

async function list(client: Client): Promise<Summary['listed']> {
  const products = (await client.call('product.list', { promotable: true, limit: 3 })).rows;
  const promoters = (await client.call('promoter.list', { payer: 0, limit: 2 })).rows;
  const done = await client.call('listing.add', {
    products: products.map(({ shop_appid, product_id, plan_type, head_supplier_appid }) => ({
      shop_appid,
      product_id,
      plan_type,
      head_supplier_appid,
    })),
    splits: promoters.map(({ promoter_appid }, index) => ({ promoter_appid, ratio_ppm: 500_000 + index * 100_000 })),
  });
  return {
    titles: products.map((product) => `${product.title}（服务费 ${formatPpm(product.service_ratio_ppm ?? 0)}）`),
    splits: done.splits.length,
    failed: done.splits.filter((split) => !split.ok).length,
  };
}

async function byChannel(client: Client): Promise<Summary['channels']> {
  const { channel } = await client.call('order.facets', { filter: {}, of: ['channel'] });
  const channels = (channel?.values ?? []).map(({ value }) => String(value)).filter(isChannel);
  return Promise.all(
    channels.map(async (value) => ({
      channel: value,
      totals: await client.call('order.totals', { filter: { channel: [value] } }),
    })),
  );
}
