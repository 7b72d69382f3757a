import { type ComponentType, lazy } from 'react';

/** Pages of the room; each is a chunk of its own. */
export const VIEWS = {
  shelf: lazy(() => import('./ShelfView.tsx')),
  batches: lazy(() => import('./batches/index.tsx')),
} satisfies Record<string, ComponentType>;

export type ViewName = keyof typeof VIEWS;

export const VIEW_NAMES = Object.keys(VIEWS) as ViewName[];

export function readView(text: string | null): ViewName {
  return VIEW_NAMES.find((name) => name === text) ?? 'shelf';
}
