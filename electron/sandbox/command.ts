/** `sandbox` from a terminal: serves the stand-in until it is interrupted. */
import { parseArgs } from 'node:util';
import { parseFaults } from './faults.ts';
import { type SandboxOptions, startSandbox } from './server.ts';

const USAGE =
  'sandbox [--port N] [--seed N] [--orders N] [--faults LIST] [--fault-seed N] [--latency MS] [--now UNIX] [--frozen] [--state FILE] [--json]';

/** Resolves with the exit status: 0 after SIGINT or SIGTERM, 1 when it cannot start, 2 on bad usage. */
export async function runSandboxCommand(argv: string[]): Promise<number> {
  let wish: { options: SandboxOptions; json: boolean };
  try {
    wish = optionsOf(argv);
  } catch (error) {
    console.error(`usage: ${error instanceof Error ? error.message : error}\n${USAGE}`);
    return 2;
  }
  try {
    const sandbox = await startSandbox(wish.options);
    const { url, appId, secret } = sandbox;
    if (wish.json) console.log(JSON.stringify({ url, appId, secret }));
    else console.log(`sandbox ${url}  AppID ${appId}  secret ${secret}  admin ${url}/__sandbox/  console ${url}/`);
    await interrupted();
    await sandbox.close();
    return 0;
  } catch (error) {
    console.error(`sandbox: ${error instanceof Error ? error.message : error}`);
    return 1;
  }
}

function optionsOf(argv: string[]): { options: SandboxOptions; json: boolean } {
  const { values } = parseArgs({
    args: argv,
    options: {
      port: { type: 'string' },
      seed: { type: 'string' },
      orders: { type: 'string' },
      faults: { type: 'string' },
      'fault-seed': { type: 'string' },
      latency: { type: 'string' },
      now: { type: 'string' },
      frozen: { type: 'boolean' },
      state: { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  const options: SandboxOptions = {};
  if (values.port !== undefined) options.port = wholeOf('port', values.port, 65_535);
  if (values.seed !== undefined) options.seed = wholeOf('seed', values.seed);
  if (values.orders !== undefined) options.orders = wholeOf('orders', values.orders);
  if (values['fault-seed'] !== undefined) options.faultSeed = wholeOf('fault-seed', values['fault-seed']);
  if (values.latency !== undefined) options.latencyMs = wholeOf('latency', values.latency);
  if (values.now !== undefined) options.now = wholeOf('now', values.now);
  if (values.frozen !== undefined) options.frozen = values.frozen;
  if (values.state !== undefined) options.stateFile = values.state;
  if (values.faults !== undefined) {
    parseFaults(values.faults);
    options.faults = values.faults;
  }
  return { options, json: values.json === true };
}

function wholeOf(name: string, text: string, max = Number.MAX_SAFE_INTEGER): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > max) throw new RangeError(`--${name} needs a whole number: ${text}`);
  return value;
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
