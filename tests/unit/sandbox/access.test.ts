import { describe, expect, it } from 'vitest';
import { ORDER, ORDER_LIST, small } from './caller.ts';

const BALANCE = '/channels/ec/league/headsupplier/funds/balance/get';
const RID = / rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/;

describe('tokens', () => {
  it('refuses wrong credentials with the documented codes', async () => {
    const caller = await small();
    expect(await caller.grant({ appid: 'wx0000000000000000' })).toMatchObject({ errcode: 40013 });
    expect(await caller.grant({ appid: '' })).toMatchObject({ errcode: 41002 });
    expect(await caller.grant({ secret: 'f'.repeat(32) })).toMatchObject({ errcode: 40001 });
    expect(await caller.grant({ secret: 'short' })).toMatchObject({ errcode: 40125 });
    expect(await caller.grant({ grant_type: 'password' })).toMatchObject({ errcode: 40002 });
  });

  it('gives the same stable token while it is valid and renews it five minutes before its end', async () => {
    const caller = await small();
    const first = await caller.grant();
    expect(first).toEqual({ access_token: expect.any(String), expires_in: 7200 });
    caller.sandbox.clock.advance(6000);
    expect(await caller.grant()).toEqual({ access_token: first.access_token, expires_in: 1200 });
    caller.sandbox.clock.advance(950);
    const second = await caller.grant();
    expect(second.access_token).not.toBe(first.access_token);
    // Both work until the old one runs out.
    expect(await caller.callWith(first.access_token, BALANCE, {})).toMatchObject({ errcode: 0 });
    expect(await caller.callWith(second.access_token, BALANCE, {})).toMatchObject({ errcode: 0 });
    caller.sandbox.clock.advance(250);
    expect(await caller.callWith(first.access_token, BALANCE, {})).toMatchObject({ errcode: 42001 });
  });

  it('kills the old token in force mode, not twice within thirty seconds, twenty times a day', async () => {
    const caller = await small();
    const first = await caller.grant();
    const second = await caller.grant({ force_refresh: true });
    expect(await caller.callWith(first.access_token, BALANCE, {})).toMatchObject({ errcode: 40001 });
    caller.sandbox.clock.advance(10);
    expect((await caller.grant({ force_refresh: true })).access_token).toBe(second.access_token);
    for (let i = 1; i < 20; i++) {
      caller.sandbox.clock.advance(31);
      expect(await caller.grant({ force_refresh: true })).toMatchObject({ expires_in: 7200 });
    }
    caller.sandbox.clock.advance(31);
    expect(await caller.grant({ force_refresh: true })).toMatchObject({ errcode: 45009 });
  });

  it('replaces the plain token on every call and keeps it apart from the stable one', async () => {
    const caller = await small();
    const { appId, secret } = caller.sandbox;
    const ask = async () =>
      JSON.parse(
        (await caller.raw(`/cgi-bin/token?grant_type=client_credential&appid=${appId}&secret=${secret}`)).text,
      );
    const stable = await caller.grant();
    const first = await ask();
    const second = await ask();
    expect(await caller.callWith(first.access_token, BALANCE, {})).toMatchObject({ errcode: 0 });
    caller.sandbox.clock.advance(301);
    expect(await caller.callWith(first.access_token, BALANCE, {})).toMatchObject({ errcode: 42001 });
    expect(await caller.callWith(second.access_token, BALANCE, {})).toMatchObject({ errcode: 0 });
    expect((await caller.grant()).access_token).toBe(stable.access_token);
  });
});

describe('calls', () => {
  it('refuses what cannot be a call', async () => {
    const caller = await small();
    const token = (await caller.grant()).access_token;
    const post = async (path: string, body: string) => (await caller.raw(path, { method: 'POST', body })).text;
    expect(JSON.parse(await post(ORDER, '{}'))).toMatchObject({ errcode: 41001, errmsg: expect.stringMatching(RID) });
    expect(JSON.parse(await post(`${ORDER}?access_token=nonsense`, '{}'))).toMatchObject({ errcode: 40001 });
    expect(JSON.parse((await caller.raw(`${ORDER}?access_token=${token}`)).text)).toMatchObject({ errcode: 43002 });
    expect(JSON.parse(await post(`${ORDER}?access_token=${token}`, ''))).toMatchObject({ errcode: 44002 });
    expect(JSON.parse(await post(`${ORDER}?access_token=${token}`, '{"order_id":'))).toMatchObject({ errcode: 47001 });
    expect(JSON.parse(await post(`${ORDER}?access_token=${token}`, '[1]'))).toMatchObject({ errcode: 47001 });
    expect(JSON.parse(await post(ORDER, ' '.repeat(1_100_000)))).toMatchObject({ errcode: 45002 });
    const unknown = await caller.raw('/channels/ec/order/get', { method: 'POST', body: '{}' });
    expect(unknown.status).toBe(404);
    expect(JSON.parse(unknown.text)).toMatchObject({ errcode: 40066 });
  });

  it('answers business errors with HTTP 200 and the clock of the sandbox in Date', async () => {
    const caller = await small();
    const refused = await caller.raw(ORDER_LIST, { method: 'POST', body: '{}' });
    expect(refused.status).toBe(200);
    expect(Date.parse(refused.headers.get('date') ?? '') / 1000).toBe(caller.sandbox.clock.now());
  });

  it('tells and enforces quotas', async () => {
    const caller = await small();
    expect(await caller.call('/cgi-bin/openapi/quota/get', { cgi_path: 'order' })).toMatchObject({ errcode: 76003 });
    expect(await caller.call('/cgi-bin/openapi/quota/get', { cgi_path: '/no/such' })).toMatchObject({ errcode: 76021 });
    await caller.door('scenario', { kind: 'limit', path: BALANCE, daily: 3, per_minute: 2 });
    expect(await caller.call(BALANCE, {})).toMatchObject({ errcode: 0 });
    expect(await caller.call(BALANCE, {})).toMatchObject({ errcode: 0 });
    expect(await caller.call(BALANCE, {})).toMatchObject({ errcode: 45011 });
    caller.sandbox.clock.advance(60);
    expect(await caller.call(BALANCE, {})).toMatchObject({ errcode: 0 });
    expect(await caller.call(BALANCE, {})).toMatchObject({ errcode: 45009 });
    expect(await caller.call('/cgi-bin/openapi/quota/get', { cgi_path: BALANCE })).toMatchObject({
      quota: { daily_limit: 3, used: 3, remain: 0 },
      rate_limit: { call_count: 2, refresh_second: 60 },
    });
    expect(await caller.call('/cgi-bin/clear_quota', { appid: caller.sandbox.appId })).toMatchObject({ errcode: 0 });
    expect(await caller.call(BALANCE, {})).toMatchObject({ errcode: 0 });
  });

  it('counts calls by path and outcome', async () => {
    const caller = await small();
    await caller.call(BALANCE, {});
    await caller.call(ORDER_LIST, { page_size: 31 });
    expect(caller.sandbox.calls.list()).toMatchObject({
      '/cgi-bin/stable_token': { ok: 1 },
      [BALANCE]: { ok: 1 },
      [ORDER_LIST]: { '10024000': 1 },
    });
  });
});
