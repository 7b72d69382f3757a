/** A bare caller of the sandbox for its own tests; knows the wire and nothing of the program's client. */
import { afterEach } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../../electron/sandbox/server.ts';

/** A Wednesday afternoon in UTC+8. */
export const NOW = 1_760_000_000;
export const DAY = 86_400;

export const ORDER_LIST = '/channels/ec/league/headsupplier/order/list/get';
export const ORDER = '/channels/ec/league/headsupplier/order/get';

// biome-ignore lint/suspicious/noExplicitAny: replies are looked into field by field
export type Reply = Record<string, any>;

const open: Sandbox[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((sandbox) => sandbox.close()));
});

/** A small world whose clock stands still. */
export async function small(options: SandboxOptions = {}): Promise<Caller> {
  const sandbox = await startSandbox({ seed: 7, orders: 600, now: NOW, frozen: true, ...options });
  open.push(sandbox);
  return new Caller(sandbox);
}

export class Caller {
  readonly sandbox: Sandbox;
  private token = '';

  constructor(sandbox: Sandbox) {
    this.sandbox = sandbox;
  }

  async raw(path: string, init: RequestInit = {}): Promise<{ status: number; text: string; headers: Headers }> {
    const response = await fetch(this.sandbox.url + path, init);
    return { status: response.status, text: await response.text(), headers: response.headers };
  }

  async grant(fields: Reply = {}): Promise<Reply> {
    const { appId, secret } = this.sandbox;
    const body = JSON.stringify({ grant_type: 'client_credential', appid: appId, secret, ...fields });
    return read((await this.raw('/cgi-bin/stable_token', { method: 'POST', body })).text);
  }

  /** With a token that is good; fetches one when there is none or it ran out. */
  async call(path: string, body: unknown): Promise<Reply> {
    if (this.token === '') this.token = (await this.grant()).access_token;
    const reply = await this.callWith(this.token, path, body);
    if (Number(reply.errcode) !== 42001) return reply;
    this.token = '';
    return this.call(path, body);
  }

  async callWith(token: string, path: string, body: unknown): Promise<Reply> {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return read((await this.raw(`${path}?access_token=${token}`, { method: 'POST', body: text })).text);
  }

  async get(path: string): Promise<Reply> {
    if (this.token === '') this.token = (await this.grant()).access_token;
    return read((await this.raw(`${path}?access_token=${this.token}`)).text);
  }

  /** Keys of every page of an order list. */
  async orderKeys(filter: Reply, pageSize = 30): Promise<string[]> {
    const keys: string[] = [];
    let next = '';
    for (;;) {
      const page = await this.call(ORDER_LIST, { page_size: pageSize, next_key: next, ...filter });
      if (page.errcode !== 0) throw new Error(JSON.stringify(page));
      const list = Array.isArray(page.list) ? page.list : [page.list];
      for (const key of list) keys.push(`${key.order_id}/${key.sku_id}`);
      if (!page.has_more) return keys;
      next = page.next_key;
    }
  }

  /** All rows of a list that pages by next_key. */
  async rows(path: string, rowKey: string, body: Reply): Promise<Reply[]> {
    const rows: Reply[] = [];
    let next = '';
    do {
      const page = await this.call(path, { ...body, next_key: next });
      if (Number(page.errcode) !== 0) throw new Error(JSON.stringify(page));
      rows.push(...page[rowKey]);
      next = page.next_key;
    } while (next !== '');
    return rows;
  }

  async detail(orderId: string, skuId: string): Promise<Reply> {
    return this.call(ORDER, { order_id: orderId, sku_id: skuId });
  }

  async door(path: string, body?: unknown): Promise<Reply> {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    return JSON.parse((await this.raw(`/__sandbox/${path}`, init)).text);
  }

  async book(name: string): Promise<Reply[]> {
    const { text } = await this.raw(`/__sandbox/books/${name}`);
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));
  }
}

/** A detail reply as the books would have it; no reply tells the number of states. */
export function asBook(reply: Reply, states: number): Reply {
  const order = reply.commssion_order;
  const { shop_info, product_info, order_info, commission_info } = order.order_detail;
  const { sharer_info } = commission_info;
  return {
    order_id: String(order.order_id),
    sku_id: String(order.sku_id),
    shop_appid: shop_info.appid,
    shop_name: shop_info.shop_name,
    product_id: String(product_info.product_id),
    product_title: product_info.title,
    promotion_channel: commission_info.promotion_channel ?? null,
    channel_type: commission_info.promotion_info?.channel_type ?? null,
    promoter: sharer_info
      ? {
          appid: sharer_info.sharer_appid,
          nickname: sharer_info.nickname,
          ratio: sharer_info.ratio,
          amount: sharer_info.amount,
        }
      : null,
    talent_appid: commission_info.talent_info?.talent_appid ?? null,
    order_status: order_info.order_status,
    commission_status: order.status,
    actual_payment: product_info.actual_payment,
    service_ratio: commission_info.service_ratio,
    service_amount: commission_info.service_amount,
    service_total_amount: commission_info.service_total_amount ?? null,
    platform_amount: commission_info.platform_amount ?? null,
    create_time: order.create_time,
    update_time: order.update_time,
    pay_time: order_info.pay_time ?? null,
    settled_time: commission_info.profit_sharding_suc_time || null,
    states,
  };
}

/** JSON with long bare integers kept to the last digit, as text. */
export function read(text: string): Reply {
  return JSON.parse(text.replace(/([:[,]\s*)(\d{10,})(?=\s*[,}\]])/g, '$1"$2"').replace(TIMES, '$1$2'));
}

// Times have ten digits, too, and stay numbers.
const TIMES = /("\w*_time"\s*:\s*)"(\d+)"/g;
