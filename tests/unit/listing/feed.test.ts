import { createHash, createHmac } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { addListings, removeListings } from '../../../electron/service/listing/change.ts';
import { getFeed, setFeedTarget, writeFeed } from '../../../electron/service/listing/feed.ts';
import type { Feed } from '../../../electron/service/listing/feed-content.ts';
import { postFeed } from '../../../electron/service/listing/feed-post.ts';
import { feedSecret, setFeedSecret } from '../../../electron/service/listing/feed-secret.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import { type TestDesk, testDesk } from '../../support/desk-context.ts';
import { addProduct, addPromoters, productKey, promoterEntry } from '../../support/shelf-rows.ts';

const SECRET = 'a-secret-of-the-feed-0123456789';

interface Received {
  headers: IncomingHttpHeaders;
  body: Buffer;
}

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A mini program's back end; answers with the given statuses one after another, then 204. */
async function backEnd(...statuses: number[]): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = [];
  const server = createServer((request, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks) });
      response.writeHead(statuses.shift() ?? 204, { location: '/elsewhere' }).end();
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/shelf?key=1`, received };
}

async function stockedDesk(): Promise<TestDesk> {
  const desk = await testDesk();
  addProduct(desk, productKey(2), { title: '杯子', plan_end_at: desk.time + 100 });
  addProduct(desk, productKey(1));
  addPromoters(desk, promoterEntry('wxinst', { payer: 1 }), promoterEntry('wxbad'));
  desk.script.on('set_sharer_product_commission_info', { errcode: 10071029 });
  await addListings(desk, {
    products: [productKey(2), productKey(1)],
    default_ratio_ppm: 500_000,
    splits: [
      { promoter_appid: 'wxinst', ratio_ppm: 400_000 },
      { promoter_appid: 'wxbad', ratio_ppm: 400_000 },
    ],
  });
  return desk;
}

const lastBody = (received: Received[]): Feed => JSON.parse(received.at(-1)!.body.toString('utf8'));

/** The n-th JSON block of the published description. */
function documented(n: number): unknown {
  const text = readFileSync(join(import.meta.dirname, '../../../docs/feed.md'), 'utf8');
  return JSON.parse([...text.matchAll(/```json\n([\s\S]*?)```/g)][n]![1]!);
}

describe('the feed in a folder', () => {
  it('is the shelf in a fixed order, with its sum beside it and no leftovers', async () => {
    const desk = await stockedDesk();
    const folder = join(desk.dataDir, 'feed');
    mkdirSync(folder);
    expect(await setFeedTarget(desk, { kind: 'folder', folder })).toEqual({ written: 2 });
    expect(readdirSync(folder).sort()).toEqual(['feed.json', 'feed.json.sha256']);
    const text = readFileSync(join(folder, 'feed.json'));
    const sum = createHash('sha256').update(text).digest('hex');
    expect(readFileSync(join(folder, 'feed.json.sha256'), 'utf8')).toBe(`${sum}  feed.json\n`);
    const feed = JSON.parse(text.toString('utf8')) as Feed;
    expect(feed).toMatchObject({
      schema: 'league-desk.feed/1',
      revision: 1,
      generated_at: desk.time,
      known_as_of: desk.time,
      institution_appid: 'wxinstitution',
    });
    expect(feed.items.map((item) => item.product_id)).toEqual([productKey(1).product_id, productKey(2).product_id]);
    expect(feed.items[0]).toEqual({
      ...productKey(1),
      shop_name: null,
      title: '桂花乌龙茶',
      image_url: 'https://img.example/1.png',
      price_min_fen: 1990,
      price_max_fen: 3990,
      stock: 12,
      service_ratio_ppm: 150_000,
      default_split_ppm: 500_000,
      splits: [{ promoter_appid: 'wxinst', ratio_ppm: 400_000, payer: 'institution' }],
      plan_start_at: null,
      plan_end_at: null,
      promotion_link: 'link-of-institution',
      listed_at: desk.time,
      read_at: desk.time,
      available: true,
      reasons: [],
    });
  });

  it('is what its description says, and so is the example there', async () => {
    const desk = await stockedDesk();
    await setFeedTarget(desk, { kind: 'folder', folder: desk.dataDir });
    const feed: unknown = JSON.parse(readFileSync(join(desk.dataDir, 'feed.json'), 'utf8'));
    const described = z.fromJSONSchema(documented(0) as Parameters<typeof z.fromJSONSchema>[0]);
    const example = documented(1) as Feed;
    described.parse(feed);
    described.parse(example);
    expect(Object.keys(example)).toEqual(Object.keys(feed as Feed));
    expect(Object.keys(example.items[0]!)).toEqual(Object.keys((feed as Feed).items[0]!));
    expect(described.safeParse({ ...example, schema: 'league-desk.feed/2' }).success).toBe(false);
    expect(described.safeParse({ ...example, items: [{ ...example.items[0], product_id: 1 }] }).success).toBe(false);
  });

  it('follows the shelf with a growing revision and says what cannot be sold', async () => {
    const desk = await stockedDesk();
    await setFeedTarget(desk, { kind: 'folder', folder: desk.dataDir });
    const read = () => JSON.parse(readFileSync(join(desk.dataDir, 'feed.json'), 'utf8')) as Feed;
    await removeListings(desk, { products: [productKey(1)] });
    expect(read()).toMatchObject({ revision: 2, items: [{ title: '杯子', available: true }] });
    desk.time += 200;
    await writeFeed(desk);
    expect(read()).toMatchObject({ revision: 3, items: [{ available: false, reasons: ['plan_ended'] }] });
    expect(getFeed(desk)).toEqual({
      target: { kind: 'folder', folder: desk.dataDir },
      last_written_at: desk.time,
      last_error: null,
      items: 1,
      revision: 3,
    });
  });

  it('ends with the newest shelf when many are written at once', async () => {
    const desk = await stockedDesk();
    await setFeedTarget(desk, { kind: 'folder', folder: desk.dataDir });
    const written = await Promise.all(Array.from({ length: 10 }, () => writeFeed(desk)));
    expect(written.map((one) => one.revision)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(JSON.parse(readFileSync(join(desk.dataDir, 'feed.json'), 'utf8')).revision).toBe(11);
  });

  it('needs a folder that is there and can be written', async () => {
    const desk = await stockedDesk();
    for (const folder of [join(desk.dataDir, 'missing'), join(desk.dataDir, 'desk.db'), 'relative'])
      await expect(setFeedTarget(desk, { kind: 'folder', folder })).rejects.toMatchObject({ code: 'feed.bad_target' });
    expect(getFeed(desk).target).toEqual({ kind: 'none' });
    const folder = join(desk.dataDir, 'feed');
    // A folder where the file belongs: not even the superuser can put the file there.
    mkdirSync(join(folder, 'feed.json'), { recursive: true });
    await expect(setFeedTarget(desk, { kind: 'folder', folder })).rejects.toMatchObject({ code: 'file.unwritable' });
    expect(getFeed(desk)).toMatchObject({
      target: { kind: 'folder' },
      last_error: 'file.unwritable',
      last_written_at: null,
    });
    expect(existsSync(join(folder, 'feed.json.part'))).toBe(false);
  });
});

describe('the feed to an address', () => {
  it('is signed so that the receiver can prove every byte', async () => {
    const desk = await stockedDesk();
    const { url, received } = await backEnd();
    expect(await setFeedTarget(desk, { kind: 'https', url, secret: SECRET })).toEqual({ written: 2 });
    const [{ headers, body }] = received as [Received];
    const timestamp = headers['x-league-desk-timestamp'];
    const signed = Buffer.concat([Buffer.from(`${timestamp}.`), body]);
    expect(headers['x-league-desk-signature']).toBe(createHmac('sha256', SECRET).update(signed).digest('hex'));
    expect(timestamp).toBe(String(lastBody(received).generated_at));
    expect(headers['content-type']).toContain('application/json');
    expect(body.toString('utf8')).not.toContain(SECRET);
    expect(getFeed(desk).target).toEqual({ kind: 'https', url, signed: true });
  });

  it('keeps its secret out of the database', async () => {
    const desk = await stockedDesk();
    const { url } = await backEnd();
    await setFeedTarget(desk, { kind: 'https', url, secret: SECRET });
    desk.store.db.pragma('wal_checkpoint(truncate)');
    for (const file of readdirSync(desk.dataDir).filter((name) => name.startsWith('desk.db')))
      expect(readFileSync(join(desk.dataDir, file)).includes(SECRET)).toBe(false);
    expect(feedSecret(desk)).toBe(SECRET);
  });

  it('tells of a new secret and of one no longer needed, also when the receiver refuses the feed', async () => {
    const kept: (string | null)[] = [];
    const desk: TestDesk = Object.assign(await stockedDesk(), {
      keepFeedSecret: (one: string | null) => kept.push(one),
    });
    const { url } = await backEnd(401);
    await expect(setFeedTarget(desk, { kind: 'https', url, secret: SECRET })).rejects.toMatchObject({
      code: 'feed.refused',
    });
    await setFeedTarget(desk, { kind: 'https', url });
    await setFeedTarget(desk, { kind: 'none' });
    expect(kept).toEqual([SECRET, null]);
    expect(feedSecret(desk)).toBeNull();
  });

  it('is not sent unsigned, and goes on once the key store has given the secret', async () => {
    const desk = await stockedDesk();
    const { url, received } = await backEnd();
    await expect(setFeedTarget(desk, { kind: 'https', url })).rejects.toMatchObject({
      code: 'feed.no_target',
      params: { reason: 'no_secret' },
    });
    await setFeedTarget(desk, { kind: 'https', url, secret: SECRET });
    setFeedSecret(desk, null);
    expect(getFeed(desk).target).toMatchObject({ signed: false });
    await expect(writeFeed(desk)).rejects.toMatchObject({ code: 'feed.no_target', params: { reason: 'no_secret' } });
    expect(received).toHaveLength(1);
    setFeedSecret(desk, SECRET);
    expect(await writeFeed(desk)).toMatchObject({ written: 2 });
    expect(getFeed(desk).last_error).toBeNull();
  });

  it.each([
    'http://10.0.0.1/feed',
    'http://example.com/feed',
    'ftp://127.0.0.1/x',
    'https://user:word@example.com/',
    'feed',
  ])('refuses %s', async (url) => {
    const desk = await stockedDesk();
    await expect(setFeedTarget(desk, { kind: 'https', url, secret: SECRET })).rejects.toMatchObject({
      code: 'feed.bad_target',
    });
    expect(getFeed(desk).target).toEqual({ kind: 'none' });
    expect(feedSecret(desk)).toBeNull();
  });

  it.each([301, 302, 307, 400, 401, 404])('takes %i for a refusal, at once', async (status) => {
    const desk = await stockedDesk();
    const { url, received } = await backEnd(status);
    await expect(setFeedTarget(desk, { kind: 'https', url, secret: SECRET })).rejects.toMatchObject({
      code: 'feed.refused',
      params: { status },
    });
    expect(received).toHaveLength(1);
    expect(getFeed(desk)).toMatchObject({ last_error: 'feed.refused', target: { kind: 'https' } });
    expect(await removeListings(desk, { products: [productKey(1)] })).toEqual({ removed: 1, feed_error: null });
    expect(lastBody(received).items).toHaveLength(1);
  });

  it('tries again while the other side is broken', async () => {
    const { url, received } = await backEnd(503, 500, 502);
    const waits: number[] = [];
    const wait = async (ms: number) => {
      waits.push(ms);
    };
    await postFeed({ url: new URL(url), secret: SECRET }, { body: '{}', timestamp: 1 }, { wait });
    expect(received).toHaveLength(4);
    expect(waits).toHaveLength(3);
  });

  it('gives up with the status, or without one when nobody answers', async () => {
    const { url } = await backEnd(...Array(20).fill(503));
    const wait = async () => undefined;
    const send = (address: string) =>
      postFeed({ url: new URL(address), secret: SECRET }, { body: '{}', timestamp: 1 }, { wait });
    await expect(send(url)).rejects.toMatchObject({
      code: 'feed.refused',
      params: { status: 503, url: url.split('?')[0] },
    });
    await expect(send('http://127.0.0.1:1/')).rejects.toMatchObject({
      code: 'feed.refused',
      params: { status: null, reason: 'network.unreachable' },
    });
  });
});

describe('the feed without a target', () => {
  it('is no error of a listing, only of writing it', async () => {
    const desk = await stockedDesk();
    await expect(writeFeed(desk)).rejects.toMatchObject({ code: 'feed.no_target', params: { reason: 'none' } });
    expect(getFeed(desk)).toEqual({
      target: { kind: 'none' },
      last_written_at: null,
      last_error: null,
      items: 2,
      revision: 0,
    });
    expect(await setFeedTarget(desk, { kind: 'none' })).toEqual({ written: 0 });
    expect(desk.store.value(sql`select count(*) from audit_log where action = 'feed.set_target'`)).toBe(1);
  });
});
