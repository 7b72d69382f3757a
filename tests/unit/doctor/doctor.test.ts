import { describe, expect, it } from 'vitest';
import { startDoctor } from '../../../electron/service/doctor/run.ts';
import { jobs } from '../../../electron/service/job.ts';
import { audit } from '../../../electron/service/store/audit.ts';
import { moveOrderCursor } from '../../../electron/service/sync/window.ts';
import type { Job } from '../../../shared/contract/desk.ts';
import { DOCTOR_CHECKS, type DoctorLine, type DoctorReport } from '../../../shared/contract/doctor.ts';
import { errors as en } from '../../../shared/error-text/en.ts';
import { failureText } from '../../../shared/error-text/failure-text.ts';
import { errors as zh } from '../../../shared/error-text/zh.ts';
import { loopbackPlatform } from '../../support/loopback-platform.ts';
import { type DeskOptions, type SandboxDesk, sandboxDesk } from '../../support/sandbox-desk.ts';

const NOW = 1_795_000_000;
const ORDER_GET = '/channels/ec/league/headsupplier/order/get';

async function report(desk: SandboxDesk): Promise<DoctorReport> {
  const job = await new Promise<Job>((resolve) => {
    const work = jobs((one) => one.state !== 'running' && resolve(one));
    startDoctor(desk, work, { version: '1.2.3' });
  });
  expect(job.error).toBe(null);
  return job.result as DoctorReport;
}

async function examined(world: Parameters<typeof sandboxDesk>[0] = {}, options: DeskOptions = {}) {
  const desk = await sandboxDesk(world, options);
  return { desk, ...(await report(desk)) };
}

function found(lines: DoctorLine[], check: string, subject: string | null = null): DoctorLine {
  return lines.find((line) => line.check === check && (subject === null || line.subject === subject))!;
}

const states = (lines: DoctorLine[], check: string) => [
  ...new Set(lines.filter((line) => line.check === check).map(({ state, code }) => `${state} ${code}`)),
];

