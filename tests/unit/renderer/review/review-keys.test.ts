import { describe, expect, it } from 'vitest';
import { isTaken, type PressedKey, reviewStep } from '../../../../renderer/rooms/orders/review/review-keys.ts';

const press = (key: string, held: Partial<PressedKey> = {}, asking = false) =>
  reviewStep({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, repeat: false, ...held }, asking);

describe('a key of the review queue', () => {
  it('moves, with Shift along a range, also while it is held down', () => {
    expect(press('j')).toEqual({ move: 1, extend: false });
    expect(press('ArrowUp')).toEqual({ move: -1, extend: false });
    expect(press('J', { shiftKey: true })).toEqual({ move: 1, extend: true });
    expect(press('ArrowDown', { shiftKey: true, repeat: true })).toEqual({ move: 1, extend: true });
    expect(press('End')).toEqual({ to: 'last' });
  });

  it.each([
    ['a', 'approve'],
    ['H', 'hold'],
    ['x', 'exclude'],
    ['r', 'reopen'],
    ['n', 'note'],
    ['t', 'tag'],
    ['u', 'undo'],
  ])('%s is %s, whatever Caps Lock says', (key, act) => {
    expect(press(key)).toEqual({ act });
  });

  it('decides nothing while held down, with Shift, Alt or a command key', () => {
    expect(press('a', { repeat: true })).toBeNull();
    expect(press('u', { repeat: true })).toBeNull();
    expect(press('A', { shiftKey: true })).toBeNull();
    expect(press('a', { altKey: true })).toBeNull();
    expect(press('x', { ctrlKey: true })).toBeNull();
    expect(press('n', { metaKey: true })).toBeNull();
  });

  it('chooses all of the filter with Ctrl or Cmd and A, but not while a reason is asked for', () => {
    expect(press('a', { ctrlKey: true })).toEqual({ all: true });
    expect(press('A', { metaKey: true })).toEqual({ all: true });
    expect(press('a', { ctrlKey: true }, true)).toBeNull();
  });

  it('chooses and confirms a reason only while one is asked for', () => {
    expect(press('3', {}, true)).toEqual({ choose: 3 });
    expect(press('3')).toBeNull();
    expect(press('0', {}, true)).toBeNull();
    expect(press('Enter', {}, true)).toEqual({ confirm: true });
    expect(press('Enter', { repeat: true }, true)).toBeNull();
    expect(press('Enter')).toEqual({ open: true });
    expect(press('Escape', {}, true)).toEqual({ cancel: true });
  });

  it('chooses a row by Space and shows the keys by ?', () => {
    expect(press(' ')).toEqual({ toggle: true });
    expect(press('?', { shiftKey: true })).toEqual({ help: true });
    expect(press('q')).toBeNull();
  });
});

describe('a key that belongs to somebody else', () => {
  /** An element inside of what the given selectors name. */
  const inside = (...parts: string[]) =>
    ({
      closest: (selectors: string) => (parts.some((part) => selectors.split(', ').includes(part)) ? {} : null),
    }) as unknown as EventTarget;
  const event = (key: string, given: object = {}) => ({
    key,
    isComposing: false,
    keyCode: 65,
    defaultPrevented: false,
    target: inside(),
    ...given,
  });

  it('is one that is composed by an input method', () => {
    expect(isTaken(event('a', { isComposing: true }))).toBe(true);
    expect(isTaken(event('a', { keyCode: 229 }))).toBe(true);
    expect(isTaken(event('Process'))).toBe(true);
    expect(isTaken(event('a'))).toBe(false);
  });

  it('is one typed into a field, or pressed within a dialog or menu', () => {
    expect(isTaken(event('a', { target: inside('textarea') }))).toBe(true);
    expect(isTaken(event('a', { target: inside('input:not([type=checkbox]):not([type=radio])') }))).toBe(true);
    expect(isTaken(event('a', { target: inside('[role=dialog]') }))).toBe(true);
  });

  it('is Enter or Space on a button, while letters there are the queue’s', () => {
    const target = inside('button');
    expect(isTaken(event('Enter', { target }))).toBe(true);
    expect(isTaken(event(' ', { target }))).toBe(true);
    expect(isTaken(event('a', { target }))).toBe(false);
    expect(isTaken(event('Enter', { target: inside('button', '[role=radio]') }))).toBe(false);
  });

  it('is one already handled', () => {
    expect(isTaken(event('a', { defaultPrevented: true }))).toBe(true);
  });
});
