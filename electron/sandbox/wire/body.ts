/** Reading request fields the way the documents describe them; what does not fit is refused with the module's code. */
import { refusal } from './refusal.ts';

export type Body = Record<string, unknown>;

/** League module's parameter error; the promoter module has its own, 10071003, on the calls that name it. */
export const BAD_PARAMETER = 10024000;
export const BAD_PROMOTER_PARAMETER = 10071003;

/** A text that must be there and not be empty. */
export function textOf(body: Body, name: string, code = BAD_PARAMETER): string {
  const value = body[name];
  if (typeof value !== 'string' || value === '') throw refusal(code, name);
  return value;
}

export function optionalText(body: Body, name: string, code = BAD_PARAMETER): string | undefined {
  const value = body[name];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') throw refusal(code, name);
  return value;
}

/** An unsigned 64-bit id, as number on one page of the documents and as text on another: both are taken. */
export function idOf(body: Body, name: string, code = BAD_PARAMETER): string {
  const id = optionalId(body, name, code);
  if (id === undefined) throw refusal(code, name);
  return id;
}

export function optionalId(body: Body, name: string, code = BAD_PARAMETER): string | undefined {
  const value = body[name];
  if (value === undefined || value === null || value === '') return undefined;
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || !/^\d{1,20}$/.test(text)) throw refusal(code, name);
  return text;
}

/** A whole number in [min, max]; text is refused, only ids come in both shapes. */
export function intOf(body: Body, name: string, min: number, max: number, code = BAD_PARAMETER): number {
  const value = body[name];
  if (typeof value !== 'number' || !Number.isInteger(value) || value < min || value > max) throw refusal(code, name);
  return value;
}

export function optionalInt(body: Body, name: string, min: number, max: number): number | undefined {
  return body[name] === undefined || body[name] === null ? undefined : intOf(body, name, min, max);
}

/** `next_key` where the documents require the field itself: "" on the first page. */
export function requiredCursor(body: Body): string {
  const value = body.next_key;
  if (typeof value !== 'string') throw refusal(BAD_PARAMETER, 'next_key');
  return value;
}

export function optionalObject(body: Body, name: string): Body | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'object' || Array.isArray(value)) throw refusal(BAD_PARAMETER, name);
  return value as Body;
}

export interface TimeRange {
  /** Unix seconds, both ends belong to the range. */
  start: number;
  end: number;
}

/** `{start_time, end_time}`; each end may be left open. */
export function optionalRange(body: Body, name: string): TimeRange | undefined {
  const range = optionalObject(body, name);
  if (range === undefined) return undefined;
  const far = Number.MAX_SAFE_INTEGER;
  const start = optionalInt(range, 'start_time', 0, far) ?? 0;
  const end = optionalInt(range, 'end_time', 0, far) ?? far;
  if (start > end) throw refusal(BAD_PARAMETER, name);
  return { start, end };
}
