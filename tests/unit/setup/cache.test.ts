import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cacheFolder, placeFolder, requireSpace, withCacheLock } from '../../../scripts/runtime/cache.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-cache-'));
  vi.stubEnv('LEAGUE_DESK_CACHE', folder);
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

describe('a folder of the cache', () => {
  it('is there whole after it was filled', async () => {
    await placeFolder(join(folder, 'thing'), async (place) => writeFileSync(join(place, 'file'), 'whole'));
    expect(readFileSync(join(folder, 'thing', 'file'), 'utf8')).toBe('whole');
    expect(readdirSync(folder)).toEqual(['thing']);
  });

  it('is not there at all when filling it failed', async () => {
    const failing = placeFolder(join(folder, 'thing'), async (place) => {
      writeFileSync(join(place, 'file'), 'half');
      throw new Error('the network went away');
    });
    await expect(failing).rejects.toThrow('the network went away');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('keeps the older one until the newer is whole', async () => {
    await placeFolder(join(folder, 'thing'), async (place) => writeFileSync(join(place, 'file'), 'old'));
    await placeFolder(join(folder, 'thing'), async () => Promise.reject(new Error('no'))).catch(() => {});
    expect(readFileSync(join(folder, 'thing', 'file'), 'utf8')).toBe('old');
  });
});

describe('the lock of the cache', () => {
  it('lets one set-up in at a time', async () => {
    const order: string[] = [];
    const turn = (name: string) =>
      withCacheLock(async () => {
        order.push(`${name} in`);
        await new Promise((resolve) => setTimeout(resolve, 50));
        order.push(`${name} out`);
      });
    await Promise.all([turn('a'), turn('b')]);
    expect(order).toEqual(['a in', 'a out', 'b in', 'b out']);
    expect(existsSync(join(folder, 'lock'))).toBe(false);
  });

  it('is taken over from a set-up that was killed, and its leftovers are removed', async () => {
    // Above the highest process number of every system we run on.
    writeFileSync(join(folder, 'lock'), '99999999');
    mkdirSync(join(folder, 'electron.partial-99999999'));
    await withCacheLock(async () => expect(readdirSync(folder)).toEqual(['lock']));
  });

  it('names the folder and the way out when there is no place for it', async () => {
    writeFileSync(join(folder, 'file'), '');
    vi.stubEnv('LEAGUE_DESK_CACHE', join(folder, 'file', 'below'));
    await expect(withCacheLock(async () => {})).rejects.toMatchObject({
      message: expect.stringContaining(join(folder, 'file', 'below')),
      nextStep: expect.stringContaining('LEAGUE_DESK_CACHE'),
    });
  });
});

describe('disk space', () => {
  it('is asked of the nearest folder that exists', () => {
    vi.stubEnv('LEAGUE_DESK_CACHE', join(folder, 'not', 'yet'));
    expect(() => requireSpace(1)).not.toThrow();
    expect(() => requireSpace(1e12)).toThrow(/MB left/);
  });
});

it('the cache lies where the system wants caches', () => {
  vi.stubEnv('LEAGUE_DESK_CACHE', '');
  vi.stubEnv('XDG_CACHE_HOME', '/somewhere');
  if (process.platform === 'linux') expect(cacheFolder()).toBe('/somewhere/league-desk-setup');
});
