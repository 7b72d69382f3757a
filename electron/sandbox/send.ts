/** Puts an answer on the wire, or what a broken way there leaves of it. */
import type { ServerResponse } from 'node:http';
import type { Answer } from './exchange.ts';
import type { Fault, Faults } from './faults.ts';

const GATEWAY_PAGE = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>系统提示</title></head>
<body><h1>网络访问受限</h1><p>请稍后重试或联系网络管理员。</p></body></html>`;

const SERVER_ERRORS = [500, 502, 503, 504];

/** Sends, and says how it went: the answer's own outcome, or what happened to it on the way. */
export function sendAnswer(faults: Faults, answer: Answer, response: ServerResponse): string {
  // A proxy on the way keeps the answer and strips its date.
  if (faults.strikes('no-date')) response.removeHeader('Date');
  // The call itself has taken effect by now; a caller cannot know that from a broken reply.
  const broken = (['http-5xx', 'html', 'reset', 'truncated'] as const).find((fault: Fault) => faults.strikes(fault));
  switch (broken) {
    case 'http-5xx': {
      const status = faults.pick(SERVER_ERRORS);
      send(response, status, 'text/html', `<html><head><title>${status}</title></head><body>${status}</body></html>`);
      return `http-${status}`;
    }
    case 'html':
      send(response, 200, 'text/html; charset=utf-8', GATEWAY_PAGE);
      return 'html';
    case 'reset': {
      const bytes = Buffer.from(answer.text);
      response.writeHead(answer.status, { 'Content-Type': JSON_TYPE, 'Content-Length': bytes.length });
      response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
      return 'reset';
    }
    case 'truncated': {
      // A whole HTTP message whose JSON stops in the middle.
      const bytes = Buffer.from(answer.text);
      send(response, answer.status, JSON_TYPE, bytes.subarray(0, Math.floor(bytes.length * 0.6)));
      return 'truncated';
    }
    default:
      send(response, answer.status, JSON_TYPE, answer.text);
      return answer.outcome;
  }
}

const JSON_TYPE = 'application/json; encoding=utf-8';

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) });
  response.end(body);
}
