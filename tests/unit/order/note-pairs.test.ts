import { expect, it } from 'vitest';
import { completeOrderBooks } from '../../../electron/service/order/deriver.ts';
import { orderPage } from '../../../electron/service/order/page.ts';
import { addNote, removeNote } from '../../../electron/service/review/note.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import { orderFilter, orderSort } from '../../../shared/contract/order.ts';
import { type TestDesk, testDesk } from '../../support/desk-context.ts';
import { addOrder, keysOf } from '../review/rows.ts';

function found({ store }: TestDesk, text: string): number {
  return orderPage(store, { filter: orderFilter.parse({ text }), sort: orderSort.parse({}), limit: 10 }).rows.length;
}

async function noted(): Promise<TestDesk> {
  const desk = await testDesk();
  for (const n of [0, 1, 2]) addOrder(desk.store, n);
  addNote(desk, { target: keysOf(0, 1), text: '等商家「回款」 ＡＢ' });
  addNote(desk, { target: keysOf(2), text: '已回电 🍵' });
  return desk;
}

it('finds a note by any part of it, of one character and more, and no more once it is taken back', async () => {
  const desk = await noted();
  expect(['回款', '等商家', '回', '」', 'ab', '🍵', '商款'].map((text) => found(desk, text))).toEqual([
    2, 2, 3, 2, 2, 1, 0,
  ]);
  removeNote(desk, { note_id: 1 });
  expect(found(desk, '回款')).toBe(1);
});

it('finds the notes of a program that kept no pairs once the books are opened', async () => {
  const desk = await noted();
  const all = sql`insert into order_note_pair (order_note_pair) values ('delete-all')`;
  desk.store.run(all);
  expect(found(desk, '回款')).toBe(0);
  completeOrderBooks(desk.store);
  expect(found(desk, '回款')).toBe(2);
  // Nothing is put in twice.
  completeOrderBooks(desk.store);
  expect(found(desk, '回')).toBe(3);
});
