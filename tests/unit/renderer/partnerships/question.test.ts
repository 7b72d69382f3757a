import { describe, expect, it } from 'vitest';
import { readStatus, statusTabs } from '../../../../renderer/rooms/partnerships/question.ts';

describe('the states of partnerships', () => {
  it('open on the inbox', () => {
    expect([readStatus(null), readStatus('x'), readStatus('5'), readStatus('all'), readStatus('999')]).toEqual([
      1,
      1,
      5,
      'all',
      999,
    ]);
  });

  it('show every known state and the unknown ones that occur', () => {
    expect(
      statusTabs([
        { status: 9, rows: 2 },
        { status: 2, rows: 7 },
      ]),
    ).toEqual([
      { status: 1, rows: 0 },
      { status: 2, rows: 7 },
      { status: 3, rows: 0 },
      { status: 4, rows: 0 },
      { status: 5, rows: 0 },
      { status: 9, rows: 2 },
    ]);
  });
});
