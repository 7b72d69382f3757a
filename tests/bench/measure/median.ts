export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Seconds of both sides: one round to warm up, then medians of `runs` rounds, the sides taking turns. */
export async function takeTurns(
  ours: () => unknown,
  reference: () => unknown,
  runs = 5,
): Promise<{ ours: number; reference: number }> {
  const seconds = { ours: [] as number[], reference: [] as number[] };
  for (let run = -1; run < runs; run++) {
    const times = { ours: await timed(ours), reference: await timed(reference) };
    if (run < 0) continue;
    seconds.ours.push(times.ours);
    seconds.reference.push(times.reference);
  }
  return { ours: median(seconds.ours), reference: median(seconds.reference) };
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
