import type { OrderRow, ReviewState } from '../../../shared/contract/order.ts';
import type {
  ReviewAction,
  ReviewBatch,
  ReviewDone,
  ReviewReason,
  ReviewRules,
  ReviewTarget,
} from '../../../shared/contract/review.ts';
import { sumFen } from '../../../shared/money.ts';
import type { Answers, Asked } from './answers.ts';
import { HOUR, NOW } from './invented.ts';
import { orderBook, ordersOf } from './order-answers.ts';

const ME = '林晓';

let rules: ReviewRules = {
  difference_fen: 100,
  refund_open: true,
  self_purchase: { orders: 3, days: 7 },
  rate_jump_ppm: null,
  two_person: new URLSearchParams(globalThis.location?.search ?? '').get('two') === '1',
};

interface Kept extends ReviewBatch {
  undo: () => void;
}

const kept: Kept[] = [
  batch(1, '', 'rule', 214, null, null, 30),
  batch(2, '陈默', 'hold', 12, 'merchant', '等商家回复退款金额', 22),
  batch(3, ME, 'tag', 40, null, '+大促', 5),
  batch(4, ME, 'approve', 128, null, null, 1),
];

function batch(
  batch_id: number,
  staff: string,
  action: ReviewBatch['action'],
  rows: number,
  reason: ReviewReason | null,
  note: string | null,
  hours: number,
): Kept {
  const at = NOW - hours * HOUR;
  return { batch_id, at, staff, action, rows, reason, note, undone: false, undoable: batch_id > 1, undo: () => {} };
}

const same = (row: OrderRow, key: { order_id: string; sku_id: string }) =>
  row.order_id === key.order_id && row.sku_id === key.sku_id;

function rowsOf(asked: Asked): OrderRow[] {
  const { target } = asked.input as { target: ReviewTarget };
  if ('filter' in target) return ordersOf({ ...asked, input: { filter: target.filter } });
  return orderBook().filter((row) => target.keys.some((key) => same(row, key)));
}

function stateAfter(row: OrderRow, action: ReviewAction): ReviewState {
  if (action === 'hold') return 'held';
  if (action === 'exclude') return 'excluded';
  if (action === 'reopen') return 'open';
  if (!rules.two_person || row.review_state === 'approved') return 'approved';
  return 'proposed';
}

const changes = (row: OrderRow, action: ReviewAction, reason: ReviewReason | null) =>
  stateAfter(row, action) !== row.review_state || (reason !== null && row.review_reason !== reason);

function act(
  asked: Asked,
  head: Pick<ReviewBatch, 'action' | 'reason' | 'note'>,
  rows: readonly OrderRow[],
  change: (row: OrderRow) => Partial<OrderRow>,
  all: number,
): ReviewDone {
  const before = rows.map((row) => ({ row, was: { ...row } }));
  for (const row of rows) Object.assign(row, change(row));
  if (rows.length === 0) return { batch_id: null, changed: 0, unchanged: all };
  const batch_id = (kept.at(-1)?.batch_id ?? 0) + 1;
  kept.push({
    ...head,
    batch_id,
    at: Math.floor(Date.now() / 1000),
    staff: ME,
    rows: rows.length,
    undone: false,
    undoable: true,
    undo: () => {
      for (const { row, was } of before) Object.assign(row, was);
    },
  });
  asked.send({ kind: 'event', event: 'data.changed', data: { topics: ['reviews'] } });
  return { batch_id, changed: rows.length, unchanged: all - rows.length };
}

export const reviewAnswers: Answers = {
  'review.preview': (asked) => {
    const { action, reason = null } = asked.input as { action: ReviewAction; reason?: ReviewReason };
    const rows = rowsOf(asked);
    const states = new Map<ReviewState, number>();
    for (const { review_state } of rows) states.set(review_state, (states.get(review_state) ?? 0) + 1);
    const sum = (of: 'actual_payment_fen' | 'service_amount_fen' | 'net_fen') =>
      sumFen(rows.map((row) => row[of] ?? 0));
    const own = action === 'approve' && rules.two_person ? (states.get('proposed') ?? 0) : 0;
    return {
      rows: rows.length,
      changing: rows.filter((row) => changes(row, action, reason)).length,
      by_state: [...states].map(([state, count]) => ({ state, rows: count })).sort((a, b) => b.rows - a.rows),
      actual_payment_fen: sum('actual_payment_fen'),
      service_amount_fen: sum('service_amount_fen'),
      net_fen: sum('net_fen'),
      own_proposals: own,
    };
  },
  'review.decide': (asked) => {
    const {
      action,
      reason = null,
      note = null,
    } = asked.input as {
      action: ReviewAction;
      reason?: ReviewReason;
      note?: string;
    };
    const all = rowsOf(asked);
    const rows = all.filter((row) => changes(row, action, reason));
    const change = (row: OrderRow) => ({ review_state: stateAfter(row, action), review_reason: reason });
    return act(asked, { action, reason, note }, rows, change, all.length);
  },
  'review.undo': (asked) => {
    const { batch_id } = asked.input as { batch_id?: number };
    const batch = batch_id
      ? kept.find((one) => one.batch_id === batch_id)
      : kept.findLast((one) => one.staff === ME && one.action !== 'undo' && !one.undone);
    if (!batch || batch.undone) throw { code: 'review.nothing_to_undo', params: {} };
    batch.undo();
    batch.undone = true;
    const id = kept.at(-1)!.batch_id + 1;
    kept.push({ ...batch, batch_id: id, action: 'undo', staff: ME, undone: false, undo: () => {} });
    asked.send({ kind: 'event', event: 'data.changed', data: { topics: ['reviews'] } });
    return { batch_id: id, changed: batch.rows, unchanged: 0 };
  },
  'review.note': (asked) => {
    const rows = rowsOf(asked);
    const { text } = asked.input as { text: string };
    const head = { action: 'note', reason: null, note: text } as const;
    return act(asked, head, rows, (row) => ({ notes: row.notes + 1 }), rows.length);
  },
  'review.remove_note': () => ({ batch_id: null, changed: 0, unchanged: 1 }),
  'review.tag': (asked) => {
    const { add = [], remove = [] } = asked.input as { add?: string[]; remove?: string[] };
    const rows = rowsOf(asked);
    const head = { action: 'tag', reason: null, note: add.map((tag) => `+${tag}`).join(' ') } as const;
    const tags = (row: OrderRow) => [...new Set([...row.tags.filter((tag) => !remove.includes(tag)), ...add])].sort();
    return act(asked, head, rows, (row) => ({ tags: tags(row) }), rows.length);
  },
  'review.tags': () => {
    const tags = new Map<string, number>();
    for (const row of orderBook()) for (const tag of row.tags) tags.set(tag, (tags.get(tag) ?? 0) + 1);
    return [...tags].map(([tag, rows]) => ({ tag, rows })).sort((a, b) => b.rows - a.rows);
  },
  'review.batches': ({ input }) =>
    kept
      .slice()
      .reverse()
      .slice(0, (input as { limit?: number }).limit ?? 50)
      .map(({ undo: _, ...batch }) => batch),
  'review.rules': () => rules,
  'review.set_rules': ({ input }) => {
    rules = input as ReviewRules;
    return { rules, held: 37 };
  },
};
