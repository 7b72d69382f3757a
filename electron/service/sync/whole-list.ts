/**
 * Reads a list that has no update time to its end. Where known members are missing from it, it is read once more and
 * both readings count: an answer may be cut short, and only what is missing twice is believed to be gone.
 */
export async function readWholeList<Item>(
  read: () => AsyncGenerator<Item[]>,
  keyOf: (item: Item) => string,
  known: ReadonlySet<string>,
  heard: (items: number) => void,
): Promise<Map<string, Item>> {
  const found = new Map<string, Item>();
  const complete = () => {
    for (const key of known) if (!found.has(key)) return false;
    return true;
  };
  for (let reading = 0; reading < 2; reading += 1) {
    for await (const page of read()) {
      for (const item of page) found.set(keyOf(item), item);
      heard(found.size);
    }
    if (complete()) break;
  }
  return found;
}
