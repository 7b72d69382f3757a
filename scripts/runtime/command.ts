import { type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

export class CommandFailed extends Error {
  readonly output: string;
  constructor(command: string, code: number | null, output: string) {
    super(`${command} ended with ${code ?? 'a signal'}`);
    this.output = output;
  }
}

type QuietOptions = Pick<SpawnOptions, 'cwd' | 'env' | 'signal'> & { onLine?: (line: string) => void };

/** Runs a command without showing its output; the last of it is kept for the error. */
export function runQuietly(command: string, args: string[], options: QuietOptions = {}): Promise<void> {
  const { onLine, ...rest } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...rest, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const collect = (chunk: Buffer) => {
      const text = chunk.toString();
      output = (output + text).slice(-8_000);
      const line = text.trim().split('\n').at(-1);
      if (line && !line.startsWith('npm warn')) onLine?.(line.slice(0, 80));
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new CommandFailed(command, code, output))));
  });
}

/** Runs a command in the terminal's own streams and gives its exit status. */
export function runVisibly(command: string, args: string[], options: SpawnOptions = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

export function readCommand(command: string, args: string[]): { status: number; stdout: string } {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return { status: status ?? 1, stdout: stdout ?? '' };
}

export function isOnPath(command: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** npm itself, the one that runs us where that is known: on Windows `npm` is not an executable file. */
export function npmCommand(): [string, string[]] {
  const script = process.env.npm_execpath;
  return script ? [process.execPath, [script]] : ['npm', []];
}
