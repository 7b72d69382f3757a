/**
 * Runs `work` over the items, `width` at a time. The first failure stops the taking of further items; it is thrown
 * after the calls under way have ended, so that nothing writes behind the caller's back.
 */
export async function inParallel<Item>(
  items: readonly Item[],
  width: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  let next = 0;
  let failed: { error: unknown } | null = null;
  const lane = async () => {
    while (failed === null && next < items.length) {
      const item = items[next]!;
      next += 1;
      try {
        await work(item);
      } catch (error) {
        failed ??= { error };
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, lane));
  if (failed !== null) throw (failed as { error: unknown }).error;
}
