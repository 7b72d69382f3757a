import type { ErrorParams } from '../contract/result.ts';
import { errors as en } from './en.ts';
import { errors as zh } from './zh.ts';

/** A failure as it comes in answers, jobs and rows; the code may be one this version does not know. */
export interface Failure {
  code: string;
  params: ErrorParams;
}

export interface FailureText {
  title: string;
  /** The one thing to do next. */
  next: string;
}

/** Where the text of a code is found and what it may name; `known` says whether a key has a text. */
export function failureKey(
  { code, params }: Failure,
  known: (key: string) => boolean,
): { key: string; params: Record<string, unknown> } {
  const http = /^network\.http_(\d+)$/.exec(code);
  if (http) return { key: 'network.http', params: { ...params, status: http[1] } };
  if (known(`${code}.title`)) return { key: code, params };
  const platform = /^platform\.(-?\d+)$/.exec(code);
  if (platform) return { key: 'platform.other', params: { ...params, errcode: platform[1] } };
  return { key: 'other', params };
}

/** Title and next step without a page around it: for the command line. */
export function failureText(failure: Failure, language: 'zh' | 'en'): FailureText {
  const texts = language === 'zh' ? zh : en;
  const { key, params } = failureKey(failure, (wanted) => textAt(texts, wanted) !== undefined);
  const filled = (wanted: string) =>
    (textAt(texts, wanted) ?? '').replace(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(params[name] ?? ''));
  return { title: filled(`${key}.title`), next: filled(`${key}.next`) };
}

function textAt(texts: object, key: string): string | undefined {
  let found: unknown = texts;
  for (const step of key.split('.'))
    found = typeof found === 'object' && found !== null ? (found as Record<string, unknown>)[step] : undefined;
  return typeof found === 'string' ? found : undefined;
}
