/** Refusals a test asks for: the next so many calls of a path, all of them or those whose body says so. */
import type { Body } from './wire/body.ts';
import { refusal } from './wire/refusal.ts';

export interface RefusalWish {
  path: string;
  /** Only calls whose body has this value in this field, compared as text. */
  field?: string | undefined;
  value?: string | undefined;
  errcode: number;
  /** How many calls; absent: until an equal wish with 0. */
  times?: number | undefined;
}

export class Refusals {
  private wishes: RefusalWish[] = [];

  /** Takes the place of a wish about the same calls; 0 times takes it away. */
  set(wish: RefusalWish): void {
    this.wishes = this.wishes.filter(
      (each) => each.path !== wish.path || each.field !== wish.field || each.value !== wish.value,
    );
    if (wish.times !== 0) this.wishes.push({ ...wish });
  }

  /** Throws when a wish is about this call, and counts it. */
  take(path: string, body: Body): void {
    const wish = this.wishes.find(
      (each) =>
        each.path === path && each.times !== 0 && (each.field === undefined || String(body[each.field]) === each.value),
    );
    if (wish === undefined) return;
    if (wish.times !== undefined) wish.times--;
    throw refusal(wish.errcode);
  }
}
