import { ensureBundle } from './runtime/bundle.ts';
import { runVisibly } from './runtime/command.ts';
import { runScript } from './runtime/failure.ts';
import { programArguments } from './runtime/program.ts';
import { say } from './runtime/progress.ts';
import { ensureRuntime } from './runtime/runtime.ts';
import { hasDisplay } from './runtime/system-packages.ts';

/** `npm start [-- --data FOLDER …]` opens the window, a new demo institution with its first sync under way; what follows `--` goes to the program. */
await runScript(async () => {
  const runtime = await ensureRuntime();
  await ensureBundle(runtime);
  const { executable } = runtime;
  const env = { ...process.env, ...runtime.env };
  const args = [...programArguments(), '--first-sync', ...process.argv.slice(2)];
  if (process.platform !== 'linux' || hasDisplay()) return runVisibly(executable, args, { env });
  say('• there is no display: the window opens on a virtual screen (xvfb), nobody will see it');
  return runVisibly('xvfb-run', ['-a', '-s', '-screen 0 1600x1000x24', executable, ...args], { env });
});
