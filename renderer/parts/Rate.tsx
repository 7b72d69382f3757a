import { formatPpm, type Ppm } from '../../shared/rate.ts';
import { Absent } from './Absent.tsx';

/** A rate of ppm as a percentage: `<Rate ppm={row.service_ratio_ppm} />`; null is a dash. */
export function Rate({ ppm }: { ppm: Ppm | null | undefined }) {
  return ppm === null || ppm === undefined ? <Absent /> : <span className="ld-nowrap">{formatPpm(ppm)}</span>;
}
