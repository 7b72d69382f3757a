import type { OrderBook } from '../orders/book.ts';
import type { Platform } from '../platform.ts';
import type { Body } from '../wire/body.ts';

export interface Call {
  platform: Platform;
  book: OrderBook;
  body: Body;
  query: URLSearchParams;
  /** Platform time, Unix seconds. */
  now: number;
}

export interface Endpoint {
  method: 'GET' | 'POST';
  /** False for the calls that carry AppID and secret instead of a token. */
  token: boolean;
  /** The fields of a good reply, without errcode and errmsg; throws a Refusal otherwise. */
  run(call: Call): Record<string, unknown>;
  /** Replies without errcode and errmsg where all went well, as the token calls do. */
  plain?: boolean;
}

export type Endpoints = Record<string, Endpoint>;

/** An ordinary call: POST with the institution's token. */
export function post(run: Endpoint['run']): Endpoint {
  return { method: 'POST', token: true, run };
}
