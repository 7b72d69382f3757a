import type { ReactNode } from 'react';

export type PaletteGroup = 'rooms' | 'actions' | 'orders' | 'products' | 'promoters' | 'partnerships';

export interface PaletteItem {
  id: string;
  group: PaletteGroup;
  label: string;
  /** Second line or id, fainter. */
  detail?: string;
  icon?: ReactNode;
  /** Further words it is found by, such as its name in the other language. */
  words?: string;
  run: () => void;
}

/** Whether each word typed stands somewhere in the item's texts. Nothing typed finds everything. */
export function matchesItem(item: Pick<PaletteItem, 'label' | 'detail' | 'words'>, typed: string): boolean {
  const text = `${item.label} ${item.detail ?? ''} ${item.words ?? ''}`.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Index of the chosen item after an arrow key; goes round at both ends. */
export function stepChoice(choice: number, by: 1 | -1, count: number): number {
  return count === 0 ? 0 : (choice + by + count) % count;
}
