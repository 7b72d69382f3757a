import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startSandbox } from '../../../electron/sandbox/server.ts';
import { periodOf, previousPeriod } from '../../../shared/time.ts';
import { booksOf } from '../../support/books.ts';
import { deskCommand, jsonLines } from '../../support/desk-command.ts';
import { tempFolder } from '../../support/temp-folder.ts';

describe('a working day from a terminal', () => {
  it('accepts, lists, settles, reports and verifies', async () => {
    const sandbox = await startSandbox({ seed: 5, orders: 1500, now: 1_795_000_000, frozen: true });
    onTestFinished(() => sandbox.close());
    const data = tempFolder();
    const run = async (verb: string, ...args: string[]) => {
      const ended = await deskCommand([verb, '--data', data, '--base-url', sandbox.url, ...args], sandbox);
      expect(ended.status, `${verb} ${args.join(' ')}\n${ended.stderr}`).toBe(0);
      return jsonLines(ended.stdout);
    };
    await run('sync', '--json');

    const open = await run('invitations', '--json', '--status', '1');
    const shop = String(open[0]!.shop_appid);
    expect(await run('invitations', '--json', 'accept', shop, '--note', '类目匹配')).toMatchObject([
      { outcome: 'verified', status: 2 },
    ]);
    expect((await run('invitations', '--json')).find((row) => row.shop_appid === shop)).toMatchObject({ status: 2 });
    const again = await deskCommand(
      ['invitations', '--data', data, '--base-url', sandbox.url, 'accept', shop],
      sandbox,
    );
    expect([again.status, again.stderr]).toEqual([1, expect.stringMatching(/^partnership\.not_open: /)]);

    const books = (await (await fetch(`${sandbox.url}/__sandbox/books/promoters`)).text())
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));
    const promoter = books.find((one) => one.commission_type === 0);
    const rows = await run('orders', '--format', 'json');
    const product = await promotable(data);
    const added = await run(
      'listings',
      '--json',
      'add',
      product,
      '--default',
      '40',
      '--split',
      `${promoter.sharer_appid}=55`,
    );
    expect(added).toMatchObject([{ listed: 1, splits: [{ ok: true }], feed_error: null }]);
    expect(await run('listings', '--json')).toMatchObject([
      { product_id: product, splits: [{ promoter_appid: promoter.sharer_appid, ratio_ppm: 550_000 }] },
    ]);
    expect(await run('listings', '--json', 'remove', product)).toMatchObject([{ removed: 1 }]);

    const month = previousPeriod(periodOf(sandbox.clock.now()));
    const settled = (await booksOf(sandbox.url)).filter(
      (row) => row.commission_status === 100 && row.settled_at !== null && periodOf(Number(row.settled_at)) === month,
    );
    const [totals] = await run('settle', '--json', '--period', month);
    expect(totals).toMatchObject({
      period: month,
      rows: settled.length,
      service_amount_fen: settled.reduce((sum, row) => sum + Number(row.service_amount_fen), 0),
      actual_payment_fen: settled.reduce((sum, row) => sum + Number(row.actual_payment_fen), 0),
      orders: new Set(settled.map((row) => row.order_id)).size,
    });
    expect(await run('settle', '--json', '--period', month, '--close')).toEqual([totals]);

    const out = tempFolder();
    const [report] = await run('report', '--json', '--period', month, '--out', out);
    const { files, ...reported } = report as { files: string[] };
    expect(reported).toEqual(totals);
    expect(files.every((file) => existsSync(file))).toBe(true);
    const csv = files.find((file) => file.endsWith('.csv'))!;
    expect((await deskCommand(['verify', csv], null)).status).toBe(0);
    const changed = join(out, 'changed.csv');
    writeFileSync(changed, readFileSync(csv, 'utf8').replace(/(\d+)\.(\d)1,/, '$1.$22,'));
    expect(readFileSync(changed, 'utf8')).not.toBe(readFileSync(csv, 'utf8'));
    expect((await deskCommand(['verify', changed], null)).status).toBe(1);

    const promoted = await run('orders', '--format', 'json', '--channel', 'promoter');
    expect(promoted).toEqual(rows.filter((row) => row.channel === 'promoter'));
  }, 120_000);
});

async function promotable(data: string): Promise<string> {
  const { default: Database } = await import('better-sqlite3');
  const db = new Database(join(data, 'desk.db'), { readonly: true });
  const id = db
    .prepare(
      'select product_id from product where product_status = 5 and plan_status = 1 and plan_type = 2 order by product_id limit 1',
    )
    .pluck()
    .get();
  db.close();
  return String(id);
}
