import type {
  FacetName,
  FacetValue,
  OrderFacets,
  OrderFilter,
  OrderPage,
  OrderRow,
  OrderSort,
  OrderTotals,
} from '../../../shared/contract/order.ts';
import { sumFen } from '../../../shared/money.ts';
import type { Answers, Asked } from './answers.ts';
import { HOUR, NOW } from './invented.ts';
import { facetLabel, facetValues, filterTest, sortedOrders } from './invented-filter.ts';
import { inventedOrders } from './invented-orders.ts';
import { countingJob } from './jobs.ts';
import { lookedAt } from './rule-answers.ts';

/** `?orders=100000` makes a bigger book. */
const COUNT = Number(new URLSearchParams(globalThis.location?.search ?? '').get('orders') ?? 5000);
const FACET_MOST = 200;

let book: OrderRow[] | null = null;
/** The rows everything here speaks of; other answers may change them in place. */
export function orderBook(): OrderRow[] {
  book ??= inventedOrders(COUNT);
  return book;
}

interface Question {
  filter: OrderFilter;
  sort?: OrderSort;
  as_of?: number;
}

const nothing = ({ scenario }: Asked) => scenario === 'empty' || scenario === 'fresh';

/** All rows of a question, in its order. */
export function ordersOf(asked: Asked): OrderRow[] {
  const { filter, sort, as_of } = asked.input as Question;
  if (nothing(asked)) return [];
  const holds = filterTest(filter);
  const found = orderBook().filter((row) => (as_of === undefined || row.first_seen_at <= as_of) && holds(row));
  return sort ? sortedOrders(found, sort) : found;
}

const keyOf = (row: OrderRow) => `${row.order_id}/${row.sku_id}`;

// Reading on must not sort 100,000 rows again for each page.
let last: { question: string; rows: OrderRow[]; places: Map<string, number> } | null = null;
function listOf(asked: Asked) {
  const { filter, sort, as_of } = asked.input as Question;
  const question = JSON.stringify([filter, sort, as_of, asked.scenario]);
  if (last?.question !== question) {
    const rows = ordersOf({
      ...asked,
      input: { filter, as_of, sort: { by: 'created_at', direction: 'desc', ...sort } },
    });
    last = { question, rows, places: new Map(rows.map((row, place) => [keyOf(row), place])) };
  }
  return last;
}

function page(asked: Asked) {
  const {
    cursor,
    limit = 50,
    towards = 'next',
  } = asked.input as {
    cursor?: string;
    limit?: number;
    towards?: 'next' | 'previous';
  };
  const { rows, places } = listOf(asked);
  const place = cursor === undefined ? null : (places.get(cursor) ?? 0);
  const from = towards === 'next' ? (place ?? -1) + 1 : Math.max(0, (place ?? rows.length) - limit);
  const to = towards === 'next' ? from + limit : (place ?? rows.length);
  const found = rows.slice(from, to);
  return {
    rows: found,
    next_cursor: found.length > 0 && to < rows.length ? keyOf(found.at(-1)!) : null,
    previous_cursor: found.length > 0 && from > 0 ? keyOf(found[0]!) : null,
  };
}

function totals(asked: Asked): OrderTotals {
  const rows = ordersOf(asked);
  const sum = (of: (row: OrderRow) => number | null) => sumFen(rows.map((row) => of(row) ?? 0));
  return {
    rows: rows.length,
    orders: new Set(rows.map((row) => row.order_id)).size,
    paid_rows: rows.filter((row) => row.paid_at !== null).length,
    differing_rows: rows.filter((row) => (row.difference_fen ?? 0) !== 0).length,
    actual_payment_fen: sum((row) => row.actual_payment_fen),
    service_total_fen: sum((row) => row.service_total_fen),
    platform_amount_fen: sum((row) => row.platform_amount_fen),
    service_amount_fen: sum((row) => row.service_amount_fen),
    promoter_amount_fen: sum((row) => row.promoter_amount_fen),
    owed_fen: sum((row) => row.owed_fen),
    net_fen: sum((row) => row.net_fen),
    difference_fen: sum((row) => row.difference_fen),
    deriving: asked.scenario === 'running',
  };
}

function facets(asked: Asked): OrderFacets {
  const { filter, of = [] } = asked.input as { filter: OrderFilter; of?: FacetName[] };
  const answer: OrderFacets = {};
  for (const facet of of) {
    const { [facet]: _own, ...others } = filter;
    const values = new Map<FacetValue['value'], FacetValue>();
    for (const row of ordersOf({ ...asked, input: { ...(asked.input as object), filter: others, sort: undefined } })) {
      for (const value of facetValues(row, facet)) {
        const known = values.get(value);
        if (known) known.rows += 1;
        else values.set(value, { value, label: facetLabel(row, facet), rows: 1 });
      }
    }
    const most = [...values.values()].sort((a, b) => b.rows - a.rows);
    answer[facet] = { values: most.slice(0, FACET_MOST), more: Math.max(0, most.length - FACET_MOST) };
  }
  return answer;
}

