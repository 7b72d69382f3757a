/** Longest name offered, in UTF-16 units: with its ending it stays below 255 bytes. */
const LONGEST = 70;

/** A name every system takes, offered in the dialog: no separators, reserved signs or control characters. */
export function fileName(words: string): string {
  const safe = words
    .normalize('NFC')
    .replace(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Surrogate}]/gu, '')
    .slice(0, LONGEST)
    .replace(/[\ud800-\udbff]$/, '')
    .replace(/^[\s.]+|[\s.-]+$/g, '');
  return `${safe || 'poster'}.png`;
}
