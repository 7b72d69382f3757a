import type { FundsMatch, FundsOrder, FundsRow, FundsState } from '../../../shared/contract/funds.ts';
import { FUNDS_STATES } from '../../../shared/contract/funds.ts';
import type { ImportedFile, ImportPreview, ImportReading } from '../../../shared/contract/import.ts';
import { periodRange } from '../../../shared/time.ts';
import type { Answers, Asked } from './answers.ts';
import { appid, DAY, NOW, SHOPS, sequence } from './invented.ts';

const ROWS = 320;

/** Rows of every state, with amounts of every size; the same for a month every time. */
export function fundsRows(period: string): FundsRow[] {
  const from = periodRange(period)?.from ?? NOW - 40 * DAY;
  return Array.from({ length: ROWS }, (_, index) => fundsRow(index, from));
}

function fundsRow(index: number, from: number): FundsRow {
  const next = sequence(index + 11);
  const state: FundsState = index % 9 === 0 ? FUNDS_STATES[1 + ((index / 9) % 4)]! : 'matched';
  const fen = 120 + next(90_000);
  const missing = state === 'flow_missing' || state === 'order_missing';
  const books = state === 'order_missing' ? null : fen;
  const fee = state === 'differs' && index % 2 === 1 ? Math.round(fen / 10) : 0;
  const flows = state === 'flow_missing' ? null : state === 'differs' ? fen - (fee || 1 + next(30)) : fen;
  const orderless = state === 'order_missing' && index % 4 === 3;
  const settled = from + next(28) * DAY + next(DAY);
  return {
    key: orderless ? `flow:40260${index}` : `37012345678901${20_000 + index}`,
    order_id: orderless ? null : `37012345678901${20_000 + index}`,
    state,
    in_books: books !== null ? 'settled' : index % 2 === 0 ? 'not_settled' : 'absent',
    books_fen: books,
    flows_fen: flows,
    fee_fen: fee,
    file_fen: index % 5 === 0 || orderless ? null : index % 54 === 0 ? fen + 100 : fen,
    difference_fen: (flows ?? 0) - (books ?? 0),
    file_difference_fen: index % 5 === 0 || orderless ? null : index % 54 === 0 ? 100 : fen - (books ?? 0),
    settled_at: books === null ? null : settled,
    booked_at: flows === null ? null : settled + next(3) * DAY,
    age_days: missing ? next(80) : null,
    shop_appid: appid('s1', index % SHOPS.length),
    shop_name: orderless ? null : SHOPS[index % SHOPS.length]!,
    flow_ids: flows === null ? [] : [`4026${index}`],
    accepted: state === 'accepted' ? { reason: 'timing', note: '次月 3 日到账', by: '林晓', at: NOW - 2 * DAY } : null,
  };
}

const add = (amounts: readonly (number | null)[]) => amounts.reduce<number>((sum, one) => sum + (one ?? 0), 0);
const BARS = [0, 4, 8, 16, 31, 61];

function match(period: string): FundsMatch {
  const rows = fundsRows(period);
  const sumOf = (among: FundsRow[]) => ({
    orders: among.length,
    amount_fen: add(among.map(({ difference_fen }) => difference_fen)),
  });
  const books = add(rows.map(({ books_fen }) => books_fen));
  return {
    period,
    orders: rows.length,
    books_fen: books,
    flows_fen: add(rows.map(({ flows_fen }) => flows_fen)),
    file_fen: add(rows.map(({ file_fen }) => file_fen)),
    settled_fen: books - 12_345,
    booked_fen: books - 99_800,
    states: FUNDS_STATES.map((state) => {
      const { orders, amount_fen } = sumOf(rows.filter((row) => row.state === state));
      return { state, orders, difference_fen: amount_fen };
    }),
    ages: BARS.map((from_days, at) => {
      const to_days = at + 1 < BARS.length ? BARS[at + 1]! - 1 : null;
      const aged = rows.filter(
        ({ age_days }) => age_days !== null && age_days >= from_days && age_days <= (to_days ?? 999),
      );
      return {
        from_days,
        to_days,
        flow_missing: sumOf(aged.filter(({ state }) => state === 'flow_missing')),
        order_missing: sumOf(aged.filter(({ state }) => state === 'order_missing')),
      };
    }),
    not_in_file: { orders: 64, amount_fen: 1_234_500 },
    file_differs: { orders: 6, amount_fen: 600 },
    other_flows: [
      { funds_type: 1, flows: 4, amount_fen: 98_765_400 },
      { funds_type: 9, flows: 1, amount_fen: -100 },
      { funds_type: null, flows: 1, amount_fen: 5 },
    ],
    unread_flows: 3,
    balance: { available_fen: 4_567_800, pending_fen: 1_230_000, seen_at: NOW - 3600 },
    flows_read: { from: NOW - 180 * DAY, to: NOW - 3600 },
    orders_known_as_of: NOW - 3600,
  };
}

