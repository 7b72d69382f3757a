import { rmSync } from 'node:fs';
import { runScript } from './runtime/failure.ts';
import { ensureRuntime } from './runtime/runtime.ts';
import { parseTestArguments } from './suites/arguments.ts';
import { add, nothing } from './suites/count.ts';
import { reportFolder, suites } from './suites/suites.ts';

/**
 * `npm test [-- --only types,lint,unit,e2e] [-- words for vitest]`: the suites in order, cheap ones first, all of them
 * also after a failure. The last line sums them up for people and for build machines alike.
 */
await runScript(async () => {
  const { only, rest } = parseTestArguments(process.argv.slice(2), Object.keys(suites));
  rmSync(reportFolder, { recursive: true, force: true });
  const runtime = await ensureRuntime();
  let total = nothing;
  for (const [name, run] of Object.entries(suites)) {
    if (!only.includes(name)) continue;
    console.log(`\n── ${name}`);
    const count = await run(runtime, rest);
    console.log(`── ${name}: ${count.passed} passed, ${count.failed} failed`);
    total = add(total, count);
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
});
