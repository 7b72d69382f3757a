import type { ChangedPlace } from '../../../../shared/contract/report.ts';

const MOST = 100;
const ORDER: ChangedPlace['what'][] = ['line', 'line_added', 'line_missing', 'total', 'statement', 'signature'];

/** Where a file differs from what it says of itself. */
export class Places {
  readonly #found: ChangedPlace[] = [];

  /** Of each kind only the first hundred are kept. */
  add(place: Pick<ChangedPlace, 'what'> & Partial<ChangedPlace>): void {
    if (this.#found.filter(({ what }) => what === place.what).length >= MOST) return;
    this.#found.push({ sheet: null, row: null, order_id: null, sku_id: null, ...place });
  }

  get none(): boolean {
    return this.#found.length === 0;
  }

  has(...kinds: ChangedPlace['what'][]): boolean {
    return this.#found.some(({ what }) => kinds.includes(what));
  }

  /** The first hundred: lines before sums, sums before what is said about them. */
  list(): ChangedPlace[] {
    return this.#found.toSorted((a, b) => ORDER.indexOf(a.what) - ORDER.indexOf(b.what)).slice(0, MOST);
  }
}
