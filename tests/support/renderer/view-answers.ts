import type { SavedView, ViewQuestion } from '../../../shared/contract/view.ts';
import type { Answers } from './answers.ts';
import { DAY, NOW } from './invented.ts';

const view = (at: number, name: string, question: Omit<ViewQuestion, 'sort'> & Partial<ViewQuestion>): SavedView => ({
  view_id: `view-${at}`,
  name,
  question: { sort: { by: 'created_at', direction: 'desc' }, ...question },
  saved_at: NOW - at * DAY,
  saved_by: at % 2 ? '林晓' : '陈默',
});

let views: SavedView[] = [
  view(1, '本月推客带货', { filter: { axis: 'created', channel: ['promoter'] }, preset: 'month' }),
  view(2, '未结算，按时间从早到晚', {
    filter: { axis: 'created', commission_status: [20] },
    sort: { by: 'created_at', direction: 'asc' },
  }),
  view(3, '有差异', { filter: { axis: 'settled', has_difference: true } }),
  view(4, '上月内蒙古呼伦贝尔大草原生态牧业的退款与售后取消（给财务对账用，勿改）', {
    filter: { axis: 'paid', has_refund: true },
    preset: 'last_month',
  }),
];

/** Saved views that can be saved, renamed, removed and read from a file while the page is open. */
export const viewAnswers: Answers = {
  'view.list': ({ scenario }) => (scenario === 'empty' ? [] : views),
  'view.save': ({ input, send }) => {
    const wanted = input as { view_id?: string; name: string; question: ViewQuestion };
    if (views.some(({ name, view_id }) => name === wanted.name && view_id !== wanted.view_id)) {
      throw { code: 'view.name_taken', params: { name: wanted.name } };
    }
    const saved = { ...view(0, wanted.name, wanted.question), view_id: wanted.view_id ?? `view-${Date.now()}` };
    const known = views.some(({ view_id }) => view_id === saved.view_id);
    views = known ? views.map((one) => (one.view_id === saved.view_id ? saved : one)) : [...views, saved];
    send({ kind: 'event', event: 'data.changed', data: { topics: ['views'] } });
    return saved;
  },
  'view.remove': ({ input, send }) => {
    const { view_id } = input as { view_id: string };
    views = views.filter((one) => one.view_id !== view_id);
    send({ kind: 'event', event: 'data.changed', data: { topics: ['views'] } });
    return { removed: true };
  },
  'view.export': ({ input }) => {
    const { file, view_ids } = input as { file: string; view_ids: string[] };
    return { file, views: view_ids.length };
  },
  'view.import': ({ input, scenario }) => {
    const { file } = input as { file: string };
    if (scenario === 'refused') throw { code: 'view.file_unreadable', params: { file, reason: 'not_views' } };
    return {
      added: [view(5, '本月推客带货 2', { filter: { axis: 'created' } })],
      refused: [
        { name: '按月相', reason: 'filter.moon_phase' },
        { name: '大额', reason: 'filter.payment_min' },
        { name: '', reason: 'name' },
      ],
    };
  },
};
