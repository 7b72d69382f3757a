import { DeskError } from '../../../shared/contract/result.ts';
import type { Context } from '../context.ts';

/** Money moves only in somebody's name. Throws `payout.staff_missing`. */
export function namedStaff(context: Context): string {
  const staff = context.staff();
  if (staff.trim() === '') throw new DeskError('payout.staff_missing');
  return staff;
}

/** Whether two names are one person's: width, case and blanks make nobody another person. */
export function isSamePerson(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

function plain(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}