const READING: ImportReading = {
  kind: 'orders',
  side: 'merchant',
  encoding: 'gb18030',
  sheet: '',
  rows: 260,
  counted_rows: 251,
  orders: 248,
  amount_fen: 7_654_321,
  other_rows: 4,
  other_types: [{ type: '达人佣金', rows: 4 }],
  columns: [
    { heading: '订单号', as: 'order_id' },
    { heading: '带货费用', as: 'amount' },
  ],
  refused_rows: 5,
  reasons: [
    { reason: 'id_rounded', rows: 3 },
    { reason: 'conflicting', rows: 2 },
  ],
  refused: [
    { row: 14, reason: 'id_rounded', value: '3.70123E+18' },
    { row: 15, reason: 'id_rounded', value: '3701234567890120000' },
    { row: 77, reason: 'id_rounded', value: '3.70123E+18' },
    { row: 101, reason: 'conflicting', value: '3701234567890120011' },
    { row: 102, reason: 'conflicting', value: '3701234567890120011' },
  ],
};

const imported = (import_id: number, name: string, change: Partial<ImportedFile> = {}): ImportedFile => ({
  ...READING,
  import_id,
  name,
  period: '2026-10',
  sha256: 'a'.repeat(64),
  imported_at: NOW - import_id * DAY,
  imported_by: '陈默',
  withdrawn: null,
  ...change,
});

export const importPreview: ImportPreview = {
  ...READING,
  name: '商家导出_2026年10月带货订单.csv',
  headings: [
    '订单号',
    '商品名称',
    'SKU编码(自定义)',
    '订单实际支付金额',
    '带货费用类型',
    '带货费用',
    '订单完成结算时间',
  ],
  sample: [
    ['3701234567890120001', '高山红茶 250g', 'tea-250', '99.00', '带货机构服务费', '9.90', '2026-10-12 10:00:00'],
    ['3701234567890120002', '即食海参礼盒 10 只装', '', '1,299.00', '带货机构服务费', '129.90', '2026-10-12 11:30:00'],
  ],
  mapping: {
    order_id: 0,
    sku_id: 2,
    flow_id: null,
    amount: 5,
    payment: 3,
    at: 6,
    type: 4,
    direction: null,
    status: null,
  },
  unit: 'yuan',
  missing: [],
  known: null,
};

function order(key: string): FundsOrder {
  const at = NOW - 20 * DAY;
  return {
    key,
    commission_orders: [
      {
        sku_id: '3123456789',
        product_title: '高山红茶 250g 罐装 明前特级',
        commission_status: 100,
        service_amount_fen: 990,
        platform_amount_fen: 110,
        settled_at: at,
      },
    ],
    flows: [
      { flow_id: '402600001', funds_type: 2, amount_fen: 1100, booked_at: at, remark: '分账', counted: true },
      { flow_id: '402600002', funds_type: 3, amount_fen: 110, booked_at: at, remark: '技术服务费', counted: true },
      { flow_id: '402600003', funds_type: 9, amount_fen: 5, booked_at: at, remark: null, counted: false },
    ],
    file_rows: [
      {
        import_id: 2,
        name: importPreview.name,
        row: 14,
        amount_fen: 990,
        counted: true,
        cells: importPreview.headings.map((heading, place) => ({ heading, text: importPreview.sample[0]![place]! })),
      },
    ],
    acceptances: [
      {
        of: 'flows',
        difference_fen: -990,
        reason: 'timing',
        note: '次月 3 日到账',
        by: '林晓',
        at: NOW - 9 * DAY,
        withdrawn: { at: NOW - 8 * DAY, by: '陈默' },
      },
    ],
  };
}

type Page = { period: string; state?: FundsState; cursor?: string; limit?: number };
const none = ({ scenario }: Asked) => scenario === 'empty';

export const fundsAnswers: Answers = {
  'funds.match': ({ input }) => match((input as Page).period),
  'funds.page': (asked) => {
    const { period, state, cursor = '0', limit = 100 } = asked.input as Page;
    const rows = none(asked) ? [] : fundsRows(period).filter((row) => state === undefined || row.state === state);
    rows.sort((a, b) => Math.abs(b.difference_fen) - Math.abs(a.difference_fen));
    const from = Number(cursor);
    return {
      rows: rows.slice(from, from + limit),
      next_cursor: from + limit < rows.length ? String(from + limit) : null,
      total: rows.length,
    };
  },
  'funds.order': ({ input }) => order((input as { key: string }).key),
  'funds.flows': () => ({
    rows: order('').flows.map((flow) => ({
      ...flow,
      balance_fen: 123_400,
      order_id: null,
      withdraw_id: null,
      first_seen_at: NOW,
    })),
    next_cursor: null,
    total: 3,
  }),
  'funds.accept': ({ input }) => ({ accepted: (input as { rows: unknown[] }).rows.length, outdated: 0 }),
  'funds.withdraw_acceptance': ({ input }) => ({ withdrawn: (input as { keys: unknown[] }).keys.length }),
  'import.list': (asked) =>
    none(asked)
      ? []
      : [
          imported(1, '机构后台_资金流水.xlsx', {
            kind: 'flows',
            side: 'institution',
            encoding: 'xlsx',
            refused_rows: 0,
          }),
          imported(2, importPreview.name),
          imported(3, '旧的.csv', { withdrawn: { at: NOW, by: '林晓' } }),
        ],
  'import.open': ({ input }) => ({ ...importPreview, name: (input as { name: string }).name }),
  'import.add': ({ input }) => imported(9, (input as { name: string }).name),
  'import.withdraw': ({ input }) =>
    imported((input as { import_id: number }).import_id, importPreview.name, { withdrawn: { at: NOW, by: '林晓' } }),
};
