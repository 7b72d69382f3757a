/** A tag has at most so many characters. */
const LONGEST = 40;

/** What turns the tags of before into those wanted; blanks around a tag and doubles do not count. */
export function tagChange(before: readonly string[], wanted: readonly string[]): { add: string[]; remove: string[] } {
  const clean = [...new Set(wanted.map((tag) => tag.trim().slice(0, LONGEST).trim()).filter((tag) => tag !== ''))];
  return {
    add: clean.filter((tag) => !before.includes(tag)),
    remove: before.filter((tag) => !clean.includes(tag)),
  };
}
