import { useSyncExternalStore } from 'react';
import type { BaseLocationHook } from 'wouter';

/**
 * Path and search both live behind the hash (`#/orders?channel=promoter`), so the page's own address never changes
 * whatever serves it, and reloading or copying an address keeps the filters.
 */
export function readHash(): { path: string; search: string } {
  const text = window.location.hash.replace(/^#?\/?/, '');
  const mark = text.indexOf('?');
  return mark < 0
    ? { path: `/${text}`, search: '' }
    : { path: `/${text.slice(0, mark)}`, search: text.slice(mark + 1) };
}

export function subscribe(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  window.addEventListener('popstate', changed);
  return () => {
    window.removeEventListener('hashchange', changed);
    window.removeEventListener('popstate', changed);
  };
}

export function navigate(to: string, options: { replace?: boolean } = {}): void {
  const hash = `#${to.startsWith('/') ? to : `/${to}`}`;
  if (hash === window.location.hash) return;
  if (options.replace) window.history.replaceState(null, '', hash);
  else window.history.pushState(null, '', hash);
  window.dispatchEvent(new Event('hashchange'));
}

export const useHashLocation: BaseLocationHook = () => [
  useSyncExternalStore(subscribe, () => readHash().path),
  navigate,
];

export const useHashSearch = (): string => useSyncExternalStore(subscribe, () => readHash().search);

export const hrefOf = (path: string): string => `#${path}`;
