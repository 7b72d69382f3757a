/**
 * Nicknames come as people type them: '-', blanks and control characters are no name, and marks that turn the
 * writing direction could rearrange the cells around them.
 */
export function readableName(name: string | null | undefined): string | null {
  if (!name) return null;
  const text = name.replace(/[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '').trim();
  return text === '' || /^[-—–_.·]+$/.test(text) ? null : text;
}
