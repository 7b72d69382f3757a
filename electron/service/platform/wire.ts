import { z } from 'zod';

/**
 * Words of the wire, read leniently: numbers arrive as text and the other way round, lists as single objects,
 * optional parts are absent, null or ''. A field that cannot be read becomes null (the raw reply is kept), never
 * an error: one odd field must not cost a row.
 */

// Optional, because an absent field has to reach the transformation too.
const anything = z.unknown().optional();

/** An integer; null when absent or none. */
export function numberOf(value: unknown): number | null {
  if (typeof value === 'number')
    return Number.isSafeInteger(value) ? value : Number.isFinite(value) ? Math.trunc(value) : null;
  if (typeof value !== 'string' || !/^-?\d+$/.test(value.trim())) return null;
  const parsed = Number(value);
  return Number.isSafeInteger(parsed) ? parsed : null;
}

/** The last second of the year 9999: what lies behind it, milliseconds among others, is no time in seconds. */
const LATEST = 253_402_271_999;

/** Unix seconds; 0 means "not yet": times of payment and settlement. */
export function instantOf(value: unknown): number | null {
  const instant = numberOf(value);
  return instant !== null && instant > 0 && instant <= LATEST ? instant : null;
}

/** Text, ids included; null when absent or ''. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value === '' ? null : value;
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : null;
}

/** A name as people gave it: '' stays '', only an absent one is null. */
export function labelOf(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

type Fields = Record<string, unknown>;
const NOTHING: Fields = Object.freeze({});

/** The fields of an object; none of anything else. */
export function fieldsOf(value: unknown): Fields {
  return isObject(value) ? value : NOTHING;
}

/** Like `fieldsOf`, but null when the object is absent or empty. */
export function partOf(value: unknown): Fields | null {
  if (!isObject(value)) return null;
  for (const _key in value) return value;
  return null;
}

// The same words for schemas; thousands of order details a second are read with the functions themselves.
export const number = anything.transform(numberOf);
export const instant = anything.transform(instantOf);
export const text = anything.transform(textOf);
export const label = anything.transform(labelOf);

export const flag = z
  .unknown()
  .transform((value): boolean => value === true || value === 1 || value === 'true' || value === '1');

/** An object of the wire; anything else reads as if all its fields were absent. */
export function wire<Shape extends z.ZodRawShape>(shape: Shape) {
  const schema = z.object(shape);
  return anything.transform((value): z.output<typeof schema> => schema.parse(isObject(value) ? value : {}));
}

/** Like `wire`, but null when the object is absent or empty. */
export function part<Shape extends z.ZodRawShape>(shape: Shape) {
  const schema = z.object(shape);
  return anything.transform((value): z.output<typeof schema> | null =>
    isObject(value) && Object.keys(value).length > 0 ? schema.parse(value) : null,
  );
}

/** A list; one object where a list belongs counts as a list of one, nothing as an empty list. */
export function list<Item extends z.ZodType>(item: Item) {
  return anything.transform((value): z.output<Item>[] => {
    if (value === null || value === undefined || value === '') return [];
    return (Array.isArray(value) ? value : [value]).map((one) => item.parse(one));
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
