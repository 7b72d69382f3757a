import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

export interface Ended {
  status: number | null;
  stdout: string;
  stderr: string;
}

const MAIN = resolve(import.meta.dirname, '../../electron/cli/main.ts');

/** Runs `league-desk` as a person would: its own process, its own exit status. `killAfterMs` ends it without mercy. */
export function deskCommand(
  args: string[],
  credentials: { appId: string; secret: string } | null,
  killAfterMs?: number,
): Promise<Ended> {
  const { LEAGUE_DESK_APP_ID: _id, LEAGUE_DESK_APP_SECRET: _secret, ...env } = process.env;
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: credentials
      ? { ...env, LEAGUE_DESK_APP_ID: credentials.appId, LEAGUE_DESK_APP_SECRET: credentials.secret }
      : env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const timer = killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  // Decoded by the stream: a chunk may end in the middle of a Chinese character.
  child.stdout.setEncoding('utf8');
  child.stderr.setEncoding('utf8');
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  return new Promise((done) =>
    child.on('close', (status) => {
      clearTimeout(timer);
      done({ status, stdout, stderr });
    }),
  );
}

export function jsonLines(text: string): Record<string, unknown>[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}
