import { createServer, type Socket } from 'node:net';
import { orderReply } from '../../support/order-rows.ts';

/** What the process is told before it listens. */
export interface PreparedWorld {
  /** Orders `0` … `orders - 1` of tests/support/order-rows.ts are there. */
  orders: number;
  /** The last so many of the list by update time are given in their next state, all within the hour before `now`. */
  changed: number;
  /** Platform time, Unix seconds; it stands still until it is set anew. */
  now: number;
}

export type Command = { latencyMs?: number; now?: number; record?: boolean; take?: true };

/** One platform call as it came. */
export interface PreparedCall {
  path: string;
  body: string;
}

interface Row {
  updated: number;
  created: number;
  /** A row of the list, serialised. */
  entry: string;
}

const LIST = '/channels/ec/league/headsupplier/order/list/get';
const DETAIL = '/channels/ec/league/headsupplier/order/get';
const PAGE = 30;

// Run as a process of its own: a platform whose every reply lies ready, so that the caller alone is measured. It
// speaks just enough HTTP for keep-alive clients that send whole requests.
const world = JSON.parse(process.argv[2]!) as PreparedWorld;
const details = new Map<string, Buffer>();
const byUpdate = rows();
const byCreate = byUpdate.toSorted((a, b) => a.created - b.created);
let latencyMs = 0;
let date = new Date(world.now * 1000).toUTCString();
let calls: PreparedCall[] | null = null;

const server = createServer((socket) => {
  socket.setNoDelay(true);
  let text = '';
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    text += chunk.toString('latin1');
    for (;;) {
      const head = text.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(text.slice(0, head))?.[1] ?? 0);
      const end = head + 4 + length;
      if (text.length < end) return;
      const target = text.slice(text.indexOf(' ') + 1, text.indexOf(' HTTP/'));
      const question = target.indexOf('?');
      const call = { path: question < 0 ? target : target.slice(0, question), body: text.slice(head + 4, end) };
      text = text.slice(end);
      if (latencyMs > 0) setTimeout(serve, latencyMs, socket, call);
      else serve(socket, call);
    }
  });
});

function serve(socket: Socket, call: PreparedCall): void {
  calls?.push(call);
  const body = answer(call);
  socket.cork();
  socket.write(
    `HTTP/1.1 200 OK\r\ndate: ${date}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`,
    'latin1',
  );
  socket.write(body);
  socket.uncork();
}

const TOKEN = Buffer.from('{"access_token":"prepared","expires_in":7200}');
const NOT_FOUND = Buffer.from('{"errcode":10024006,"errmsg":"order not found"}');
/** Of shops, products and promoters there are none. */
const NOTHING = Buffer.from('{"errcode":0,"errmsg":"ok"}');

function answer({ path, body }: PreparedCall): Buffer {
  if (path === DETAIL) {
    const ids = body.match(/\d+/g) ?? [];
    return details.get(`${ids[0]}/${ids[1]}`) ?? NOT_FOUND;
  }
  if (path === LIST) return page(JSON.parse(body));
  return path === '/cgi-bin/stable_token' ? TOKEN : NOTHING;
}

interface Range {
  start_time: number;
  end_time: number;
}

function page(asked: { update_time_range?: Range; create_time_range?: Range; next_key?: string }): Buffer {
  const [list, time] =
    asked.update_time_range === undefined ? ([byCreate, 'created'] as const) : ([byUpdate, 'updated'] as const);
  const range = (asked.update_time_range ?? asked.create_time_range)!;
  const from = asked.next_key ? Number(asked.next_key) : firstFrom(list, time, range.start_time);
  const after = firstFrom(list, time, range.end_time + 1);
  const until = Math.min(from + PAGE, after);
  const more = until < after;
  const entries = list.slice(from, until).map(({ entry }) => entry);
  return Buffer.from(
    `{"errcode":0,"errmsg":"ok","list":[${entries.join(',')}],"next_key":"${more ? until : ''}","has_more":${more}}`,
  );
}

function firstFrom(list: readonly Row[], time: 'created' | 'updated', at: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]![time] < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function rows(): Row[] {
  const all = Array.from({ length: world.orders }, (_, index) => ({ index, ...timesOf(orderReply(index).value) })).sort(
    (a, b) => a.updated - b.updated,
  );
  const stays = all.length - world.changed;
  return all.map(({ index, created, updated }, place) => {
    const moved = place >= stays;
    const at = moved ? world.now - 3600 + Math.floor(((place - stays) * 3600) / world.changed) : updated;
    const reply = orderReply(index, moved ? 1 : 0);
    const order = (reply.value as { commssion_order: { update_time: number } }).commssion_order;
    order.update_time = at;
    const { order_id, sku_id } = reply.key;
    details.set(`${order_id}/${sku_id}`, Buffer.from(JSON.stringify(reply.value)));
    return { created, updated: at, entry: JSON.stringify({ order_id, sku_id }) };
  });
}

function timesOf(value: unknown): { created: number; updated: number } {
  const order = (value as { commssion_order: { create_time: number; update_time: number } }).commssion_order;
  return { created: order.create_time, updated: order.update_time };
}

process.on('message', (command: Command) => {
  if (command.latencyMs !== undefined) latencyMs = command.latencyMs;
  if (command.now !== undefined) date = new Date(command.now * 1000).toUTCString();
  if (command.record !== undefined) calls = command.record ? [] : null;
  process.send!(command.take ? { calls: calls ?? [] } : {});
});
process.on('disconnect', () => process.exit());
server.listen(0, '127.0.0.1', () => process.send!({ port: (server.address() as { port: number }).port }));
