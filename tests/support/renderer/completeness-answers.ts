import type { Completeness, DriftRow, ReadHour, Resource } from '../../../shared/contract/sync.ts';
import { addDays, HOUR_SECONDS, startOfDay } from '../../../shared/time.ts';
import type { Answers, Asked } from './answers.ts';
import { DAY, HOUR, NOW, sequence } from './invented.ts';

/** Orders of an ordinary day by hour: quiet nights, a busy evening. */
const DAY_SHAPE = [9, 4, 2, 1, 0, 1, 3, 8, 16, 24, 30, 34, 31, 26, 24, 25, 28, 33, 40, 58, 74, 82, 61, 27];

/** Three hours of the tenth day back, and a night that spans two days. */
function isHole(hour: number): boolean {
  const back = Math.floor((NOW - hour) / HOUR);
  const first = startOfDay(addDays(new Date((NOW + 8 * HOUR) * 1000).toISOString().slice(0, 10), -9))!;
  const night = first - 8 * DAY + 22 * HOUR;
  return (
    back > 30 && ((hour >= first + 2 * HOUR && hour < first + 5 * HOUR) || (hour >= night && hour < night + 4 * HOUR))
  );
}

function readHour(hour_at: number, resource: Resource, next: (below: number) => number): ReadHour {
  const byHour = resource === 'orders' || resource === 'funds';
  const shape = DAY_SHAPE[Math.floor(((hour_at + 8 * HOUR) % DAY) / HOUR)]!;
  const sale = Math.floor((NOW - hour_at) / DAY) === 11 ? 6 : 1;
  const rows = byHour ? Math.floor((shape * sale * (80 + next(60))) / 100) : 300 + next(20);
  const late = byHour && next(37) === 0 ? 1 + next(4) : 0;
  const back = Math.floor((NOW - hour_at) / HOUR);
  if ((byHour && isHole(hour_at)) || (!byHour && next(4) > 0))
    return { hour_at, state: 'unread', first_read_at: null, last_read_at: null, rows_then: 0, rows_now: 0, late: 0 };
  return {
    hour_at,
    state: byHour && back < 1 ? 'open' : 'read',
    first_read_at: hour_at + HOUR + 1260,
    last_read_at: Math.min(NOW - 14 * 60, hour_at + 26 * HOUR),
    rows_then: rows - late,
    rows_now: rows,
    late,
  };
}

function completeness({ input, scenario }: Asked): Completeness {
  const { resource, from, to } = input as { resource: Resource; from: string; to: string };
  const hours: ReadHour[] = [];
  const next = sequence(5);
  const end = Math.min(startOfDay(to)! + DAY, NOW);
  for (let at = startOfDay(from)!; at < end; at += HOUR_SECONDS) {
    const hour = readHour(at, resource, next);
    hours.push(
      scenario === 'empty' || scenario === 'fresh'
        ? { ...hour, state: 'unread', first_read_at: null, last_read_at: null, rows_then: 0, rows_now: 0, late: 0 }
        : hour,
    );
  }
  return { resource, hours, known_as_of: NOW - 14 * 60, covered_from: NOW - 180 * DAY };
}

const SAMPLE =
  '{"errcode":0,"errmsg":"ok","commssion_order":{"order_id":3720102088234571011,"sku_id":"2988334101","status":20,"order_detail":{"product_info":{"product_id":"10000084213377001","actual_payment":15900,"fulfil_info":{"kind":"store","code":"A7-0031"}},"order_info":{"order_status":35,"pay_time":1763700000}}}}';

const finding = (drift_id: number, endpoint: string, row: Partial<DriftRow>): DriftRow => ({
  drift_id,
  endpoint,
  kind: 'new',
  path: 'commssion_order.order_detail.product_info.fulfil_info',
  expected: '',
  found: 'object',
  first_seen_at: NOW - drift_id * 3 * DAY,
  last_seen_at: NOW - drift_id * HOUR,
  times: 12 * drift_id * drift_id,
  sample: SAMPLE,
  acknowledged_at: null,
  acknowledged_by: null,
  ...row,
});

const ORDER_GET = '/channels/ec/league/headsupplier/order/get';
const drift = [
  finding(1, ORDER_GET, {}),
  finding(2, ORDER_GET, {
    kind: 'code',
    path: 'commssion_order.order_detail.order_info.order_status',
    expected: '10|12|17|20|21|30|100|200|250',
    found: '35',
  }),
  finding(3, ORDER_GET, { kind: 'retyped', path: 'commssion_order.order_id', expected: 'string', found: 'number' }),
  finding(4, '/channels/ec/league/headsupplier/shop/get', {
    kind: 'missing',
    path: 'shop_detail.data_info.gmv_7d',
    expected: 'string',
    found: '',
  }),
  finding(5, '/channels/ec/promoter/get_bind_sharer_list', {
    path: 'sharer_list[].bind_channel',
    found: 'string',
    acknowledged_at: NOW - DAY,
    acknowledged_by: '林晓',
  }),
];

export const completenessAnswers: Answers = {
  'sync.completeness': completeness,
  'sync.drift': ({ scenario }) => (scenario === 'empty' || scenario === 'fresh' ? [] : drift),
  'sync.acknowledge_drift': ({ input, send }) => {
    const { drift_ids: ids } = input as { drift_ids: number[] };
    for (const row of drift)
      if (ids.includes(row.drift_id)) Object.assign(row, { acknowledged_at: NOW, acknowledged_by: '林晓' });
    send({ kind: 'event', event: 'data.changed', data: { topics: ['sync'] } });
    return { acknowledged: ids.length };
  },
};
