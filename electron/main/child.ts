import { join } from 'node:path';
import { type MessagePortMain, utilityProcess } from 'electron';
import log from 'electron-log/main';
import type { Child } from './supervisor.ts';

/** Starts one of the program's other processes, which lie beside main in the bundle. */
export function forkChild(file: string, name: string): Child {
  const child = utilityProcess.fork(join(import.meta.dirname, file), [], { serviceName: name, stdio: 'pipe' });
  child.stdout?.on('data', (chunk) => log.info(`${name}: ${String(chunk).trimEnd()}`));
  child.stderr?.on('data', (chunk) => log.warn(`${name}: ${String(chunk).trimEnd()}`));
  // Later listeners than the child's end are told at once: an end must not be missed.
  let ended: number | null = null;
  child.once('exit', (code) => {
    ended = code;
  });
  return {
    post: (message, ports = []) => child.postMessage(message, ports as MessagePortMain[]),
    kill: () => child.kill(),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => {
      if (ended === null) child.once('exit', listener);
      else listener(ended);
    },
  };
}
