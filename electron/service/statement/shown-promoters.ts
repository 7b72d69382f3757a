const MOST = 3;

/** Promoters on one line of a document, by what they know themselves by. */
export function shownPromoters(appids: readonly string[]): string {
  const first = appids.slice(0, MOST).join('、');
  return appids.length > MOST ? `${first} 等 ${appids.length} 位推客` : first;
}
