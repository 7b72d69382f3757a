import { createHmac } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { enterRoom, killService } from '../support/desk-page.ts';
import { type LaunchedDesk, launchDesk } from '../support/electron.ts';

const SECRET = 'the-feed-is-signed-with-this';
const received: { headers: IncomingHttpHeaders; body: string }[] = [];
const receiver = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  received.push({ headers: request.headers, body });
  response.writeHead(204).end();
});

let dataDir: string;
let desk: LaunchedDesk;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'league-desk-feed-'));
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
});

afterEach(async () => {
  await desk.close();
  receiver.close();
  rmSync(dataDir, { recursive: true, force: true });
});

function expectSigned(count: number): void {
  expect(received).toHaveLength(count);
  const { headers, body } = received.at(-1)!;
  const text = `${headers['x-league-desk-timestamp']}.${body}`;
  expect(headers['x-league-desk-signature']).toBe(createHmac('sha256', SECRET).update(text).digest('hex'));
}

it('goes on being signed after a fall of the service and after a restart, its secret never in the books', async () => {
  desk = await launchDesk({ dataDir, offline: true });
  // An institution whose secrets staff keep on disk, so that the test means the same with and without a key store.
  await desk.page.evaluate(async () => {
    const added = await window.leagueDesk.setCredentials({
      name: '晨光机构',
      appId: 'wx1234567890abcdef',
      secret: '0123456789abcdef0123456789abcdef',
      baseUrl: 'http://127.0.0.1:9',
      keepUnprotected: true,
    });
    if (added.ok) await window.leagueDesk.switchInstitution(added.data.institutionId);
  });
  await desk.page.getByText('晨光机构').first().waitFor();
  await enterRoom(desk.page, 'settings');
  await desk.page.getByText('HTTPS 地址').click();
  await desk.page.getByLabel('接收地址').fill(`http://127.0.0.1:${(receiver.address() as AddressInfo).port}/shelf`);
  await desk.page.getByLabel('签名密钥').fill(SECRET);
  const panel = desk.page.locator('.ld-panel', { has: desk.page.getByLabel('接收地址') });
  await panel.getByRole('button', { name: '保存' }).click();
  await panel.getByText('第 1 版').waitFor();
  expectSigned(1);

  const write = async (revision: number) => {
    await panel.getByRole('button', { name: '立即写出' }).click();
    await panel.getByText(`第 ${revision} 版`).waitFor();
    expectSigned(revision);
  };
  await killService(desk.app);
  await desk.page.getByTestId('service-gone').waitFor();
  await desk.page.getByTestId('service-gone').waitFor({ state: 'hidden' });
  await write(2);

  await desk.close();
  desk = await launchDesk({ dataDir });
  await enterRoom(desk.page, 'settings');
  const again = desk.page.locator('.ld-panel', { hasText: '货架数据' });
  await again.getByRole('button', { name: '立即写出' }).click();
  await again.getByText('第 3 版').waitFor();
  expectSigned(3);

  const books = join(dataDir, 'institutions');
  for (const file of readdirSync(books, { recursive: true, withFileTypes: true }))
    if (file.isFile()) expect(readFileSync(join(file.parentPath, file.name)).includes(SECRET)).toBe(false);
});
