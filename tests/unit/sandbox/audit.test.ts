import { expect, it } from 'vitest';
import { Calls } from '../../../electron/sandbox/calls.ts';
import { NOW, ORDER, ORDER_LIST, small } from './caller.ts';

it('counts the most calls in any second and minute, wherever it begins, and at once', () => {
  const calls = new Calls();
  const at = (ms: number) => calls.begin(5_000_000 + ms)();
  for (let i = 0; i < 10; i++) at(600 + i * 10);
  for (let i = 0; i < 10; i++) at(1300 + i * 10);
  // The last hundred of one second and the first of the next belong to one second, too.
  expect(calls.peaks()).toEqual({ second: 20, minute: 20, concurrent: 1 });
  for (let i = 0; i < 90; i++) at(10_000 + i * 300);
  expect(calls.peaks()).toEqual({ second: 20, minute: 110, concurrent: 1 });
  for (let i = 0; i < 50; i++) at(120_000 + i * 1000);
  expect(calls.peaks()).toEqual({ second: 20, minute: 110, concurrent: 1 });
  const open = [1, 2, 3].map(() => calls.begin(200_000_000));
  open[0]?.();
  expect(calls.peaks().concurrent).toBe(3);
  calls.clear();
  expect(calls.peaks()).toEqual({ second: 0, minute: 0, concurrent: 2 });
});

it('tells them at the door, with the tokens that were new', async () => {
  const caller = await small({ latencyMs: 100 });
  const { access_token } = await caller.grant();
  await caller.grant();
  const body = { page_size: 30, update_time_range: { start_time: NOW - 3600 } };
  await Promise.all([1, 2, 3, 4].map(() => caller.callWith(access_token, ORDER_LIST, body)));
  await caller.callWith(access_token, ORDER, {});
  expect(await caller.door('calls')).toEqual({
    total: 7,
    calls: {
      '/cgi-bin/stable_token': { ok: 2 },
      [ORDER_LIST]: { ok: 4 },
      [ORDER]: { '10024000': 1 },
    },
    tokens: { renewed: 1, forced: 0 },
    peaks: { second: expect.any(Number), minute: 7, concurrent: expect.any(Number) },
  });
  expect((await caller.door('calls')).peaks.concurrent).toBeGreaterThan(1);
  await caller.grant({ force_refresh: true });
  // Too soon after the last one: the same token again.
  await caller.grant({ force_refresh: true });
  caller.sandbox.clock.advance(7000);
  await caller.grant();
  expect((await caller.door('calls')).tokens).toEqual({ renewed: 2, forced: 1 });
  await caller.door('scenario', { kind: 'kill-tokens' });
  await caller.grant();
  expect((await caller.door('calls')).tokens).toEqual({ renewed: 3, forced: 1 });
  await caller.door('calls/clear', {});
  expect(await caller.door('calls')).toEqual({
    total: 0,
    calls: {},
    tokens: { renewed: 0, forced: 0 },
    peaks: { second: 0, minute: 0, concurrent: 0 },
  });
});
