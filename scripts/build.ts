import { ensureBundle } from './runtime/bundle.ts';
import { runScript } from './runtime/failure.ts';
import { say } from './runtime/progress.ts';
import { ensureRuntime } from './runtime/runtime.ts';

await runScript(async () => {
  await ensureBundle(await ensureRuntime());
  say('✓ The program is built in out/');
  return 0;
});
