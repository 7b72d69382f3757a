import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filePart, fileReason } from '../../../../../renderer/rooms/orders/views/import-reading.ts';
import { openView, questionOf, viewQuestionOf } from '../../../../../renderer/rooms/orders/views/view-question.ts';
import { viewQuestion } from '../../../../../shared/contract/view.ts';
import { filters, sorts } from '../any-filter.ts';

const TODAY = '2026-11-22';
const month = { axis: 'paid' as const, from: '2026-11-01', to: '2026-11-30', channel: ['promoter'] };
const sort = { by: 'paid_at' as const, direction: 'asc' as const };

describe('a saved view', () => {
  it('brings the same question again', () => {
    fc.assert(
      fc.property(filters, sorts, fc.boolean(), (filter, order, follow) => {
        const kept = viewQuestion.parse(viewQuestionOf({ filter, sort: order }, undefined, follow, TODAY));
        expect(questionOf(kept, TODAY)).toEqual({ filter, sort: order });
      }),
    );
  });

  it('moves along with today where it was saved so', () => {
    const kept = viewQuestionOf({ filter: month, sort }, undefined, true, TODAY);
    expect(kept).toMatchObject({ preset: 'month', filter: { axis: 'paid', channel: ['promoter'] } });
    expect(questionOf(kept, '2027-02-03').filter).toMatchObject({ from: '2027-02-01', to: '2027-02-28' });
    const fixed = viewQuestionOf({ filter: month, sort }, undefined, false, TODAY);
    expect(questionOf(fixed, '2027-02-03').filter).toEqual(month);
  });

  it('keeps the columns', () => {
    const columns = [{ id: 'net_fen', shown: true, width: 90 }];
    expect(viewQuestionOf({ filter: month, sort }, columns, true, TODAY).columns).toEqual(columns);
  });

  it('is known again by its question', () => {
    const view = { view_id: '1', name: '本月', saved_at: 0, saved_by: '' };
    const views = [{ ...view, question: viewQuestionOf({ filter: month, sort }, undefined, true, TODAY) }];
    expect(openView(views, { filter: month, sort }, TODAY)?.name).toBe('本月');
    expect(openView(views, { filter: { ...month, text: '茶' }, sort }, TODAY)).toBeNull();
    expect(openView(views, { filter: month, sort }, '2026-12-01')).toBeNull();
  });
});

describe('what an import leaves out', () => {
  it('is told in the words of the page', () => {
    expect(filePart('filter.payment_min')).toEqual({ field: 'payment' });
    expect(filePart('filter.channel')).toEqual({ field: 'channel' });
    expect(filePart('filter.order_ids')).toEqual({ field: 'order_ids' });
    expect(filePart('filter.from')).toEqual({ part: 'preset', raw: '' });
    expect(filePart('filter.moon_phase')).toEqual({ part: 'other', raw: 'moon_phase' });
    expect(filePart('sort.by')).toEqual({ part: 'sort', raw: 'by' });
    expect(filePart('name')).toEqual({ part: 'name', raw: '' });
    expect(filePart('as_of')).toEqual({ part: 'other', raw: '' });
    expect(filePart('')).toEqual({ part: 'other', raw: '' });
    expect(fileReason('newer')).toBe('newer');
    expect(fileReason(7)).toBeNull();
  });
});
