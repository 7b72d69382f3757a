import { replyPaths } from '../../../../shared/reply-paths.ts';

export interface DiffRow {
  path: string;
  left: string | null;
  right: string | null;
  same: boolean;
}

/** Every field of two raw replies side by side, those that differ first, each group by path. */
export function replyDiff(left: string, right: string): DiffRow[] {
  const [before, after] = [pathsOf(left), pathsOf(right)];
  const rows = [...new Set([...before.keys(), ...after.keys()])].sort().map((path): DiffRow => {
    const [one, other] = [before.get(path) ?? null, after.get(path) ?? null];
    return { path, left: one, right: other, same: one === other };
  });
  return [...rows.filter((row) => !row.same), ...rows.filter((row) => row.same)];
}

/** Text that is no JSON is one field of its own, so that nothing is hidden. */
function pathsOf(reply: string): Map<string, string> {
  try {
    return replyPaths(reply);
  } catch {
    return new Map([['', reply]]);
  }
}
