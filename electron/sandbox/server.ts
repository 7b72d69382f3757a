/**
 * The platform's stand-in on loopback HTTP: platform paths, pictures, and beside them the sandbox's own door, which
 * never looks like a platform path.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { admin, isAdminPath } from './admin/admin.ts';
import { type BookLine, orderBooks } from './admin/books.ts';
import { Calls } from './calls.ts';
import { type Answer, answer } from './exchange.ts';
import { isPicturePath, picture } from './pictures.ts';
import { APP_ID, Platform, type PlatformOptions, SECRET } from './platform.ts';
import { sendAnswer } from './send.ts';

export interface SandboxOptions extends PlatformOptions {
  /** 0 or absent: any free one. */
  port?: number;
  /** Milliseconds every platform reply waits. */
  latencyMs?: number;
  host?: '127.0.0.1';
}

export interface Sandbox {
  url: string;
  appId: string;
  secret: string;
  clock: { now(): number; advance(seconds: number): void; set(unix: number): void; freeze(on: boolean): void };
  /** Every commission order visible at the clock's time, or at another (Unix seconds). */
  books(asOf?: number): BookLine[];
  calls: Calls;
  platform: Platform;
  close(): Promise<void>;
}

const BODY_MAX = 1024 * 1024;

export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const platform = new Platform(options);
  const calls = new Calls();
  const latencyMs = options.latencyMs ?? 0;
  const server = createServer((request, response) => {
    serve(platform, calls, latencyMs, request, response).catch((error: unknown) => {
      // A caller that went away in mid request is nobody's fault here.
      if ((error as NodeJS.ErrnoException).code !== 'ECONNRESET') console.error('sandbox:', error);
      response.destroy();
    });
  });
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  platform.baseUrl = url;
  let closing: Promise<void> | undefined;
  return {
    url,
    appId: APP_ID,
    secret: SECRET,
    clock: platform.clock,
    books: (asOf) => [...orderBooks(platform, asOf)],
    calls,
    platform,
    close: () => {
      closing ??= new Promise((resolve) => {
        platform.save();
        server.close(() => resolve());
        server.closeAllConnections();
      });
      return closing;
    },
  };
}

async function serve(
  platform: Platform,
  calls: Calls,
  latencyMs: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // Sandbox time is platform time: the Date header carries its clock, never the machine's.
  response.sendDate = false;
  const url = new URL(request.url ?? '/', 'http://sandbox');
  const isCall = !isAdminPath(url.pathname) && !isPicturePath(url.pathname);
  if (isCall) {
    response.once('close', calls.begin());
    if (platform.faults.strikesBurst('gone')) {
      // Nobody hears the call: it has no effect and no answer.
      calls.count(url.pathname, 'gone');
      request.socket.destroy();
      return;
    }
  }
  const body = await bodyOf(request);
  response.setHeader('Date', new Date(platform.clock.now() * 1000).toUTCString());
  if (isAdminPath(url.pathname)) {
    await admin(platform, calls, { method: request.method ?? 'GET', url, body: body ?? '' }, response);
    return;
  }
  if (!isCall) {
    picture(platform, url.pathname, response);
    return;
  }
  const { faults } = platform;
  const wait = latencyMs + (faults.strikes('slow') ? faults.slowMs : 0);
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
  const given: Answer =
    body === undefined
      ? { status: 200, text: '{"errcode":45002,"errmsg":"content size out of limit"}', outcome: '45002' }
      : answer(platform, {
          method: request.method ?? 'GET',
          path: url.pathname,
          query: url.searchParams,
          body,
          address: request.socket.remoteAddress ?? '127.0.0.1',
        });
  response.setHeader('Date', new Date(platform.clock.now() * 1000).toUTCString());
  calls.count(url.pathname, sendAnswer(faults, given, response));
}

/** undefined when the body is longer than the platform takes. */
function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= BODY_MAX) chunks.push(chunk);
    });
    request.on('end', () => resolve(size > BODY_MAX ? undefined : Buffer.concat(chunks).toString()));
    request.on('error', reject);
  });
}
