import { expect, it } from 'vitest';
import { foldText } from '../../electron/service/order/fold.ts';
import { draws } from './order-world/draw.ts';
import { fillStaffWords } from './order-world/staff-words.ts';
import { differences } from './reference-compare.ts';
import { FILTER_KINDS, randomFilter } from './reference-filters.ts';
import { openReferenceWorld, type ReferenceWorld } from './reference-world.ts';

export const ORDERS = 50_000;
/** So many random questions a file; two files make three hundred and run beside each other. */
const QUESTIONS = 150;
const IN_ONE_TEST = 30;

/** The world both files ask, with words of staff in it. */
export function openAskedWorld(): Promise<ReferenceWorld> {
  return openReferenceWorld(ORDERS, (store) => fillStaffWords(store, foldText));
}

/** Tests that ask the questions of this half, some in each; every kind of condition has its turn in both halves. */
export function itAnswersLikeTheReference(world: () => ReferenceWorld, half: 0 | 1): void {
  const firsts = Array.from({ length: QUESTIONS / IN_ONE_TEST }, (_, part) => half * QUESTIONS + part * IN_ONE_TEST);
  it.each(firsts)(
    'are found, added up and counted as in plain JavaScript: questions %i and on',
    (first) => {
      const wrong: string[] = [];
      for (let index = first; index < first + IN_ONE_TEST; index += 1) {
        const draw = draws(1000 + index);
        const question = randomFilter(draw, world().books, FILTER_KINDS[index % FILTER_KINDS.length]!);
        const found = differences(world(), question, draw);
        if (found.length) wrong.push(`${index} ${JSON.stringify(question).slice(0, 600)}: ${found.join('; ')}`);
      }
      expect(wrong).toEqual([]);
    },
    120_000,
  );
}