function order(asked: Asked): OrderPage {
  const { order_id, sku_id } = asked.input as { order_id: string; sku_id: string };
  const row = orderBook().find((one) => one.order_id === order_id && one.sku_id === sku_id);
  if (!row || nothing(asked)) throw { code: 'order.unknown', params: { order_id } };
  const raw = (version: number) =>
    `{"order_id":${row.order_id},"sku_id":${row.sku_id},"status":${version ? row.order_status : 10},"commission_info":{"service_amount":${version ? (row.service_amount_fen ?? 0) : 0}}}`;
  const versions = Array.from({ length: row.versions }, (_, at) => ({
    seq: at + 1,
    seen_at: row.first_seen_at + at * 30 * HOUR,
    updated_at: (row.created_at ?? NOW) + at * 29 * HOUR,
    order_status: at === row.versions - 1 ? row.order_status : at ? 20 : 10,
    commission_status: at === row.versions - 1 ? row.commission_status : 20,
    actual_payment_fen: at === row.versions - 1 ? row.actual_payment_fen : row.peak_payment_fen,
    service_amount_fen: row.service_amount_fen,
    platform_amount_fen: row.platform_amount_fen,
    promoter_amount_fen: row.promoter_amount_fen,
    settled_at: at === row.versions - 1 ? row.settled_at : null,
    changes: at
      ? [{ path: 'order_info.order_status', before: at > 1 ? '20' : '10', after: String(row.order_status) }]
      : [],
    raw: raw(at),
  }));
  return {
    order: row,
    versions,
    siblings: [],
    quarantine: null,
    chain: [
      {
        party: 'shop',
        appid: row.shop_appid,
        name: row.shop_name,
        total_fen: row.actual_payment_fen,
        net_fen: null,
        ratio_ppm: null,
        own: false,
      },
      {
        party: 'platform',
        appid: null,
        name: null,
        total_fen: row.platform_amount_fen,
        net_fen: row.platform_amount_fen,
        ratio_ppm: 100_000,
        own: false,
      },
      {
        party: 'institution',
        appid: 'wx5b1e0c9f7a2d4e68',
        name: '杭州云帆优选供应链管理有限公司',
        total_fen: row.service_total_fen,
        net_fen: row.net_fen,
        ratio_ppm: row.service_ratio_ppm,
        own: true,
      },
      ...(row.promoter_appid
        ? [
            {
              party: 'promoter' as const,
              appid: row.promoter_appid,
              name: row.promoter_name,
              total_fen: row.promoter_amount_fen ?? row.owed_fen,
              net_fen: row.promoter_amount_fen ?? row.owed_fen,
              ratio_ppm: row.promoter_ratio_ppm,
              own: false,
            },
          ]
        : []),
      ...(row.talent_key
        ? [
            {
              party: 'talent' as const,
              appid: row.talent_appid,
              name: row.talent_name,
              total_fen: row.talent_amount_fen,
              net_fen: row.talent_amount_fen,
              ratio_ppm: null,
              own: false,
            },
          ]
        : []),
    ],
    checks: [
      {
        check: 'gross_of_rate',
        state: 'holds',
        expected_fen: row.service_total_fen,
        stated_fen: row.service_total_fen,
      },
      {
        check: 'net_of_gross',
        state: row.expected_fen === null ? 'open' : row.difference_fen === 0 ? 'holds' : 'differs',
        expected_fen: row.expected_fen,
        stated_fen: row.service_amount_fen,
      },
    ],
    rule: {
      payer: row.promoter_appid === null ? null : row.promoter_amount_fen === null ? 1 : 0,
      rules: [
        lookedAt('promoter_product'),
        lookedAt('promoter'),
        lookedAt('product', { ratio_ppm: 450_000, from_day: '2026-12-01', to_day: '2026-12-31' }),
        lookedAt('default', { ratio_ppm: 600_000, from_day: '2026-10-01', applies: true }),
      ],
      base_fen: row.service_amount_fen,
      frozen: null,
    },
    notes: row.notes
      ? [{ note_id: 1, text: '已和商家核对金额，\n等退款完成。', written_at: NOW - 30 * HOUR, written_by: '林晓' }]
      : [],
    events:
      row.review_state === 'open'
        ? []
        : [
            {
              batch_id: 7,
              at: NOW - 20 * HOUR,
              staff: '陈默',
              action: row.review_state === 'held' ? 'hold' : row.review_state === 'excluded' ? 'exclude' : 'approve',
              fact: 'decision',
              before: null,
              after: JSON.stringify({ state: row.review_state, reason: row.review_reason }),
              reason: row.review_reason,
              note: null,
              undone: false,
            },
          ],
  };
}

export const orderAnswers: Answers = {
  'order.page': page,
  'order.totals': totals,
  'order.facets': facets,
  'order.get': order,
  'order.export': (asked) => {
    const rows = ordersOf(asked).length;
    const { file } = asked.input as { file: string };
    return countingJob('order_export', { total: rows, step: () => null, result: () => ({ file, rows }) }, asked.send);
  },
};
