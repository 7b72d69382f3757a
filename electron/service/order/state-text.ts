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
  const parts: string[] = [];
  for (const key of Object.keys(value).sort()) {
    if (PICTURES.has(key)) continue;
    const text = canonical((value as Record<string, unknown>)[key]);
    if (text !== '' && text !== '{}') parts.push(`${key}:${text}`);
  }
  return `{${parts.join(',')}}`;
}
