import { spawn } from 'node:child_process';
import { SetupFailure } from '../../scripts/runtime/failure.ts';
import { hasDisplay } from '../../scripts/runtime/system-packages.ts';

const startLimitMs = 10_000;
let display: Promise<void> | undefined;

/** A screen to open windows on: the real one, or a virtual one that lives as long as this process. */
export function ensureDisplay(): Promise<void> {
  if (process.platform !== 'linux' || hasDisplay()) return Promise.resolve();
  display ??= startVirtualDisplay();
  return display;
}

function startVirtualDisplay(): Promise<void> {
  return new Promise((resolve, reject) => {
    // It picks a free number itself and writes it to the file descriptor given: parallel runs do not meet. The shell
    // waits for the end of its input, which comes however this process ends, and takes the screen with it.
    const screen = 'Xvfb -displayfd 3 -screen 0 1920x1200x24 -nolisten tcp';
    const server = spawn('sh', ['-c', `command -v Xvfb > /dev/null || exit 1; ${screen} & cat; kill $!`], {
      stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
    });
    const giveUp = (reason: string) => reject(new SetupFailure(`No virtual screen: ${reason}.`, 'npm run setup'));
    const timer = setTimeout(() => giveUp('Xvfb did not answer'), startLimitMs);
    server.on('error', (error) => giveUp(error.message));
    server.on('exit', () => giveUp('Xvfb is missing, or ended'));
    server.stdio[3]!.once('data', (number: Buffer) => {
      clearTimeout(timer);
      process.env.DISPLAY = `:${number.toString().trim()}`;
      resolve();
    });
    server.unref();
    for (const pipe of [server.stdin, server.stdio[3]] as unknown as { unref(): void }[]) pipe.unref();
  });
}
