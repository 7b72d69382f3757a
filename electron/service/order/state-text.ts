/**
 * What makes two replies the same state: all fields of the commission order, unknown ones too, whatever the order
 * of keys and whether a number came as text. Pictures do not count (their addresses carry signatures that change),
 * nor does a field that is absent rather than null or empty.
 */
export function stateText(reply: unknown): string {
  const order = typeof reply === 'object' && reply !== null ? Object.entries(reply) : [];
  const found = order.find(([key]) => key === 'commssion_order' || key === 'commission_order');
  return canonical(found?.[1]);
}

const PICTURES = new Set(['head_img_url', 'thumb_img']);
/** What JSON writes in another way than it stands. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const ESCAPED = /["\\\u0000-\u001f\ud800-\udfff]/;

function canonical(value: unknown): string {
  if (typeof value === 'string') return value === '' ? '' : ESCAPED.test(value) ? JSON.stringify(value) : `"${value}"`;
  if (value === null || value === undefined) return '';
  if (typeof value !== 'object') return `"${String(value)}"`;
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  let parts = '';
  for (const key of countingKeys(Object.keys(value))) {
    const text = canonical((value as Record<string, unknown>)[key]);
    if (text !== '' && text !== '{}') parts += parts === '' ? `${key}:${text}` : `,${key}:${text}`;
  }
  return `{${parts}}`;
}

interface Shape {
  keys: readonly string[];
  /** Those that count, sorted. */
  counting: readonly string[];
}

/** By how many keys there are: replies come in few shapes, and sorting anew was most of the work. */
const shapes = new Map<number, Shape[]>();
const SHAPES = 32;

function countingKeys(keys: readonly string[]): readonly string[] {
  const ofLength = shapes.get(keys.length) ?? [];
  for (const shape of ofLength) if (sameKeys(shape.keys, keys)) return shape.counting;
  const counting = keys.filter((key) => !PICTURES.has(key)).sort();
  shapes.set(keys.length, [{ keys, counting }, ...ofLength].slice(0, SHAPES));
  return counting;
}

function sameKeys(a: readonly string[], b: readonly string[]): boolean {
  for (let index = 0; index < b.length; index += 1) if (a[index] !== b[index]) return false;
  return true;
}
