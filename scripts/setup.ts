import { runScript } from './runtime/failure.ts';
import { say } from './runtime/progress.ts';
import { ensureRuntime } from './runtime/runtime.ts';

/** `npm run setup [-- --retry]`: `--retry` asks Electron's download site again after it was out of reach. */
await runScript(async () => {
  const { electronVersion, kind } = await ensureRuntime({ retry: process.argv.includes('--retry') });
  say(`✓ Ready: Node ${process.versions.node}, Electron ${electronVersion}${kind === 'given' ? ' (as given)' : ''}`);
  return 0;
});
