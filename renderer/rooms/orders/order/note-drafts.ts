/**
 * Notes begun and not yet saved, by order: stepping to another order, closing the drawer or leaving the room must not
 * cost a sentence. They live as long as the window.
 */
const drafts = new Map<string, string>();

export function draftOf(order: string): string {
  return drafts.get(order) ?? '';
}

export function keepDraft(order: string, text: string): void {
  if (text === '') drafts.delete(order);
  else drafts.set(order, text);
}
