import type { Unix } from '../../../shared/time.ts';
import type { Context } from '../context.ts';

/** Who does something to a rule, and when. */
export interface Deed {
  staff: string;
  /** Platform time. */
  now: Unix;
}

export function deedOf(context: Context): Deed {
  return { staff: context.staff(), now: context.now() };
}
