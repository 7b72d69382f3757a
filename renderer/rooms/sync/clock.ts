export interface SkewText {
  key: 'fine' | 'behind' | 'ahead';
  unit: 'seconds' | 'minutes' | 'hours';
  count: number;
}

/** Less than this is the way of the answer through the network, not a wrong clock. */
const TOLERANCE = 5;

/** `skew` is the platform's clock minus this machine's, seconds: positive when the machine is behind. */
export function skewText(skew: number): SkewText {
  const size = Math.abs(skew);
  const key = size <= TOLERANCE ? 'fine' : skew > 0 ? 'behind' : 'ahead';
  if (size < 120) return { key, unit: 'seconds', count: size };
  if (size < 7200) return { key, unit: 'minutes', count: Math.round(size / 60) };
  return { key, unit: 'hours', count: Math.round(size / 3600) };
}

/** «1:34» or «1:02:03»: how long a run took. */
export function formatSeconds(seconds: number): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  return hours ? `${hours}:${pad(minutes)}:${pad(seconds % 60)}` : `${minutes}:${pad(seconds % 60)}`;
}
