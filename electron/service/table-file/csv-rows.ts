const QUOTE = 34;
const LINE_FEED = 10;
const RETURN = 13;

type State = 'start' | 'plain' | 'quoted' | 'closing' | 'line_feed';

/**
 * Takes csv apart piece by piece. RFC 4180, lenient: lines end as on any system, and a quote counts at the beginning of
 * a cell only, so that Excel's ="123" stays whole.
 */
export class CsvRows {
  readonly #divider: number;
  #state: State = 'start';
  #row: string[] = [];
  #cell = '';

  constructor(separator = ',') {
    this.#divider = separator.charCodeAt(0);
  }

  /** The records that end in this piece. */
  push(text: string): string[][] {
    const done: string[][] = [];
    let at = 0;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      switch (this.#state) {
        case 'line_feed':
          this.#state = 'start';
          if (code === LINE_FEED) at += 1;
          break;
        case 'start':
          this.#state = code === QUOTE ? 'quoted' : 'plain';
          if (code === QUOTE) at += 1;
          break;
        case 'quoted': {
          const end = text.indexOf('"', at);
          this.#cell += text.slice(at, end < 0 ? text.length : end);
          at = end < 0 ? text.length : end + 1;
          if (end >= 0) this.#state = 'closing';
          break;
        }
        case 'closing':
          this.#state = code === QUOTE ? 'quoted' : 'plain';
          if (code === QUOTE) {
            this.#cell += '"';
            at += 1;
          }
          break;
        case 'plain':
          at = this.#plain(text, at, done);
      }
    }
    return done;
  }

  /** What is left when the file ends without a line break. */
  end(): string[][] {
    if (this.#row.length === 0 && this.#cell === '' && (this.#state === 'start' || this.#state === 'line_feed'))
      return [];
    const row = [...this.#row, this.#cell];
    this.#row = [];
    this.#cell = '';
    this.#state = 'start';
    return [row];
  }

  #plain(text: string, from: number, done: string[][]): number {
    let at = from;
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code !== this.#divider && code !== LINE_FEED && code !== RETURN) continue;
      this.#row.push(this.#cell + text.slice(from, at));
      this.#cell = '';
      this.#state = code === RETURN ? 'line_feed' : 'start';
      if (code !== this.#divider) {
        done.push(this.#row);
        this.#row = [];
      }
      return at + 1;
    }
    this.#cell += text.slice(from);
    return at;
  }
}
