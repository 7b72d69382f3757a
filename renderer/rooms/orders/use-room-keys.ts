import type { InputRef } from 'antd';
import { type RefObject, useEffect, useRef } from 'react';
import { DATE_PRESETS, type DatePreset } from './date-preset.ts';

interface Keys {
  search: RefObject<InputRef | null>;
  /** One step less: words first, then the other conditions, the days last. */
  onLess: () => void;
  onPreset: (preset: DatePreset) => void;
  onMore: () => void;
  /** Opens a list of the bar, by its place from 0. */
  onList: (place: number) => void;
  onUndo: (() => void) | null;
  onRedo: (() => void) | null;
}

const TYPING = 'input, textarea, select, [contenteditable]';
const DAYS = '.ld-orders-range input';
/** Whatever lies over the room and has keys of its own. */
const OVER = [
  '.ant-drawer-open',
  '.ant-modal-wrap:not([style*="display: none"])',
  '.ant-select-open',
  '.ant-dropdown:not(.ant-dropdown-hidden)',
  '.ant-popover:not(.ant-popover-hidden)',
  '.ant-picker-dropdown:not(.ant-picker-dropdown-hidden)',
].join(', ');

/**
 * `/` to the search, 1 to 8 to the lists of conditions, `d` to the days, `f` to more conditions, Alt+1 to Alt+6 the usual
 * dates, Ctrl+Z and Ctrl+Shift+Z (Cmd on a Mac) through the changes of conditions, Escape step by step back to all rows.
 * In the fields of the days and in the closed list of a condition, which keep the focus, Escape goes on to the rows.
 */
export function useRoomKeys(keys: Keys): void {
  const now = useRef(keys);
  now.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { search } = now.current;
      if (event.defaultPrevented || event.isComposing) return;
      const target = event.target as HTMLElement;
      const inSearch = target === search.current?.input;
      const typing = target.matches(TYPING) && !target.matches('input[type="radio"], input[type="checkbox"]');
      if (document.querySelector(OVER)) return;
      if (event.key === 'Escape' && (inClosedList(target) || target.matches(DAYS))) {
        target.blur();
        focusRows();
        event.preventDefault();
      } else if (act(event, now.current, inSearch, typing)) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

/** Whether the key was one of the room's. */
function act(event: KeyboardEvent, keys: Keys, inSearch: boolean, typing: boolean): boolean {
  const { key, code, altKey, shiftKey } = event;
  const held = event.ctrlKey || event.metaKey;
  if (held) {
    // Other fields take back their own letters, where they have any.
    const own = typing && !inSearch && !inClosedList(event.target as HTMLElement);
    if (altKey || key.toLowerCase() !== 'z' || own) return false;
    (shiftKey ? keys.onRedo : keys.onUndo)?.();
    return true;
  }
  if (altKey) {
    // By the key's place: with Alt a Mac writes other signs than digits.
    const preset = /^Digit[1-6]$/.test(code) ? DATE_PRESETS[Number(code.at(-1)) - 1] : undefined;
    if (preset) keys.onPreset(preset);
    return preset !== undefined;
  }
  if (inSearch) return inSearchBox(key, keys);
  if (typing) return false;
  if (key === '/') {
    keys.search.current?.focus({ cursor: 'all' });
    return true;
  }
  if (key === 'f' && !shiftKey) {
    keys.onMore();
    return true;
  }
  if (key === 'd' && !shiftKey) {
    document.querySelector<HTMLElement>(DAYS)?.focus();
    return true;
  }
  if (/^[1-8]$/.test(key)) {
    keys.onList(Number(key) - 1);
    return true;
  }
  if (key === 'Escape') {
    keys.onLess();
    return true;
  }
  return false;
}

function inSearchBox(key: string, { search, onLess }: Keys): boolean {
  const filled = (search.current?.input?.value ?? '').trim() !== '';
  if (key === 'Escape' && filled) {
    onLess();
    return true;
  }
  if (key !== 'Escape' && key !== 'ArrowDown' && key !== 'Enter') return false;
  focusRows();
  return true;
}

function inClosedList(target: HTMLElement): boolean {
  return target.matches('.ld-facet input') && (target as HTMLInputElement).value === '';
}

function focusRows(): void {
  document.querySelector<HTMLElement>('[role="grid"], [data-review-queue]')?.focus();
}
