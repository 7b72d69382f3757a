import { useCallback } from 'react';
import { useSearchParams } from 'wouter';
import { navigate } from './hash-location.ts';
import type { RoomName } from './rooms.ts';

/** Search part of an address; lists repeat the key, empty values are left out. */
export type AddressParams = Record<string, string | number | readonly (string | number)[] | null | undefined>;

/** Address of a room with its filters: the target of every number that opens the rows behind it. */
export function addressOf(room: RoomName, params: AddressParams = {}): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(params)) {
    const values = Array.isArray(value) ? value : [value];
    for (const one of values) if (one !== null && one !== undefined && one !== '') search.append(key, String(one));
  }
  const text = search.toString();
  return `/${room}${text ? `?${text}` : ''}`;
}

export function goTo(room: RoomName, params: AddressParams = {}): void {
  navigate(addressOf(room, params));
}

/**
 * The filters of the present room. `set` merges: null, '' and [] take a key away. Replaces the history entry, so
 * going back leaves the room instead of undoing a filter letter by letter.
 */
export function useFilters(): { params: URLSearchParams; set: (patch: AddressParams) => void } {
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (patch: AddressParams) => {
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [key, value] of Object.entries(patch)) {
            next.delete(key);
            const values = Array.isArray(value) ? value : [value];
            for (const one of values) {
              if (one !== null && one !== undefined && one !== '') next.append(key, String(one));
            }
          }
          return next;
        },
        { replace: true },
      );
    },
    [setParams],
  );
  return { params, set };
}
