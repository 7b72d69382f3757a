const mac = navigator.userAgent.includes('Mac');

export const SHORTCUT_TEXT = mac ? '⌘ K' : 'Ctrl K';

/** Ctrl+K, on a Mac Cmd+K: the palette. */
export function isPaletteKey(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): boolean {
  const held = mac ? event.metaKey : event.ctrlKey;
  return held && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k';
}
