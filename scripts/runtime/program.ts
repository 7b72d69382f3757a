import { root } from './root.ts';

/** How Electron is told to run this checkout. Chromium's sandbox refuses to work for root, as in containers. */
export function programArguments(): string[] {
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  return asRoot ? [root, '--no-sandbox'] : [root];
}
