/** The sandbox's own door under /__sandbox/: its books, its clock, its switches, and its console page at `/`. */
import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Calls } from '../calls.ts';
import { parseFaults } from '../faults.ts';
import type { Platform } from '../platform.ts';
import { orderBooks, productBooks, promoterBooks, shopBooks, splitBooks } from './books.ts';
import { CONSOLE_PAGE } from './console-page.ts';
import { noticeBooks, talentBooks } from './content-books.ts';
import { linkBooks } from './link-books.ts';
import { balanceBooks, clueBooks, flowBooks } from './money-books.ts';
import { overview } from './overview.ts';
import { play } from './scenario.ts';

export interface AdminQuestion {
  method: string;
  url: URL;
  body: string;
}

const PREFIX = '/__sandbox/';

export function isAdminPath(path: string): boolean {
  return path === '/' || path.startsWith(PREFIX);
}

const clockInput = z
  .object({
    advance: z.number().int().optional(),
    set: z.number().int().positive().optional(),
    freeze: z.boolean().optional(),
  })
  .strict();

interface Visit {
  platform: Platform;
  calls: Calls;
  query: URLSearchParams;
  /** The parsed body; an empty one is an empty object. */
  input: unknown;
}

/** Rows go out one object a line, anything else as one JSON value. */
type Reply = { rows: Iterable<unknown> } | { value: unknown };

const doors: Record<string, (visit: Visit) => Reply> = {
  'GET books/orders': ({ platform, query }) => ({ rows: orderBooks(platform, asOf(query)) }),
  'GET books/flows': ({ platform, query }) => ({ rows: flowBooks(platform, asOf(query)) }),
  'GET books/balance': ({ platform, query }) => ({ rows: balanceBooks(platform, asOf(query)) }),
  'GET books/clues': ({ platform, query }) => ({ rows: clueBooks(platform, asOf(query)) }),
  'GET books/talents': ({ platform, query }) => ({ rows: talentBooks(platform, asOf(query)) }),
  'GET books/notices': ({ platform, query }) => ({ rows: noticeBooks(platform, asOf(query)) }),
  'GET books/shops': ({ platform }) => ({ rows: shopBooks(platform) }),
  'GET books/products': ({ platform }) => ({ rows: productBooks(platform) }),
  'GET books/promoters': ({ platform }) => ({ rows: promoterBooks(platform) }),
  'GET books/links': ({ platform, query }) => ({
    rows: linkBooks(platform, { promoter: query.get('promoter'), product: query.get('product') }),
  }),
  'GET books/splits': ({ platform }) => ({ rows: splitBooks(platform) }),
  'GET clock': ({ platform }) => ({ value: clockState(platform) }),
  'POST clock': ({ platform, input }) => {
    const move = clockInput.parse(input);
    if (move.freeze !== undefined) platform.clock.freeze(move.freeze);
    if (move.set !== undefined) platform.clock.set(move.set);
    if (move.advance !== undefined) platform.clock.advance(move.advance);
    return { value: clockState(platform) };
  },
  'GET faults': ({ platform }) => ({ value: faultState(platform) }),
  'POST faults': ({ platform, input }) => {
    const wish = faultInput.parse(input);
    if (wish.faults !== undefined || wish.seed !== undefined) {
      const rates = wish.faults === undefined ? platform.faults.rates : parseFaults(wish.faults);
      platform.setFaults(rates, wish.seed);
    }
    if (wish.slow_ms !== undefined) platform.faults.slowMs = wish.slow_ms;
    return { value: faultState(platform) };
  },
  'POST scenario': ({ platform, input }) => ({ value: play(platform, input) }),
  'GET overview': ({ platform, calls }) => ({ value: overview(platform, calls) }),
  'GET calls': ({ platform, calls }) => ({
    value: { total: calls.total, calls: calls.list(), tokens: { ...platform.tokens.given }, peaks: calls.peaks() },
  }),
  'POST calls/clear': ({ platform, calls }) => {
    calls.clear();
    platform.tokens.clearGiven();
    return { value: {} };
  },
};

/** `?as_of=UNIX`; undefined: now. */
function asOf(query: URLSearchParams): number | undefined {
  const text = query.get('as_of');
  return text === null ? undefined : z.coerce.number().int().parse(text);
}

const faultInput = z
  .object({
    faults: z.string().optional(),
    seed: z.number().int().min(0).optional(),
    slow_ms: z.number().int().min(0).optional(),
  })
  .strict();

export async function admin(
  platform: Platform,
  calls: Calls,
  question: AdminQuestion,
  response: ServerResponse,
): Promise<void> {
  const { method, url, body } = question;
  if (url.pathname === '/') {
    response.writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Length': Buffer.byteLength(CONSOLE_PAGE),
    });
    response.end(CONSOLE_PAGE);
    return;
  }
  const name = `${method} ${url.pathname.slice(PREFIX.length)}`;
  const door = Object.hasOwn(doors, name) ? doors[name] : undefined;
  if (door === undefined) {
    json(response, { error: `no such place: ${method} ${url.pathname}` }, 404);
    return;
  }
  try {
    const reply = door({ platform, calls, query: url.searchParams, input: JSON.parse(body || '{}') });
    if ('rows' in reply) await lines(response, reply.rows);
    else json(response, reply.value);
  } catch (error) {
    if (!(error instanceof z.ZodError || error instanceof RangeError || error instanceof SyntaxError)) throw error;
    json(response, { error: error.message }, 400);
  }
}

function clockState(platform: Platform): Record<string, unknown> {
  const { frozenAt } = platform.clock.start();
  return { now: platform.clock.now(), frozen: frozenAt !== null, anchor: platform.world.anchor };
}

function faultState(platform: Platform): Record<string, unknown> {
  const { rates, hits, seed, slowMs } = platform.faults;
  return { seed, faults: Object.fromEntries(rates), hits: Object.fromEntries(hits), slow_ms: slowMs };
}

function json(response: ServerResponse, value: unknown, status = 200): void {
  const text = JSON.stringify(value);
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
  });
  response.end(text);
}

/** Rows of the books sent together: large books in parts, small ones without one write a row. */
const LINES_A_WRITE = 500;

/** Between two parts others are served; the books stay those of the instant they were asked for. */
async function lines(response: ServerResponse, rows: Iterable<unknown>): Promise<void> {
  response.writeHead(200, { 'Content-Type': 'application/x-ndjson; charset=utf-8' });
  let part: string[] = [];
  for (const row of rows) {
    part.push(JSON.stringify(row));
    if (part.length < LINES_A_WRITE) continue;
    const isFlushed = response.write(`${part.join('\n')}\n`);
    part = [];
    if (!isFlushed && !(await drained(response))) return;
    // A reader that keeps up drains at once: without a turn of the loop nobody else would be heard.
    await new Promise((resolve) => setImmediate(resolve));
  }
  response.end(part.map((line) => `${line}\n`).join(''));
}

/** False when the reader went away instead. */
function drained(response: ServerResponse): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (): void => {
      response.off('drain', settle).off('close', settle);
      resolve(!response.destroyed);
    };
    response.on('drain', settle).on('close', settle);
  });
}
