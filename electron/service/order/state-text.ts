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

function canonical(value: unknown): string {
  if (value === null || value === undefined || value === '') return '';
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object') return JSON.stringify(String(value));
  let parts = '';
  for (const key of countingKeys(Object.keys(value))) {
    const text = canonical((value as Record<string, unknown>)[key]);
    if (text !== '' && text !== '{}') parts += parts === '' ? `${key}:${text}` : `,${key}:${text}`;
  }
  return `{${parts}}`;
}

const sorted = new Map<string, string[]>();
const SHAPES = 1000;

/** The keys that count, sorted; replies come in few shapes, and sorting anew was most of the work. */
function countingKeys(keys: string[]): string[] {
  const shape = keys.join();
  let known = sorted.get(shape);
  if (!known) {
    known = keys.filter((key) => !PICTURES.has(key)).sort();
    if (sorted.size >= SHAPES) sorted.clear();
    sorted.set(shape, known);
  }
  return known;
}
