import { describe, expect, it, onTestFinished } from 'vitest';
import { platformAddress } from '../../../electron/service/platform/address.ts';
import { readOrder } from '../../../electron/service/platform/endpoints/orders.ts';
import { type CallRecord, createPlatform, type Platform } from '../../../electron/service/platform/platform.ts';
import { loopbackPlatform, type ScriptedAnswer, type ScriptedCall } from '../../support/loopback-platform.ts';

const ENDPOINT = '/channels/ec/league/headsupplier/shop/list/get';

async function client(script: (call: ScriptedCall, count: number) => ScriptedAnswer, date?: () => string) {
  const server = await loopbackPlatform(script, date);
  const records: CallRecord[] = [];
  const waits: number[] = [];
  const platform: Platform = createPlatform({
    baseUrl: server.url,
    credentials: { appId: 'wx1', secret: 's' },
    onCall: (record) => records.push(record),
    wait: async (ms) => {
      waits.push(ms);
    },
  });
  onTestFinished(() => platform.close());
  return { ...server, platform, records, waits };
}

describe('the platform client', () => {
  it('hears the answer of a call that changes something to its end, and begins none that was called off', async () => {
    let answer = () => {};
    const abort = new AbortController();
    let heard = () => {};
    const asked = new Promise<void>((resolve) => {
      heard = resolve;
    });
    const { platform, calls } = await client((call) => {
      if (call.path !== ENDPOINT) return {};
      return (response) => {
        answer = () => response.end(JSON.stringify({ errcode: 0, errmsg: 'ok', kept: true }));
        heard();
      };
    });
    const changing = platform.call(ENDPOINT, {}, abort.signal, { unbroken: true });
    await asked;
    abort.abort(new Error('called off'));
    answer();
    expect((await changing).value).toMatchObject({ kept: true });
    await expect(platform.call(ENDPOINT, {}, abort.signal, { unbroken: true })).rejects.toThrow('called off');
    expect(calls.filter((call) => call.path === ENDPOINT)).toHaveLength(1);
  });

  it('gets one token for many calls at once', async () => {
    const { platform, tokens } = await client(() => ({}));
    await Promise.all(Array.from({ length: 30 }, () => platform.call(ENDPOINT, {})));
    expect(tokens()).toBe(1);
  });

  it.each([40001, 42001])('renews the token once on %d and repeats the call', async (errcode) => {
    const { platform, calls, tokens } = await client((call) =>
      call.token === 'token-1' ? { errcode, errmsg: 'token' } : {},
    );
    await platform.call(ENDPOINT, { page_size: 30 });
    expect(tokens()).toBe(2);
    expect(calls.filter((call) => call.path === ENDPOINT).map((call) => call.token)).toEqual(['token-1', 'token-2']);
  });

  it('forces a new token only when the platform hands out the refused one again', async () => {
    const { platform, calls } = await client((call) => {
      if (call.path === '/cgi-bin/stable_token')
        return { access_token: call.body.force_refresh ? 'fresh' : 'stale', expires_in: 7200 };
      return call.token === 'stale' ? { errcode: 40001, errmsg: 'invalid credential' } : {};
    });
    await platform.call(ENDPOINT, {});
    expect(calls.filter((call) => call.path !== ENDPOINT).map((call) => call.body.force_refresh)).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('says why when the secret is wrong, without trying again', async () => {
    const { platform, calls } = await client(() => ({
      errcode: 40125,
      errmsg: 'invalid appsecret rid: 1a2b3c4d-5e6f',
    }));
    await expect(platform.call(ENDPOINT, {})).rejects.toMatchObject({ code: 'platform.40125' });
    expect(calls).toHaveLength(1);
  });

  it('names the address that is missing in the allow-list', async () => {
    const { platform } = await client(() => ({
      errcode: 40164,
      errmsg: 'invalid ip 203.0.113.9 ipv6 ::ffff:203.0.113.9, not in whitelist',
    }));
    await expect(platform.call(ENDPOINT, {})).rejects.toMatchObject({
      code: 'platform.40164',
      params: { address: '203.0.113.9' },
    });
  });

  it.each<[string, ScriptedAnswer]>([
    ['-1', { errcode: -1, errmsg: 'system error' }],
    ['45009', { errcode: 45009, errmsg: 'reach max api daily quota limit' }],
    ['45011', { errcode: '45011', errmsg: 'api minute-quota reach limit' }],
    ['an HTML page', '<html>gateway</html>'],
    ['a cut reply', '{"errcode":0,"shop_list":[{"ba'],
    [
      '502',
      (response) => {
        response.statusCode = 502;
        response.end('<html>');
      },
    ],
    ['a reset', (response) => response.destroy()],
    [
      'a reset in mid body',
      (response) => {
        response.writeHead(200, { 'content-length': '5000' });
        response.write('{"errcode":0,');
        setImmediate(() => response.destroy());
      },
    ],
  ])('tries again after %s, waiting longer each time', async (_name, answer) => {
    const { platform, waits } = await client((call, count) => (call.path === ENDPOINT && count < 4 ? answer : {}));
    await platform.call(ENDPOINT, {});
    expect(waits).toHaveLength(3);
    expect(waits[2]!).toBeGreaterThan(waits[0]!);
  });

  it('gives up with the code after its patience', async () => {
    const { platform } = await client((call) => (call.path === ENDPOINT ? { errcode: -1, errmsg: 'busy' } : {}));
    await expect(platform.call(ENDPOINT, {})).rejects.toMatchObject({ code: 'platform.-1' });
  });

  it('writes every try into the ledger, never a token or a secret', async () => {
    const { platform, records } = await client((call, count) =>
      call.path === ENDPOINT && count === 1 ? { errcode: -1, errmsg: 'busy rid: 6650b1f2-aaaa-bbbb' } : {},
    );
    await platform.call(ENDPOINT, {});
    expect(records.map(({ endpoint, outcome, tryNumber }) => [endpoint, outcome, tryNumber])).toEqual([
      ['/cgi-bin/stable_token', 'ok', 1],
      [ENDPOINT, 'platform.-1', 1],
      [ENDPOINT, 'ok', 2],
    ]);
    expect(records[1]!.rid).toBe('6650b1f2-aaaa-bbbb');
    expect(JSON.stringify(records)).not.toContain('token-1');
  });

  it('takes its time from the Date header', async () => {
    const { platform } = await client(
      () => ({}),
      () => 'Sun, 22 Nov 2026 12:00:00 GMT',
    );
    expect(platform.clock.skew()).toBeNull();
    await platform.reach();
    expect(platform.clock.now() - 1795348800).toBeLessThan(3);
  });

  it('says that nobody answers', async () => {
    const platform = createPlatform({
      baseUrl: 'http://127.0.0.1:1',
      credentials: { appId: 'wx1', secret: 's' },
      wait: async () => {},
    });
    onTestFinished(() => platform.close());
    await expect(platform.call(ENDPOINT, {})).rejects.toMatchObject({ code: 'network.unreachable' });
  });
});

describe('a commission order', () => {
  it('is asked for with ids as text, and as bare integers where only those are taken', async () => {
    const { platform, calls } = await client((call) =>
      typeof call.body.order_id === 'string' && call.path.endsWith('/order/get')
        ? { errcode: 10024000, errmsg: 'bad parameter' }
        : {},
    );
    await readOrder(platform, { order_id: '3701234567', sku_id: '12' });
    await readOrder(platform, { order_id: '3701234568', sku_id: '12' });
    expect(calls.filter((call) => call.path.endsWith('/order/get')).map((call) => call.body.order_id)).toEqual([
      '3701234567',
      3701234567,
      3701234568,
    ]);
  });
});

describe('the address of the platform', () => {
  it('is https, or http on this machine only', () => {
    expect(platformAddress('https://api.weixin.qq.com/')).toBe('https://api.weixin.qq.com');
    expect(platformAddress('http://127.0.0.1:4010')).toBe('http://127.0.0.1:4010');
    for (const wrong of ['http://10.0.0.1', 'api.weixin.qq.com', 'ftp://127.0.0.1', ''])
      expect(() => platformAddress(wrong)).toThrow(expect.objectContaining({ code: 'network.bad_address' }));
  });
});
