import { expect, it } from 'vitest';
import { readBarcodes } from 'zxing-wasm/reader';
import { qrPicture } from '../../../electron/sandbox/qr-picture.ts';
import { startSandbox } from '../../../electron/sandbox/server.ts';
import { withReader } from '../../support/qr-reader.ts';

it('gives codes that say the link of the books', async () => {
  withReader();
  const sandbox = await startSandbox({ seed: 7, orders: 20, now: 1_795_000_000, frozen: true });
  try {
    const promoter = sandbox.platform.world.promoters[0]!.appid;
    const answer = await fetch(`${sandbox.url}/__sandbox/books/links?promoter=${promoter}`);
    const lines = (await answer.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { link: string; promoter_appid: string });
    expect(lines.length).toBeGreaterThan(10);
    for (const { link, promoter_appid } of lines.slice(0, 20)) {
      expect(promoter_appid).toBe(promoter);
      const code = link.slice(link.lastIndexOf('/') + 1);
      const picture = await (await fetch(`${sandbox.url}/pictures/qr/${code}.png`)).arrayBuffer();
      expect((await readBarcodes(new Uint8Array(picture)))[0]?.text).toBe(link);
    }
  } finally {
    await sandbox.close();
  }
});

it('differs from text to text and never from time to time', () => {
  expect(qrPicture('a').equals(qrPicture('a'))).toBe(true);
  expect(qrPicture('a').equals(qrPicture('b'))).toBe(false);
});