/** Every line must have a text in both languages, with all its values filled in. */
function expectTexts(lines: DoctorLine[]) {
  for (const line of lines)
    for (const language of ['zh', 'en'] as const) {
      const text = failureText(line as never, language);
      expect(text.title, line.code).not.toBe('');
      expect(text.title, line.code).not.toBe((language === 'zh' ? zh : en).other.title);
      expect(`${text.title}${text.next}`, line.code).not.toMatch(/\{\{|undefined|null/);
    }
}

describe('the doctor', { timeout: 60_000 }, () => {
  it('finds a healthy institution healthy, in the order of the contract', async () => {
    const desk = await sandboxDesk();
    moveOrderCursor(desk.store, { known_as_of: NOW - 7200, covered_from: NOW - 90_000 });
    audit(desk.store, { at: NOW, staff: '小林', action: 'partnership.accept', detail: { shop_appid: 'wx1' } });
    const { at, lines } = await report(desk);
    expect(at).toBe(NOW);
    expect([...new Set(lines.map(({ check }) => check))]).toEqual([...DOCTOR_CHECKS]);
    expect(lines.filter(({ state }) => state === 'bad')).toEqual([]);
    expect(found(lines, 'versions').params).toMatchObject({
      program: '1.2.3',
      runtime: `Node ${process.versions.node}`,
    });
    expect(found(lines, 'integrity').code).toBe('doctor.store_ok');
    expect(found(lines, 'audit_chain')).toMatchObject({ code: 'doctor.audit_ok', params: { entries: 1 } });
    expect(found(lines, 'freshness')).toMatchObject({ code: 'doctor.fresh', params: { hours: 2 } });
    expect(found(lines, 'quota', ORDER_GET)).toMatchObject({ state: 'ok', params: { daily_limit: 5_000_000 } });
    const permitted = lines.filter(({ code }) => code === 'doctor.permission_ok').map(({ subject }) => subject);
    expect(permitted).toEqual(
      expect.arrayContaining([ORDER_GET, '/channels/ec/league/headsupplier/funds/balance/get']),
    );
    expectTexts(lines);
  });

  it('shows no secret and no token, whatever goes wrong', async () => {
    for (const faults of ['', 'ip-not-allowed:1', 'no-permission:1', 'html:1', 'http-5xx:1']) {
      const { desk, lines } = await examined({ faults });
      const text = JSON.stringify(lines);
      expect(text, faults).not.toContain(desk.sandbox.secret);
      expect(text, faults).not.toMatch(/secret|token/i);
      expectTexts(lines);
    }
  });

  it('names the address an allow-list misses, and leaves alone what cannot be asked then', async () => {
    const { lines } = await examined({ faults: 'ip-not-allowed:1' });
    expect(found(lines, 'allow_list')).toMatchObject({ state: 'bad', code: 'platform.40164' });
    expect(found(lines, 'allow_list').params.address).toMatch(/^[\d.]+$/);
    expect(found(lines, 'address').state).toBe('ok');
    expect(states(lines, 'credentials')).toEqual(['unknown doctor.not_let_in']);
    expect(states(lines, 'permission')).toEqual(['unknown doctor.not_let_in']);
    expect(states(lines, 'quota')).toEqual(['unknown doctor.not_let_in']);
  });

  it('tells a wrong secret from a wrong AppID', async () => {
    const { desk, lines } = await examined({}, { secret: '0'.repeat(32) });
    expect(found(lines, 'credentials')).toMatchObject({ state: 'bad', code: 'platform.40001' });
    expect(found(lines, 'address').state).toBe('ok');
    expect(states(lines, 'permission')).toEqual(['unknown doctor.no_account']);
    expect(JSON.stringify(lines)).not.toContain('0'.repeat(32));
    expect(JSON.stringify(lines)).not.toContain(desk.sandbox.secret);
    const bad = await examined({}, { secret: 'short' });
    expect(found(bad.lines, 'credentials').code).toBe('platform.40125');
  });

  it('names each endpoint that may not be called, and the others as permitted', async () => {
    const answers: Record<string, Record<string, unknown>> = {
      '/channels/ec/league/headsupplier/funds/balance/get': { errcode: 48001, errmsg: 'api unauthorized' },
      '/channels/ec/league/headsupplier/clue/list/get': { errcode: 48004, errmsg: 'api forbidden' },
      '/channels/ec/promoter/get_bind_talent_list': { errcode: 40066, errmsg: 'invalid url' },
      [ORDER_GET]: { errcode: 10024006, errmsg: 'commission order not exist' },
    };
    const { url } = await loopbackPlatform(({ path }) => answers[path] ?? {});
    const { lines } = await examined({}, { baseUrl: url });
    const permission = lines.filter(({ check, state }) => check === 'permission' && state !== 'ok');
    expect(permission.map(({ subject, state, code }) => [subject, state, code])).toEqual([
      ['/channels/ec/league/headsupplier/clue/list/get', 'bad', 'doctor.permission_withdrawn'],
      ['/channels/ec/league/headsupplier/funds/balance/get', 'bad', 'doctor.permission_missing'],
      ['/channels/ec/promoter/get_bind_talent_list', 'unknown', 'doctor.permission_unknown'],
    ]);
    expect(found(lines, 'permission', ORDER_GET).state).toBe('ok');
    expect(states(lines, 'quota')).toEqual(['unknown doctor.quota_unknown']);
    expect(JSON.stringify(lines)).not.toMatch(/secret|token/i);
    expectTexts(lines);
  });

  it('sees limits that are narrow or used up, and does not spend the last calls', async () => {
    const desk = await sandboxDesk();
    const list = '/channels/ec/league/headsupplier/order/list/get';
    await desk.door('scenario', { kind: 'limit', path: ORDER_GET, daily: 0 });
    await desk.door('scenario', { kind: 'limit', path: list, daily: 10 });
    for (let call = 0; call < 9; call += 1)
      await desk.platform().call(list, { page_size: 1, update_time_range: { start_time: NOW - 9, end_time: NOW } });
    const { lines } = await report(desk);
    expect(found(lines, 'quota', list)).toMatchObject({
      state: 'warn',
      code: 'doctor.quota_low',
      params: { remain: 1 },
    });
    expect(states(lines, 'quota')).not.toEqual(['ok doctor.quota_ok']);
    expectTexts(lines);
  });

  it('stays useful when nobody answers', async () => {
    const { lines } = await examined({}, { baseUrl: 'http://127.0.0.1:1' });
    expect(found(lines, 'address')).toMatchObject({
      state: 'bad',
      code: 'network.unreachable',
      params: { base_url: 'http://127.0.0.1:1' },
    });
    expect(states(lines, 'clock')).toEqual(['unknown doctor.not_reached']);
    expect(found(lines, 'integrity').state).toBe('ok');
    expect(found(lines, 'freshness')).toMatchObject({ state: 'warn', code: 'doctor.never_synced' });
  });

  it('works without credentials', async () => {
    const { lines } = await examined({}, { unconnected: true });
    expect(lines.filter(({ state }) => state === 'bad')).toEqual([]);
    for (const check of ['address', 'credentials', 'allow_list', 'clock', 'permission', 'quota'])
      expect(states(lines, check)).toEqual(['unknown credentials.missing']);
  });

  it('sees that the machine is not on the platform’s time, and that the books are old', async () => {
    const desk = await sandboxDesk({ now: NOW + 86_400 });
    moveOrderCursor(desk.store, { known_as_of: NOW - 86_400, covered_from: NOW - 90_000 });
    const { lines } = await report(desk);
    expect(found(lines, 'clock')).toMatchObject({ state: 'warn', code: 'doctor.clock_off' });
    expect(found(lines, 'freshness')).toMatchObject({ state: 'warn', code: 'doctor.stale', params: { hours: 48 } });
    expectTexts(lines);
  });
});
