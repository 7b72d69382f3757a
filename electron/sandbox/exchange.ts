/** One platform call, from the path to the reply's text; HTTP itself and its faults are the server's. */
import { accessEndpoints } from './endpoints/access.ts';
import { clueEndpoints } from './endpoints/clues.ts';
import type { Endpoint, Endpoints } from './endpoints/endpoint.ts';
import { fundsEndpoints } from './endpoints/funds.ts';
import { materialEndpoints } from './endpoints/material.ts';
import { orderEndpoints } from './endpoints/orders.ts';
import { productEndpoints } from './endpoints/products.ts';
import { promoterEndpoints } from './endpoints/promoters.ts';
import { shopEndpoints } from './endpoints/shops.ts';
import { talentEndpoints } from './endpoints/talents.ts';
import type { Platform } from './platform.ts';
import { mix } from './random.ts';
import type { Body } from './wire/body.ts';
import { readJson, writeJson } from './wire/json-text.ts';
import { Refusal, refusal } from './wire/refusal.ts';

const endpoints: Endpoints = {
  ...accessEndpoints(() => paths),
  ...orderEndpoints,
  ...shopEndpoints,
  ...productEndpoints,
  ...promoterEndpoints,
  ...materialEndpoints,
  ...talentEndpoints,
  ...clueEndpoints,
  ...fundsEndpoints,
};
const paths: ReadonlySet<string> = new Set(Object.keys(endpoints));

export interface Question {
  method: string;
  path: string;
  query: URLSearchParams;
  body: string;
  /** The caller's address, as a refusal for the allow-list names it. */
  address: string;
}

export interface Answer {
  status: number;
  text: string;
  /** `ok`, or the errcode. */
  outcome: string;
}

let asked = 0;

/** Request id as the platform appends it to messages. */
function rid(now: number): string {
  const n = asked++;
  const part = (name: string): string => mix(name, n, now).toString(16).padStart(8, '0');
  return `${now.toString(16).padStart(8, '0')}-${part('a')}-${part('b')}`;
}

export function answer(platform: Platform, question: Question): Answer {
  const book = platform.current();
  const { now } = book;
  const endpoint = Object.hasOwn(endpoints, question.path) ? endpoints[question.path] : undefined;
  try {
    // Not documented: a path the platform does not know is HTTP 404 here, with the code for a wrong address in the body.
    if (endpoint === undefined) return { ...refused(refusal(40066), question.path, now), status: 404 };
    admit(platform, endpoint, question, now);
    const body = endpoint.method === 'POST' ? bodyOf(question.body) : {};
    platform.refusals.take(question.path, body);
    const fields = endpoint.run({ platform, book, body, query: question.query, now });
    const errcode = isPromoterPath(question.path) ? '0' : 0;
    const reply = endpoint.plain === true ? fields : { errcode, errmsg: 'ok', ...fields };
    return { status: 200, text: writeJson(reply), outcome: 'ok' };
  } catch (error) {
    if (error instanceof Refusal) return refused(error, question.path, now);
    throw error;
  }
}

/** Everything that is checked before a call's own parameters. */
function admit(platform: Platform, endpoint: Endpoint, question: Question, now: number): void {
  const { faults } = platform;
  if (faults.strikes('ip-not-allowed')) {
    throw new Refusal(40164, `invalid ip ${question.address} ipv6 ::ffff:${question.address}, not in whitelist`);
  }
  if (question.method !== endpoint.method) throw refusal(endpoint.method === 'POST' ? 43002 : 43001);
  if (endpoint.token) {
    if (faults.strikesToken()) platform.tokens.killAll();
    platform.tokens.check(question.query.get('access_token'), now);
    if (faults.strikes('45009')) throw refusal(45009);
    if (faults.strikesBurst('45011')) throw refusal(45011);
    if (faults.strikes('busy')) throw refusal(-1);
  }
  platform.limits.take(question.path, now);
}

function bodyOf(text: string): Body {
  if (text === '') throw refusal(44002);
  let body: unknown;
  try {
    body = readJson(text);
  } catch {
    throw refusal(47001);
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw refusal(47001);
  return body as Body;
}

function refused(error: Refusal, path: string, now: number): Answer {
  // The promoter module writes its codes as text.
  const errcode = isPromoterPath(path) ? String(error.errcode) : error.errcode;
  const text = writeJson({ errcode, errmsg: `${error.message} rid: ${rid(now)}` });
  return { status: 200, text, outcome: String(error.errcode) };
}

function isPromoterPath(path: string): boolean {
  return path.startsWith('/channels/ec/promoter/');
}
