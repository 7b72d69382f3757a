import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fetchOfficial, findOfficial, forgetRefusal, wasRefused } from '../../../scripts/runtime/official.ts';

let folder: string;
let closedPort: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'desk-official-'));
  closedPort = await unusedPort();
  vi.stubEnv('LEAGUE_DESK_CACHE', folder);
  vi.stubEnv('ELECTRON_MIRROR', `http://127.0.0.1:${closedPort}/`);
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

// With an official Electron in place there is nothing to fetch, and the installer says so at once.
it.skipIf(findOfficial() !== null)('remembers for a day that a download site is out of reach', async () => {
  expect(wasRefused()).toBe(false);
  expect(await fetchOfficial()).toBeNull();
  expect(wasRefused()).toBe(true);
  expect(wasRefused(Date.now() + 25 * 60 * 60_000)).toBe(false);
});

it.skipIf(findOfficial() !== null)('asks again when another site is named, or when told to', async () => {
  await fetchOfficial();
  vi.stubEnv('ELECTRON_MIRROR', `http://127.0.0.1:${closedPort + 1}/`);
  expect(wasRefused()).toBe(false);
  vi.stubEnv('ELECTRON_MIRROR', `http://127.0.0.1:${closedPort}/`);
  forgetRefusal();
  expect(wasRefused()).toBe(false);
});

it.skipIf(findOfficial() !== null)('gives up on a site that answers but has no Electron', async () => {
  const server = createServer((_request, response) => response.writeHead(404).end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  vi.stubEnv('ELECTRON_MIRROR', `http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  expect(await fetchOfficial()).toBeNull();
  expect(wasRefused()).toBe(true);
  server.close();
});

it('does not stumble over a damaged memory', () => {
  const file = join(folder, 'electron-out-of-reach.json');
  writeFileSync(file, '{ half');
  expect(wasRefused()).toBe(false);
  expect(readFileSync(file, 'utf8')).toBe('{ half');
});

async function unusedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
