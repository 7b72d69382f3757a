/** Draws of one seeded stream: the same world in every run. */
export interface Draw {
  /** In [0, 1). */
  next(): number;
  /** An integer in [0, below). */
  below(below: number): number;
  chance(share: number): boolean;
  of<Value>(values: readonly Value[]): Value;
  /** A place in [0, size), small ones far more often: rank r with a weight of 1 / (r + 1). */
  rank(size: number): number;
}

/** mulberry32: small, quick, and good enough for made-up orders. */
export function draws(seed: number): Draw {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (size: number) => Math.floor(next() * size);
  return {
    next,
    below,
    chance: (share) => next() < share,
    of: (values) => values[below(values.length)]!,
    rank: (size) => place(weightsOf(size), next()),
  };
}

const known = new Map<number, Float64Array>();

function weightsOf(size: number): Float64Array {
  let sums = known.get(size);
  if (!sums) {
    sums = new Float64Array(size);
    let sum = 0;
    for (let rank = 0; rank < size; rank += 1) {
      sum += 1 / (rank + 1);
      sums[rank] = sum;
    }
    known.set(size, sums);
  }
  return sums;
}

function place(sums: Float64Array, at: number): number {
  const wanted = at * sums[sums.length - 1]!;
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle]! > wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}
