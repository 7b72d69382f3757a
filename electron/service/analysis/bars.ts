/** Bars [from, to) between the edges, the last without an end. */
export function barsFrom<Sums extends object>(
  edges: readonly number[],
  nothing: () => Sums,
): ({ from: number; to: number | null } & Sums)[] {
  return edges.map((from, at) => ({ from, to: edges[at + 1] ?? null, ...nothing() }));
}

/** The bar a value lies in; a value before the first edge lies in the first bar. */
export function barOf<Bar extends { to: number | null }>(bars: readonly Bar[], value: number): Bar {
  return bars.find(({ to }) => to === null || value < to)!;
}
