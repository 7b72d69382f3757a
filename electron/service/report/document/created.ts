import { periodRange, type Unix } from '../../../../shared/time.ts';
import type { Face } from '../proof/face.ts';

/** The time written into files: up to when orders were known, else the end of the month; never the machine's clock. */
export function createdOf({ known_as_of, period }: Pick<Face, 'known_as_of' | 'period'>): Unix {
  return known_as_of ?? periodRange(period)?.to ?? 0;
}
