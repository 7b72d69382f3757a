import type { Span } from './state/span.ts';
import { spanOf } from './state/span.ts';

export interface SkewText extends Span {
  key: 'fine' | 'behind' | 'ahead';
}

/** Less than this is the way of the answer through the network, not a wrong clock. */
const TOLERANCE = 5;

/** `skew` is the platform's clock minus this machine's, seconds: positive when the machine is behind. */
export function skewText(skew: number): SkewText {
  const size = Math.abs(skew);
  return { key: size <= TOLERANCE ? 'fine' : skew > 0 ? 'behind' : 'ahead', ...spanOf(size) };
}

/** «1:34» or «1:02:03»: how long a run took. */
export function formatSeconds(seconds: number): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  return hours ? `${hours}:${pad(minutes)}:${pad(seconds % 60)}` : `${minutes}:${pad(seconds % 60)}`;
}
