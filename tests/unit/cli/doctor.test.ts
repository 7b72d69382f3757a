import { describe, expect, it, onTestFinished } from 'vitest';
import { startSandbox } from '../../../electron/sandbox/server.ts';
import { openStore } from '../../../electron/service/store/store.ts';
import { DOCTOR_CHECKS } from '../../../shared/contract/doctor.ts';
import { deskCommand, jsonLines } from '../../support/desk-command.ts';
import { tempFolder } from '../../support/temp-folder.ts';

async function world() {
  const sandbox = await startSandbox({ seed: 11, orders: 60, now: 1_795_000_000, frozen: true });
  onTestFinished(() => sandbox.close());
  const data = tempFolder();
  (await openStore(data)).close();
  const doctor = (credentials: { appId: string; secret: string } | null, args: string[] = []) =>
    deskCommand(['doctor', '--data', data, '--base-url', sandbox.url, ...args], credentials);
  return { sandbox, data, doctor };
}

// Each step starts the program anew, and the machine may be busy.
describe('league-desk doctor', { timeout: 120_000 }, () => {
  it('gives a line a check and exit 0 when nothing is bad, also beside a running program', async () => {
    const { sandbox, data, doctor } = await world();
    const window = await openStore(data);
    onTestFinished(() => window.close());
    const { status, stdout, stderr } = await doctor(sandbox);
    expect([status, stderr]).toEqual([0, '']);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.filter((line) => !/^[✓!?] .+ — .+$/.test(line))).toEqual([]);
    expect(stdout).toContain('✓ 机构凭证有效 — ');
    expect(stdout).toContain('! 还没有完整同步过 — 请先同步一次。');
    expect(stdout).not.toContain(sandbox.secret);
  });

  it('gives an object a line with --json, and exit 1 when something is bad', async () => {
    const { sandbox, doctor } = await world();
    const secret = '0'.repeat(32);
    const { status, stdout } = await doctor({ appId: sandbox.appId, secret }, ['--json']);
    expect(status).toBe(1);
    const lines = jsonLines(stdout);
    expect([...new Set(lines.map(({ check }) => check))]).toEqual([...DOCTOR_CHECKS]);
    expect(lines.find(({ check }) => check === 'credentials')).toMatchObject({ state: 'bad', code: 'platform.40001' });
    expect(stdout).not.toContain(secret);
  });

  it('works without credentials', async () => {
    const { doctor } = await world();
    const { status, stdout } = await doctor(null);
    expect(status).toBe(0);
    expect(stdout).toContain('? 还没有填写机构凭证 — ');
    expect(stdout).toContain('✓ 数据库完好 — ');
  });
});
