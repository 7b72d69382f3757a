import { createHash } from 'node:crypto';
import { cpSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { runJob } from '../../../electron/cli/job.ts';
import { startService } from '../../../electron/service/service.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import type { Client } from '../../../shared/contract/client.ts';
import {
  type PackResult,
  REPORT_FORMATS,
  REPORT_SCOPES,
  type ReportResult,
  type StatementResult,
} from '../../../shared/contract/report.ts';
import { deskCommand } from '../../support/desk-command.ts';
import { EVENTFUL, writeEventfulMonth } from '../../support/eventful-month.ts';
import { temporaryStore } from '../../support/settlement-rows.ts';
import { INSTITUTION } from '../../support/statements.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { zipBytes } from '../../support/zip-bytes.ts';

afterEach(() => vi.unstubAllEnvs());

const sha = (bytes: Buffer | string) =>
  createHash('sha256')
    .update(typeof bytes === 'string' ? readFileSync(bytes) : bytes)
    .digest('hex');
const shaByName = (files: readonly string[]) => Object.fromEntries(files.map((file) => [basename(file), sha(file)]));

/** Every clock a program can ask stands five years and a bit later. */
const LATER = `data:text/javascript,${encodeURIComponent(`
  const Machine = globalThis.Date;
  const shift = 163_456_789_012;
  globalThis.Date = class extends Machine {
    constructor(...given) { given.length > 0 ? super(...given) : super(Machine.now() + shift); }
    static now() { return Machine.now() + shift; }
  };`)}`;

function job<Result>(client: Client, start: () => Promise<{ job_id: string }>): Promise<Result> {
  return runJob<Result>(client, start, () => {});
}

describe('the same books', () => {
  it('give the same bytes in every format, from the window’s routes and from a terminal on another machine', {
    timeout: 120_000,
  }, async () => {
    const made = await temporaryStore();
    const here = tempFolder();
    await writeEventfulMonth(made, { rows: 240 });
    made.store.run(sql`insert into setting (key, value) values ('app_id', ${INSTITUTION.app_id})`);
    made.store.db.pragma('wal_checkpoint(truncate)');
    cpSync(made.dir, here, { recursive: true });
    made.done();

    const service = await startService({
      dataDir: here,
      institution: { id: 'here', name: INSTITUTION.name, demo: false },
      credentials: null,
      version: 'test',
    });
    const client = service.client();
    const wish = { period: EVENTFUL, scopes: [...REPORT_SCOPES], formats: [...REPORT_FORMATS] };
    const out = tempFolder();
    const month = await job<ReportResult>(client, () =>
      client.call('report.start', { period: EVENTFUL, folder: join(out, 'month') }),
    );
    const pack = await job<PackResult>(client, () =>
      client.call('report.pack', { ...wish, folder: join(out, 'pack') }),
    );
    const single: string[] = [];
    for (const [scope, recipient_id] of [
      ['institution', ''],
      ['payee', 'team'],
    ] as const)
      for (const format of REPORT_FORMATS) {
        const file = join(out, scope, `any name ${format}`);
        const written = await job<StatementResult>(client, () =>
          client.call('report.statement', { period: EVENTFUL, scope, recipient_id, format, file }),
        );
        single.push(...written.files);
      }
    await service.close();

    // Another folder, zone, language and clock; the books and their key came over as a copy.
    const there = join(tempFolder(), '另一台 机器');
    cpSync(here, there, { recursive: true });
    vi.stubEnv('TZ', 'America/St_Johns');
    vi.stubEnv('LC_ALL', 'tr_TR.UTF-8');
    vi.stubEnv('LANG', 'tr_TR.UTF-8');
    vi.stubEnv('NODE_OPTIONS', `--import ${LATER}`);
    const command = async (folder: string, ...args: string[]) => {
      const words = ['report', '--json', '--data', there, '--period', EVENTFUL, '--out', join(there, folder), ...args];
      const { status, stdout, stderr } = await deskCommand(words, null);
      expect(status, stderr).toBe(0);
      return JSON.parse(stdout);
    };
    const farMonth: ReportResult['totals'] & { files: string[] } = await command('month');
    expect(shaByName(farMonth.files)).toEqual(shaByName(month.files));
    expect(farMonth.hash).toBe(month.totals.hash);

    const options = [
      ...wish.scopes.flatMap((scope) => ['--scope', scope]),
      ...wish.formats.flatMap((format) => ['--format', format]),
    ];
    const farPack: PackResult = await command('pack', '--pack', ...options);
    expect(basename(farPack.file)).toBe(basename(pack.file));
    expect(sha(farPack.file)).toBe(sha(pack.file));

    // What is handed out by itself is what lies in the pack.
    const packed = new Set([...(await zipBytes(farPack.file)).values()].map(sha));
    expect(single).toHaveLength(2 * (REPORT_FORMATS.length + 1));
    for (const file of single) expect(packed, file).toContain(sha(file));
  });
});
