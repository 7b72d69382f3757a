import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runVisibly } from '../runtime/command.ts';
import { root } from '../runtime/root.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { ensurePython } from '../runtime/system-packages.ts';
import { type Count, countReport } from './count.ts';

type Suite = (runtime: Runtime, rest: string[]) => Promise<Count>;

export const reportFolder = join(root, 'test-results', 'counts');

export const suites: Record<string, Suite> = {
  types: (runtime) => tool(runtime, join('typescript', 'bin', 'tsc'), ['--noEmit']),
  lint: (runtime) => tool(runtime, join('@biomejs', 'biome', 'bin', 'biome'), ['check', '.']),
  unit: async (runtime, rest) => {
    await ensurePython();
    return vitest(runtime, 'unit', ['--config', 'vitest.config.ts', ...rest]);
  },
  e2e: async (runtime, rest) => {
    const count = await vitest(runtime, 'e2e', ['--config', join('tests', 'e2e', 'vitest.config.ts'), ...rest]);
    console.log(`   driven: Electron ${runtime.electronVersion}`);
    return count;
  },
};

async function tool(runtime: Runtime, script: string, args: string[]): Promise<Count> {
  const status = await run(runtime, script, args);
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function vitest(runtime: Runtime, name: string, args: string[]): Promise<Count> {
  const report = join(reportFolder, `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const status = await run(runtime, join('vitest', 'vitest.mjs'), ['run', ...reporters, ...args]);
  return countReport(existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null, status);
}

function run(runtime: Runtime, script: string, args: string[]): Promise<number> {
  const env = { ...process.env, ...runtime.env };
  return runVisibly(process.execPath, [join(root, 'node_modules', script), ...args], { cwd: root, env });
}
