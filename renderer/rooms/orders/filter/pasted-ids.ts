/** Order ids have 19 digits today; shorter ones of other days and longer ones to come are taken too. */
const ORDER_ID = /^\d{8,64}$/;

export interface PastedIds {
  /** Each once, in the order they came. */
  ids: string[];
  /** How many came again. */
  repeated: number;
  /** What stood between them and is no order id: headings, remarks, numbers Excel had shortened. */
  others: string[];
}

/**
 * Order ids out of whatever was copied: lines, commas of either width, columns of a table, quotes and the `="…"` and
 * apostrophes that keep a spreadsheet from shortening them, full-width digits.
 */
export function readPastedIds(text: string): PastedIds {
  const ids = new Set<string>();
  const others: string[] = [];
  let repeated = 0;
  const plain = text.normalize('NFKC').replace(/[\u200b-\u200d\u2060\ufeff]/g, '');
  for (const part of plain.split(/[\s,;、|]+/)) {
    const token = part.replace(/^[='"“”‘’`]+|["'“”‘’`]+$/g, '');
    if (token === '') continue;
    if (!ORDER_ID.test(token)) others.push(token);
    else if (ids.has(token)) repeated += 1;
    else ids.add(token);
  }
  return { ids: [...ids], repeated, others };
}

/** How a paste into the search box is meant: as words, as order ids, or as a list somebody has to look at first. */
export function pasteKind(text: string, { ids, others }: PastedIds): 'words' | 'ids' | 'list' {
  if (ids.length >= 2 && ids.length >= others.length) return 'ids';
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '').length;
  return lines > 1 || ids.length >= 2 || text.length > 200 ? 'list' : 'words';
}
