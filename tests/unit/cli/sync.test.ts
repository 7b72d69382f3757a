import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { runCommand } from '../../../electron/cli/command.ts';
import { startSandbox } from '../../../electron/sandbox/server.ts';
import { DAY_SECONDS } from '../../../shared/time.ts';
import { booksOf, compare, EQUAL } from '../../support/books.ts';
import { deskCommand, jsonLines } from '../../support/desk-command.ts';
import { random } from '../../support/order-rows.ts';
import { tempFolder } from '../../support/temp-folder.ts';

async function world(orders: number, options: Parameters<typeof startSandbox>[0] = {}) {
  const sandbox = await startSandbox({ seed: 11, orders, now: 1_795_000_000, frozen: true, ...options });
  onTestFinished(() => sandbox.close());
  const data = tempFolder();
  const run = (verb: string, args: string[] = [], killAfterMs?: number) =>
    deskCommand([verb, '--data', data, '--base-url', sandbox.url, ...args], sandbox, killAfterMs);
  const difference = async () => {
    const { stdout, status } = await run('orders', ['--format', 'json']);
    expect(status).toBe(0);
    return compare(await booksOf(sandbox.url), jsonLines(stdout));
  };
  return { sandbox, data, run, difference };
}

// Each step starts the program anew, and the machine may be busy.
describe('league-desk sync and orders', { timeout: 180_000 }, () => {
  it('give the rows of the platform, field by field, also ten days later', async () => {
    const { sandbox, run, difference } = await world(600);
    const first = await run('sync', ['--json']);
    expect(first.status, first.stderr).toBe(0);
    const outcome = JSON.parse(first.stdout.trim().split('\n').at(-1)!);
    expect(Object.keys(outcome)).toEqual(
      expect.arrayContaining(['shops', 'products', 'promoters', 'orders', 'known_as_of']),
    );
    expect(outcome.orders).toMatchObject({ changed: 0, unchanged: 0, quarantined: 0 });
    expect(await difference()).toEqual(EQUAL);
    sandbox.clock.advance(10 * DAY_SECONDS);
    expect((await run('sync')).status).toBe(0);
    expect(await difference()).toEqual(EQUAL);
  });

  it('lose nothing when killed twenty times at any moment', async () => {
    const { data, run, difference } = await world(1500);
    const draw = random(3);
    let killed = 0;
    for (let round = 0; round < 20; round += 1) {
      const ended = await run('sync', [], 250 + Math.floor(draw() * 900));
      if (ended.status === null) killed += 1;
    }
    expect(killed).toBeGreaterThan(0);
    expect((await run('sync')).status).toBe(0);
    expect(await difference()).toEqual(EQUAL);
    const db = new Database(join(data, 'desk.db'), { readonly: true });
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(db.prepare('select count(*) from order_key').pluck().get()).toBe(0);
    expect(db.prepare('select max(versions) from commission_order').pluck().get()).toBe(1);
    db.close();
  });

  it('say what is wrong with a code on stderr, nothing on stdout, and exit 1', async () => {
    const { sandbox, data } = await world(50);
    const sync = (credentials: { appId: string; secret: string } | null, address = sandbox.url) =>
      deskCommand(['sync', '--data', data, '--base-url', address, '--json'], credentials);
    const cases: [string, ReturnType<typeof sync>][] = [
      ['platform.40001', sync({ appId: sandbox.appId, secret: '0'.repeat(32) })],
      ['platform.40013', sync({ appId: 'wx0000000000000000', secret: sandbox.secret })],
      ['credentials.missing', sync(null)],
      ['network.unreachable', sync(sandbox, 'http://127.0.0.1:1')],
      ['network.bad_address', sync(sandbox, 'http://203.0.113.1')],
    ];
    for (const [code, ended] of cases) {
      const { status, stdout, stderr } = await ended;
      // All cases use one data folder at once; whoever finds it taken says so, which is right as well.
      expect(stderr, code).toMatch(new RegExp(`^(${code.replace('.', '\\.')}|store\\.locked): .+`, 'm'));
      expect([status, stdout], code).toEqual([1, '']);
    }
  });

  it('names the address an allow-list misses', async () => {
    const { run } = await world(50, { faults: 'ip-not-allowed:1' });
    const { status, stderr } = await run('sync');
    expect(status).toBe(1);
    expect(stderr).toMatch(/^platform\.40164: .*address=/m);
  });

  it('tell an HTML page from the platform', async () => {
    const { run } = await world(50, { faults: 'html:1' });
    const { status, stderr } = await run('sync');
    expect(status).toBe(1);
    expect(stderr).toMatch(/^network\.not_json: /m);
  });
});

describe('league-desk usage', { timeout: 60_000 }, () => {
  it.each([
    [[]],
    [['bogus']],
    [['sync']],
    [['sync', '--data', 'x', '--only', 'everything']],
    [['orders', '--data', 'x', '--format', 'pdf']],
    [['orders', '--data', 'x', '--from', '2026-02-30']],
    [['settle', '--data', 'x', '--period', '2026-13']],
    [['report', '--data', 'x', '--period', '2026-10']],
    [['verify']],
    [['invitations', '--data', 'x', 'greet', 'wx1']],
  ])('exit 2 for %j', async (args) => {
    let stderr = '';
    const write = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      stderr += text;
      return true;
    });
    onTestFinished(() => write.mockRestore());
    expect(await runCommand(args)).toBe(2);
    expect(stderr).toContain('league-desk <verb>');
  });

  it('says that a folder has no data, and does not make one', async () => {
    const folder = join(tempFolder(), 'none');
    const { status, stderr } = await deskCommand(['orders', '--data', folder], null);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^store\.unopened: /m);
    expect(existsSync(folder)).toBe(false);
  });
});
