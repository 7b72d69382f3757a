import { describe, expect, it } from 'vitest';
import { agoStep } from '../../../../renderer/parts/ago.ts';
import { readableName } from '../../../../renderer/parts/party-name.ts';

describe('names as people type them', () => {
  it.each([null, undefined, '', '-', ' — ', '...', '\u200b', '\u202e\u202c'])('takes %j for none', (name) => {
    expect(readableName(name)).toBeNull();
  });

  it('takes away what would turn the cells around it', () => {
    expect(readableName(' 甜甜\u202e妈妈 🛒\n')).toBe('甜甜妈妈 🛒');
    expect(readableName('=小鱼')).toBe('=小鱼');
  });
});

describe('how long ago', () => {
  it('uses the largest whole unit', () => {
    const now = 1_000_000;
    expect([0, 59, 60, 3599, 3600, 86_399, 86_400, 200_000].map((age) => agoStep(now - age, now))).toEqual([
      { unit: 'now', count: 0 },
      { unit: 'now', count: 0 },
      { unit: 'minutes', count: 1 },
      { unit: 'minutes', count: 59 },
      { unit: 'hours', count: 1 },
      { unit: 'hours', count: 23 },
      { unit: 'days', count: 1 },
      { unit: 'days', count: 2 },
    ]);
  });

  it('calls a moment ahead of this clock now', () => {
    expect(agoStep(2000, 1000)).toEqual({ unit: 'now', count: 0 });
  });
});
