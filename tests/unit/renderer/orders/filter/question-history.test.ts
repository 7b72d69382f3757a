import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type History,
  NO_HISTORY,
  recorded,
  redone,
  undone,
} from '../../../../../renderer/rooms/orders/filter/question-history.ts';

/** A page with one question: what `useQuestion` does, without the page. */
function page() {
  let history: History<string> = NO_HISTORY;
  let present = '';
  return {
    present: () => present,
    ask: (question: string, what: string | null = null, at = 0) => {
      history = recorded(history, present, what, at);
      present = question;
    },
    go: (way: typeof undone<string>) => {
      const to = way(history, present);
      if (to) ({ question: present, history } = to);
      return to !== null;
    },
  };
}

describe('undo and redo of questions', () => {
  it('goes back and forth', () => {
    const desk = page();
    for (const question of ['a', 'b', 'c']) desk.ask(question);
    expect([desk.go(undone), desk.go(undone), desk.present()]).toEqual([true, true, 'a']);
    expect([desk.go(redone), desk.present()]).toEqual([true, 'b']);
    desk.ask('d');
    expect(desk.go(redone)).toBe(false);
    desk.go(undone);
    expect(desk.present()).toBe('b');
  });

  it('takes a word typed in one go back in one go', () => {
    const desk = page();
    desk.ask('前', null);
    desk.ask('茶', 'text', 1000);
    desk.ask('茶叶', 'text', 2000);
    desk.ask('茶叶店', 'text', 3400);
    // A pause: the next letters are another thought.
    desk.ask('茶叶店 2', 'text', 9000);
    desk.go(undone);
    expect(desk.present()).toBe('茶叶店');
    desk.go(undone);
    expect(desk.present()).toBe('前');
  });

  it('does not join what was typed after an undo with what was typed before', () => {
    const desk = page();
    desk.ask('茶', 'text', 0);
    desk.go(undone);
    desk.ask('酒', 'text', 100);
    desk.go(undone);
    expect(desk.present()).toBe('');
  });

  it('comes back to every question in order, the newest hundred of them', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 150 }), (questions) => {
        const desk = page();
        for (const question of questions) desk.ask(question);
        const seen = ['', ...questions];
        const last = Math.min(100, questions.length);
        for (let step = 1; step <= last; step += 1) {
          desk.go(undone);
          expect(desk.present()).toBe(seen[questions.length - step]);
        }
        expect(desk.go(undone)).toBe(false);
        for (let step = 0; step < last; step += 1) desk.go(redone);
        expect(desk.present()).toBe(seen.at(-1));
      }),
    );
  });
});
