import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startSandbox } from '../../../electron/sandbox/server.ts';
import { openStore } from '../../../electron/service/store/store.ts';
import { booksOf } from '../../support/books.ts';
import { deskCommand, jsonLines } from '../../support/desk-command.ts';
import { smallXlsx } from '../../support/small-xlsx.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const INVENTED = '3999999999999999999';

async function world() {
  const sandbox = await startSandbox({ seed: 11, orders: 60, now: 1_795_000_000, frozen: true });
  onTestFinished(() => sandbox.close());
  const data = tempFolder();
  (await openStore(data)).close();
  const hunt = (args: string[], credentials: { appId: string; secret: string } | null = sandbox) =>
    deskCommand(['hunt', '--data', data, '--base-url', sandbox.url, ...args], credentials);
  const orderId = String((await booksOf(sandbox.url))[0]!.order_id);
  return { data, hunt, orderId };
}

// Each step starts the program anew, and the machine may be busy.
describe('league-desk hunt', { timeout: 120_000 }, () => {
  it('answers ids and the rows of a table, a line each', async () => {
    const { data, hunt, orderId } = await world();
    const file = join(data, '商家订单.xlsx');
    writeFileSync(
      file,
      await smallXlsx({
        订单: [
          ['商品', '平台单', '订单编号'],
          ['茶', INVENTED, orderId],
        ],
      }),
    );
    const plain = await hunt([INVENTED, '3.70E+18', '--file', file]);
    expect([plain.status, plain.stderr]).toEqual([0, '']);
    const lines = plain.stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t').slice(0, 2));
    expect(lines).toEqual([
      [INVENTED, 'not_visible'],
      ['3.70E+18', 'damaged'],
      [orderId, 'here'],
    ]);
    const offline = await hunt(['--offline', '--json', orderId, '--file', file, '--column', '平台单'], null);
    expect(jsonLines(offline.stdout)).toMatchObject([
      { order_id: orderId, verdict: 'here', looked_up: false },
      { order_id: INVENTED, verdict: 'not_yet_read' },
    ]);
  });

  it('says that nobody could be asked, and exits 1', async () => {
    const { hunt } = await world();
    const { status, stdout, stderr } = await hunt([INVENTED], null);
    expect([status, stdout.split('\t').slice(0, 2)]).toEqual([1, [INVENTED, 'unanswered']]);
    expect(stderr).toMatch(/^credentials\.missing: .+/m);
  });

  it('names the columns when none looks right, and a file that cannot be read', async () => {
    const { data, hunt } = await world();
    const file = join(data, 'x.csv');
    writeFileSync(file, '编码,备注\n1,2\n');
    const columns = await hunt(['--offline', '--file', file]);
    expect([columns.status, columns.stderr]).toEqual([2, expect.stringContaining('编码, 备注')]);
    const gone = await hunt(['--offline', '--file', join(data, 'none.csv')]);
    expect([gone.status, gone.stderr]).toEqual([1, expect.stringMatching(/^file\.unreadable: /m)]);
    expect((await hunt([])).status).toBe(2);
    expect((await hunt([INVENTED, '--channel', 'nobody'])).status).toBe(2);
  });
});
