import { parseExactJson } from './exact-json.ts';

/**
 * Every value of a reply of one commission order by its dotted path, as text. The path begins inside the commission
 * order; absent and null values have none. Throws SyntaxError for text that is no JSON.
 */
export function replyPaths(reply: string): Map<string, string> {
  return leaves(parseExactJson(reply), '', new Map());
}

function leaves(value: unknown, path: string, into: Map<string, string>): Map<string, string> {
  if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) leaves(inner, path ? `${path}.${key}` : key, into);
  } else if (value !== null && value !== undefined) {
    // The platform misspells its key; both spellings are left out.
    into.set(path.replace(/^commi?ssion_order\./, ''), String(value));
  }
  return into;
}
