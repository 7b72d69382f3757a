import { useMemo, useSyncExternalStore } from 'react';
import { navigate, readHash, subscribe, useHashSearch } from './hash-location.ts';
import type { RoomName } from './rooms.ts';

/** Search part of an address; lists repeat the key, empty values are left out. */
export type AddressParams = Record<string, string | number | readonly (string | number)[] | null | undefined>;

/** Address of a room with its filters: the target of every number that opens the rows behind it. */
export function addressOf(room: RoomName, params: AddressParams = {}): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(params)) append(search, key, value);
  return withSearch(`/${room}`, search);
}

export function goTo(room: RoomName, params: AddressParams = {}): void {
  navigate(addressOf(room, params));
}

/**
 * The filters of the present room. `set` merges into the address as it stands at the call, and is the same function
 * for good: null, '' and [] take a key away. Replaces the history entry, so going back leaves the room instead of
 * undoing a filter letter by letter.
 *
 * Not the router's own hook: that one decodes the text once more before it is taken apart, and a percent sign in a
 * value comes back as something else.
 */
export function useFilters(): { params: URLSearchParams; set: (patch: AddressParams) => void } {
  const search = useHashSearch();
  const params = useMemo(() => new URLSearchParams(search), [search]);
  return { params, set: setFilters };
}

/** One filter of the present room by itself: whoever reads only this is not drawn again for the others. */
export function useFilterValue(key: string): string | null {
  return useSyncExternalStore(subscribe, () => new URLSearchParams(readHash().search).get(key));
}

/** Merges into the address as it stands: the `set` of `useFilters`, for those that read no filter. */
export function setFilters(patch: AddressParams): void {
  const { path, search } = readHash();
  const next = new URLSearchParams(search);
  for (const [key, value] of Object.entries(patch)) {
    next.delete(key);
    append(next, key, value);
  }
  navigate(withSearch(path, next), { replace: true });
}

function append(search: URLSearchParams, key: string, value: AddressParams[string]): void {
  const values = Array.isArray(value) ? value : [value];
  for (const one of values) if (one !== null && one !== undefined && one !== '') search.append(key, String(one));
}

function withSearch(path: string, search: URLSearchParams): string {
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}
