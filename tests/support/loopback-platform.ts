import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface ScriptedCall {
  path: string;
  token: string | null;
  body: Record<string, unknown>;
}

/** What the script answers: an object becomes JSON, text goes as it is, a function may do anything to the response. */
export type ScriptedAnswer = Record<string, unknown> | string | ((response: ServerResponse) => void);

/**
 * A platform that answers what a test says, over real loopback HTTP. Tokens are `token-1`, `token-2` … as often as
 * one is asked for, unless the script answers the token call itself.
 */
export async function loopbackPlatform(
  script: (call: ScriptedCall, count: number) => ScriptedAnswer,
  date = () => new Date().toUTCString(),
): Promise<{ url: string; calls: ScriptedCall[]; tokens: () => number }> {
  const calls: ScriptedCall[] = [];
  let tokens = 0;
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      const call = { path: url.pathname, token: url.searchParams.get('access_token'), body };
      calls.push(call);
      response.sendDate = false;
      response.setHeader('date', date());
      let answer = script(call, calls.filter((one) => one.path === call.path).length);
      if (call.path === '/cgi-bin/stable_token') {
        tokens += 1;
        if (typeof answer === 'object' && Object.keys(answer).length === 0)
          answer = { access_token: `token-${tokens}`, expires_in: 7200 };
      }
      if (typeof answer === 'function') answer(response);
      else response.end(typeof answer === 'string' ? answer : JSON.stringify({ errcode: 0, errmsg: 'ok', ...answer }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, calls, tokens: () => tokens };
}

async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text ? JSON.parse(text) : {};
}
