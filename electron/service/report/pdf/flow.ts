import type { Paper } from './paper.ts';
import type { Pen } from './pen.ts';

export const MARGIN = { side: 36, top: 40, bottom: 44 };

/** What stands on every page around its content. */
export interface PageFrame {
  draw(pen: Pen, page: number, pages: number): void;
}

/**
 * Where the next block goes. Without paper it only counts: how many pages there will be is printed on the first one,
 * so every document is laid out once before it is drawn.
 */
export class Flow {
  readonly left = MARGIN.side;
  readonly right: number;
  readonly bottom: number;
  readonly #paper: Paper | null;
  readonly #frame: PageFrame;
  readonly #pages: number;
  y = 0;
  page = 0;

  constructor(size: { width: number; height: number }, frame: PageFrame, paper: Paper | null = null, pages = 0) {
    this.right = size.width - MARGIN.side;
    this.bottom = size.height - MARGIN.bottom;
    this.#frame = frame;
    this.#paper = paper;
    this.#pages = pages;
    this.turn();
  }

  get width(): number {
    return this.right - this.left;
  }

  /** Null while only counting. */
  get pen(): Pen | null {
    return this.#paper?.pen ?? null;
  }

  turn(): void {
    this.page += 1;
    this.y = MARGIN.top;
    if (!this.#paper) return;
    this.#paper.newPage();
    this.#frame.draw(this.#paper.pen, this.page, this.#pages);
  }

  fits(height: number): boolean {
    return this.y + height <= this.bottom;
  }

  /** Room for a block that must not be torn; gives its upper edge. */
  take(height: number): number {
    if (!this.fits(height)) this.turn();
    const top = this.y;
    this.y += height;
    return top;
  }
}
