import type { Platform } from '../platform.ts';
import type { Reply } from '../reply.ts';

export interface ListPage<Item> {
  items: Item[];
  nextKey: string | null;
  more: boolean;
}

/**
 * Reads a keyed list to its end, a page at a time. `first` is the cursor of page 1: some lists want '' there,
 * others want the field left out. Ends on has_more false, an empty cursor, an empty page, or a cursor seen before:
 * the promoter lists have no has_more, and a repeated cursor would never end.
 */
export async function* pages<Item>(
  platform: Platform,
  endpoint: string,
  body: Record<string, unknown>,
  first: string | null,
  read: (reply: Reply) => ListPage<Item>,
  signal?: AbortSignal,
): AsyncGenerator<Item[]> {
  const seen = new Set<string>();
  let key = first;
  for (;;) {
    const request = key === null ? body : { ...body, next_key: key };
    const page = read(await platform.call(endpoint, request, signal));
    yield page.items;
    if (!page.more || !page.nextKey || page.items.length === 0 || seen.has(page.nextKey)) return;
    seen.add(page.nextKey);
    key = page.nextKey;
  }
}

/** `has_more` where the list has it; lists without go on while there is a cursor. */
export function moreOf(value: Record<string, unknown>): boolean {
  const more = value.has_more ?? value.have_more;
  return more === undefined || more === null || more === true || more === 1 || more === 'true';
}
