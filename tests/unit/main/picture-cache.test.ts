import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pictureOf } from '../../../electron/main/page-address.ts';
import { PictureCache, pictureKey } from '../../../electron/main/picture-cache.ts';
import { pictureAddress } from '../../../shared/picture-address.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const png = { type: 'image/png', bytes: Buffer.from([1, 2, 3]) };

describe('pictures', () => {
  it('are fetched once and then come from the disk, also offline', async () => {
    const folder = tempFolder();
    let fetched = 0;
    const online = new PictureCache(folder, async () => {
      fetched += 1;
      return png;
    });
    await Promise.all([online.get('https://a.example/1.png'), online.get('https://a.example/1.png')]);
    expect(await online.get('https://a.example/1.png')).toEqual(png);
    expect(fetched).toBe(1);
    const offline = new PictureCache(folder, () => Promise.reject(new Error('offline')));
    expect(await offline.get('https://a.example/1.png')).toEqual(png);
    expect(await offline.get('https://a.example/2.png')).toBeNull();
  });

  it('are pictures: no page, no script, nothing huge is kept', async () => {
    const folder = tempFolder();
    for (const wrong of [
      { ...png, type: 'text/html' },
      { ...png, bytes: Buffer.alloc(4_000_000) },
    ]) {
      const cache = new PictureCache(folder, async () => wrong);
      expect(await cache.get('https://a.example/x')).toBeNull();
    }
    expect(readdirSync(folder)).toEqual([]);
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
    expect(pictureKey('https://a.example/1.png')).not.toBe(pictureKey('https://a.example/2.png'));
  });

  it('are asked for by an address of the page itself', () => {
    const address = 'https://a.example/1.png?x=1&y=2';
    expect(pictureOf(`app://league-desk${pictureAddress(address)}`)).toBe(address);
    expect(pictureOf(`https://evil.example${pictureAddress(address)}`)).toBeNull();
    expect(pictureOf('app://league-desk/index.html')).toBeNull();
  });
});
