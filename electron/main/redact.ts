const secretWords = /(secret|access_token|token|openid|phone|mobile)(["']?\s*[=:]\s*["']?)([^"'&\s,}]+)/gi;

/** Takes what identifies or authorizes out of a log entry, whatever text it comes in. */
export function redact(entry: unknown): unknown {
  if (entry instanceof Error) return redactText(entry.stack ?? entry.message);
  if (typeof entry === 'string') return redactText(entry);
  if (typeof entry !== 'object' || entry === null) return entry;
  return redactText(JSON.stringify(entry));
}

function redactText(text: string): string {
  return text.replace(secretWords, '$1$2***');
}
