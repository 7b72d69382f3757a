import { readdirSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { pictureOf } from '../../../electron/main/page-address.ts';
import { LARGEST_PICTURE, PictureCache, pictureKey } from '../../../electron/main/picture-cache.ts';
import { pictureAddress } from '../../../shared/picture-address.ts';
import { jpegOf, pngOf } from '../../support/picture-bytes.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const png = pngOf(40, 30);
const addressOf = (n: number) => `https://a.example/${n}.png`;

describe('pictures', () => {
  it('are fetched once and then come from the disk, also offline', async () => {
    const folder = tempFolder();
    let fetched = 0;
    const online = new PictureCache(folder, async () => {
      fetched += 1;
      return png;
    });
    await Promise.all([online.get(addressOf(1)), online.get(addressOf(1))]);
    expect(await online.get(addressOf(1))).toEqual({ type: 'image/png', bytes: png });
    expect(fetched).toBe(1);
    const offline = new PictureCache(folder, () => Promise.reject(new Error('offline')));
    expect(await offline.get(addressOf(1))).toEqual({ type: 'image/png', bytes: png });
    expect(await offline.get(addressOf(2))).toBeNull();
  });

  it('are pictures: no page, no script, nothing huge in bytes or pixels is kept', async () => {
    const folder = tempFolder();
    for (const wrong of [
      Buffer.from('<html>'),
      Buffer.from('GIF'),
      Buffer.alloc(0),
      Buffer.concat([png, Buffer.alloc(LARGEST_PICTURE)]),
      pngOf(40_000, 40_000),
      jpegOf(65_000, 65_000),
    ]) {
      const cache = new PictureCache(folder, async () => wrong);
      expect(await cache.get('https://a.example/x')).toBeNull();
    }
    expect(readdirSync(folder)).toEqual([]);
  });

  it('that are none are not asked for again at once, those that could not be reached are', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      let fetched = 0;
      let online = false;
      const cache = new PictureCache(tempFolder(), async () => {
        fetched += 1;
        if (!online) throw new Error('offline');
        return fetched > 3 ? png : null;
      });
      await cache.get(addressOf(1));
      online = true;
      await cache.get(addressOf(1));
      await cache.get(addressOf(1));
      expect(fetched).toBe(2);
      vi.setSystemTime(Date.now() + 601_000);
      await cache.get(addressOf(1));
      vi.setSystemTime(Date.now() + 601_000);
      expect(await cache.get(addressOf(1))).toMatchObject({ type: 'image/png' });
      expect(fetched).toBe(4);
    } finally {
      vi.useRealTimers();
    }
  });

  it('keep within their number and their bytes, the ones longest not looked at going first', async () => {
    const folder = tempFolder();
    const big = Buffer.concat([png, Buffer.alloc(1000)]);
    const fetch = async (address: string) => (address.includes('big') ? big : png);
    const few = new PictureCache(folder, fetch, { files: 10, bytes: 1_000_000 });
    for (let n = 0; n < 10; n += 1) {
      await few.get(addressOf(n));
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await few.get(addressOf(0));
    await few.get(addressOf(10));
    const names = readdirSync(folder).map((name) => name.split('.')[0]);
    expect(names).toHaveLength(9);
    expect(names).toContain(pictureKey(addressOf(0)));
    expect(names).not.toContain(pictureKey(addressOf(1)));

    const small = new PictureCache(folder, fetch, { files: 100, bytes: 3000 });
    for (let n = 0; n < 6; n += 1) await small.get(`https://a.example/big/${n}.png`);
    expect(readdirSync(folder).length).toBeLessThanOrEqual(3);
  });

  it('are fetched ahead a few at a time, only what is missing, and only while that is allowed', async () => {
    const asked: string[] = [];
    let most = 0;
    let under = 0;
    let both = () => {};
    const together = new Promise<void>((resolve) => {
      both = resolve;
    });
    const cache = new PictureCache(
      tempFolder(),
      async (address) => {
        asked.push(address);
        under += 1;
        most = Math.max(most, under);
        // Of those fetched ahead nothing is there before two are asked for.
        if (under === 2) both();
        if (asked.length > 1) await together;
        await new Promise((resolve) => setImmediate(resolve));
        under -= 1;
        return png;
      },
      { files: 40, bytes: 1_000_000 },
    );
    await cache.get(addressOf(3));
    const wanted = Array.from({ length: 30 }, (_, n) => addressOf(n));
    await cache.prefetch(wanted, () => asked.length < 6);
    // One may be on its way when it is forbidden.
    expect(asked.slice(0, 3).sort()).toEqual([0, 1, 3].map(addressOf));
    expect(asked[0]).toBe(addressOf(3));
    expect(asked.length).toBeLessThanOrEqual(7);
    expect(most).toBe(2);
    await Promise.all([cache.prefetch(wanted, () => true), cache.prefetch(wanted.slice(0, 12), () => true)]);
    // The newer list took the place of the older one.
    expect(asked.length).toBeLessThanOrEqual(15);
    await cache.prefetch(wanted, () => true);
    // Half of the room at most is filled ahead.
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('come from https or the stand-in on this machine only', () => {
    for (const wrong of [
      'http://a.example/1.png',
      'http://192.168.0.1/1.png',
      'file:///etc/passwd',
      'data:image/png;base64,',
      'x',
      '',
    ])
      expect(pictureKey(wrong), wrong).toBeNull();
    expect(pictureKey('http://127.0.0.1:4010/p/1.svg')).toBe(pictureKey('http://127.0.0.1:5020/p/1.svg'));
    expect(pictureKey(addressOf(1))).not.toBe(pictureKey(addressOf(2)));
  });

  it('are asked for by an address of the page itself', () => {
    const address = 'https://a.example/1.png?x=1&y=2';
    expect(pictureOf(`app://league-desk${pictureAddress(address)}`)).toBe(address);
    expect(pictureOf(`https://evil.example${pictureAddress(address)}`)).toBeNull();
    expect(pictureOf('app://league-desk/index.html')).toBeNull();
  });
});
