import { readFileSync } from 'node:fs';

/**
 * The most memory this process ever held, MiB. Linux hands the peak of `getrusage` down from the parent, so there it
 * is read from the process's own record.
 */
export function peakMemory(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1024;
  return Number(/VmHWM:\s*(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024;
}
