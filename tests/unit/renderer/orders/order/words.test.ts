import { describe, expect, it } from 'vitest';
import { readEvent } from '../../../../../renderer/rooms/orders/order/event-reading.ts';
import { draftOf, keepDraft } from '../../../../../renderer/rooms/orders/order/note-drafts.ts';
import { replyDiff } from '../../../../../renderer/rooms/orders/order/reply-diff.ts';
import type { ReviewEvent } from '../../../../../shared/contract/review.ts';

const event = (facts: Partial<ReviewEvent>) => facts as ReviewEvent;

describe('reading what was done', () => {
  it('tells decisions by their states; nobody’s is open', () => {
    const held = JSON.stringify({ state: 'held', reason: 'other' });
    expect(readEvent(event({ fact: 'decision', before: null, after: held }))).toEqual({
      kind: 'decision',
      before: 'open',
      after: 'held',
    });
    expect(readEvent(event({ action: 'undo', fact: 'decision', before: held, after: null }))).toMatchObject({
      before: 'held',
      after: 'open',
    });
  });

  it('tells which tags came and went', () => {
    expect(readEvent(event({ fact: 'tag', before: '["a","b"]', after: '["b","c"]' }))).toEqual({
      kind: 'tags',
      added: ['c'],
      removed: ['a'],
    });
  });

  it('takes a note for a note, whatever it says', () => {
    expect(readEvent(event({ fact: 'note', before: null, after: 'held' }))).toEqual({
      kind: 'note',
      text: 'held',
      removed: false,
    });
    expect(readEvent(event({ fact: 'note', before: '["x"]', after: null }))).toMatchObject({ removed: true });
  });
});

describe('two replies side by side', () => {
  it('have what differs first, ids exact, the platform’s misspelt key left out', () => {
    const left = '{"errcode":0,"commssion_order":{"order_id":3701234567890123457,"status":20}}';
    const right = '{"errcode":0,"commission_order":{"order_id":3701234567890123456,"status":20,"new":{"a":1}}}';
    expect(replyDiff(left, right)).toEqual([
      { path: 'new.a', left: null, right: '1', same: false },
      { path: 'order_id', left: '3701234567890123457', right: '3701234567890123456', same: false },
      { path: 'errcode', left: '0', right: '0', same: true },
      { path: 'status', left: '20', right: '20', same: true },
    ]);
  });

  it('stand text that is no JSON', () => {
    expect(replyDiff('<html>', '{}')).toEqual([{ path: '', left: '<html>', right: null, same: false }]);
  });
});

describe('drafts of notes', () => {
  it('wait for their order', () => {
    keepDraft('1/2', '半句');
    expect([draftOf('1/2'), draftOf('1/3')]).toEqual(['半句', '']);
    keepDraft('1/2', '');
    expect(draftOf('1/2')).toBe('');
  });
});
