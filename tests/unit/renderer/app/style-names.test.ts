import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const renderer = join(import.meta.dirname, '..', '..', '..', '..', 'renderer');

/** Blocks (`ld-x` of `.ld-x`, `.ld-x__part`, `.ld-x--state`) a style sheet gives looks to wherever they stand. */
function blocksOf(file: string): string[] {
  const heads = readFileSync(join(renderer, file), 'utf8').matchAll(/^\.(ld-[a-z0-9]+(?:-[a-z0-9]+)*)\S*\s*[{,]/gm);
  return [...heads].map(([, block]) => block!);
}

it('gives no two rooms the same name of a style: sheets of rooms that were looked at stay', () => {
  const rooms = new Map<string, Set<string>>();
  for (const file of globSync('rooms/*/**/*.css', { cwd: renderer }))
    for (const block of blocksOf(file)) {
      const room = file.split(/[\\/]/)[1]!;
      rooms.set(block, (rooms.get(block) ?? new Set()).add(room));
    }
  expect(rooms.size).toBeGreaterThan(100);
  expect([...rooms].filter(([, of]) => of.size > 1).map(([block, of]) => `${block}: ${[...of].join(', ')}`)).toEqual(
    [],
  );
});
