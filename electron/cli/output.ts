import type { DeskError, DeskFailure } from '../../shared/contract/result.ts';

/** stdout is a promise to scripts: what the verb gives and nothing else. People read stderr. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

export function printJson(value: unknown): void {
  print(JSON.stringify(value));
}

export function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** A line that replaces itself on a terminal, and is left out where nobody watches. */
export function tellProgress(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${line}`);
}

export function endProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
}

/** `code: message` on stderr. */
export function tellFailure(failure: DeskFailure | DeskError, explain: (failure: DeskFailure) => string): void {
  endProgress();
  tell(`${failure.code}: ${explain({ code: failure.code, params: failure.params })}`);
}
