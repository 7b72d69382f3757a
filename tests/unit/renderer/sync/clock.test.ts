import { describe, expect, it } from 'vitest';
import { formatSeconds, skewText } from '../../../../renderer/rooms/sync/clock.ts';

describe('the two clocks', () => {
  it('name who is behind', () => {
    expect(skewText(-3)).toEqual({ key: 'fine', unit: 'seconds', count: 3 });
    expect(skewText(90)).toEqual({ key: 'behind', unit: 'seconds', count: 90 });
    expect(skewText(-187)).toEqual({ key: 'ahead', unit: 'minutes', count: 3 });
    expect(skewText(864_000)).toEqual({ key: 'behind', unit: 'days', count: 10 });
  });
});

describe('how long a run took', () => {
  it.each([
    [0, '0:00'],
    [94, '1:34'],
    [3723, '1:02:03'],
  ])('%d s', (seconds, text) => expect(formatSeconds(seconds)).toBe(text));
});
