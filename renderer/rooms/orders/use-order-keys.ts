import type { InputRef } from 'antd';
import { type RefObject, useEffect, useRef } from 'react';

interface Keys {
  idSearch: RefObject<InputRef | null>;
  onClear: () => void;
  /** False while something lies over the table. */
  enabled: boolean;
}

/** `/` goes to the id search, Escape in it back to the table, Escape in the table clears the conditions. */
export function useOrderKeys(keys: Keys): void {
  const now = useRef(keys);
  now.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { idSearch, onClear, enabled } = now.current;
      if (!enabled || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const target = event.target as HTMLElement;
      const inId = target === idSearch.current?.input;
      const typing = target.matches('input, textarea, select, [contenteditable]');
      if (event.key === '/' && !typing) {
        event.preventDefault();
        idSearch.current?.focus({ cursor: 'all' });
      } else if (inId && (event.key === 'Escape' || event.key === 'ArrowDown' || event.key === 'Enter')) {
        document.querySelector<HTMLElement>('[role="grid"]')?.focus();
      } else if (event.key === 'Escape' && !typing && !document.querySelector('.ant-select-open')) onClear();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
