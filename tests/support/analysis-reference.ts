import type {
  Cohorts,
  Delays,
  Dimension,
  Distribution,
  Measures,
  Member,
  Pivot,
  RefundAgeing,
  Trend,
} from '../../shared/contract/analysis.ts';
import type { Axis, OrderRow } from '../../shared/contract/order.ts';
import { addDays, dayOf, startOfDay } from '../../shared/time.ts';

/** The analysis computed the plain way, over rows in memory: what the store's answers are held against. */
const AXIS_COLUMN = {
  created: 'created_at',
  paid: 'paid_at',
  updated: 'updated_at',
  settled: 'settled_at',
  known: 'first_seen_at',
} as const satisfies Record<Axis, keyof OrderRow>;

type Rows = readonly OrderRow[];
type Step = 'day' | 'week' | 'month';

const sum = (rows: Rows, of: (row: OrderRow) => number | null) => rows.reduce((all, row) => all + (of(row) ?? 0), 0);

export function measuresOf(rows: Rows): Measures {
  return {
    rows: rows.length,
    orders: new Set(rows.map((row) => row.order_id)).size,
    actual_payment_fen: sum(rows, (row) => row.actual_payment_fen),
    service_total_fen: sum(rows, (row) => row.service_total_fen ?? row.service_amount_fen),
    platform_amount_fen: sum(rows, (row) => row.platform_amount_fen),
    service_amount_fen: sum(rows, (row) => row.service_amount_fen),
    promoter_amount_fen: sum(rows, (row) => row.promoter_amount_fen),
    owed_fen: sum(rows, (row) => row.owed_fen),
    net_fen: sum(rows, (row) => row.net_fen),
    difference_fen: sum(rows, (row) => row.difference_fen),
  };
}

function firstDay(day: string, step: Step): string {
  if (step === 'day') return day;
  if (step === 'month') return `${day.slice(0, 7)}-01`;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}

export function memberOf(row: OrderRow, dimension: Dimension, axis: Axis): Member['value'] {
  if (dimension !== 'day' && dimension !== 'week' && dimension !== 'month') return row[dimension];
  const at = row[AXIS_COLUMN[axis]];
  return at === null ? null : firstDay(dayOf(at), dimension);
}

function groups<Key>(rows: Rows, keyOf: (row: OrderRow) => Key): Map<Key, OrderRow[]> {
  const found = new Map<Key, OrderRow[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const those = found.get(key);
    if (those) those.push(row);
    else found.set(key, [row]);
  }
  return found;
}

const NAME_OF: Partial<Record<Dimension, (row: OrderRow) => string | null>> = {
  shop_appid: (row) => row.shop_name,
  product_id: (row) => row.product_title,
  promoter_appid: (row) => row.promoter_name,
  talent_key: (row) => row.talent_name,
};

export function referencePivot(
  rows: Rows,
  axis: Axis,
  input: { rows: Dimension; columns: Dimension | null; by: keyof Measures },
  most = { rows: 500, columns: 60 },
): Pivot {
  const timed = (dimension: Dimension) => ['day', 'week', 'month'].includes(dimension);
  const members = (dimension: Dimension, limit: number) => {
    const all = [...groups(rows, (row) => memberOf(row, dimension, axis))].map(([value, those]) => ({
      value,
      label: those.map((row) => NAME_OF[dimension]?.(row)).find((name) => name) ?? null,
      total: measuresOf(those),
    }));
    if (!timed(dimension))
      return all
        .sort(
          (a, b) =>
            b.total[input.by] - a.total[input.by] ||
            b.total.rows - a.total.rows ||
            (String(a.value) < String(b.value) ? -1 : 1),
        )
        .slice(0, limit);
    const undated = all.filter(({ value }) => value === null);
    const dated = all.filter(({ value }) => value !== null).sort((a, b) => (a.value! < b.value! ? -1 : 1));
    return [...dated.slice(-(limit - undated.length)), ...undated];
  };
  const count = (dimension: Dimension) => groups(rows, (row) => memberOf(row, dimension, axis)).size;
  const shownRows = members(input.rows, most.rows);
  const { columns } = input;
  const shownColumns = columns === null ? [] : members(columns, most.columns);
  const cells: Pivot['cells'] = [];
  const byRow = groups(rows, (row) => memberOf(row, input.rows, axis));
  shownRows.forEach(({ value: rowValue }, row) => {
    const inRow = groups(byRow.get(rowValue)!, (one) => columns && memberOf(one, columns, axis));
    shownColumns.forEach(({ value: columnValue }, column) => {
      const those = inRow.get(columnValue);
      if (those) cells.push({ row, column, measures: measuresOf(those) });
    });
  });
  return {
    rows: shownRows,
    columns: shownColumns,
    cells,
    total: measuresOf(rows),
    hidden_rows: count(input.rows) - shownRows.length,
    hidden_columns: columns === null ? 0 : count(columns) - shownColumns.length,
  };
}

export function referenceTrend(rows: Rows, axis: Axis, step: Step): Trend {
  const dated = rows.filter((row) => memberOf(row, step, axis) !== null);
  const days = dated.map((row) => String(memberOf(row, step, axis))).sort();
  const spans: string[] = [];
  for (let day = days[0]; day !== undefined && day <= days.at(-1)!; day = addDays(day, 1))
    if (firstDay(day, step) === day) spans.push(day);
  return {
    spans,
    channels: [...groups(dated, (row) => row.channel)].map(([channel, those]) => {
      const bySpan = groups(those, (row) => String(memberOf(row, step, axis)));
      return { channel, points: spans.map((span) => measuresOf(bySpan.get(span) ?? [])) };
    }),
    orders: spans.map((span) => measuresOf(dated.filter((row) => memberOf(row, step, axis) === span)).orders),
    earlier_rows: 0,
    undated_rows: rows.length - dated.length,
  };
}

export function referenceDelays(
  rows: Rows,
  edges: { known: readonly number[]; settled: readonly number[] } = {
    known: [0, 1, 2, 4, 8, 12, 24, 48, 72, 168, 336, 720],
    settled: [0, 3, 7, 10, 12, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 28, 30, 35, 45, 60],
  },
): Delays {
  const distribution = (
    unit: Distribution['unit'],
    at: readonly number[],
    of: (row: OrderRow) => number | null,
  ): Distribution => {
    const length = unit === 'hours' ? 3600 : 86_400;
    const found = rows.flatMap((row) => {
      const delay = of(row);
      return delay === null ? [] : [{ row, value: delay / length }];
    });
    const values = found.map(({ value }) => value).sort((a, b) => a - b);
    const rank = (share: number) => values[Math.ceil(values.length * share) - 1] ?? null;
    return {
      unit,
      bars: at.map((from, index) => {
        const to = at[index + 1] ?? null;
        const those = found
          .filter(({ value }) => (index === 0 || value >= from) && (to === null || value < to))
          .map(({ row }) => row);
        return { from, to, rows: those.length, service_amount_fen: sum(those, (row) => row.service_amount_fen) };
      }),
      rows: values.length,
      median: rank(0.5),
      p90: rank(0.9),
      p99: rank(0.99),
    };
  };
  return {
    known_from: null,
    known: distribution('hours', edges.known, (row) =>
      row.created_at === null ? null : row.first_seen_at - row.created_at,
    ),
    settled: distribution('days', edges.settled, (row) =>
      row.settled_at === null || row.paid_at === null ? null : row.settled_at - row.paid_at,
    ),
  };
}

export function referenceRefunds(rows: Rows, now: number): RefundAgeing {
  const edges = [0, 1, 3, 7, 15, 30, 60];
  const refunds = rows.filter((row) => row.refunded === 1);
  const refunded = (row: OrderRow) =>
    row.order_status === 200 ? row.peak_payment_fen : (row.peak_payment_fen ?? 0) - (row.actual_payment_fen ?? 0);
  const within = (those: Rows, of: (row: OrderRow) => number | null, at: number) =>
    those.filter((row) => {
      const seconds = of(row);
      const to = edges[at + 1];
      return (
        seconds !== null && (at === 0 || seconds >= edges[at]! * 86_400) && (to === undefined || seconds < to * 86_400)
      );
    });
  const open = refunds.filter((row) => row.commission_status !== 100 && row.commission_status !== 200);
  return {
    bars: edges.map((from_days, at) => {
      const those = within(
        refunds,
        (row) => (row.refunded_at === null || row.paid_at === null ? null : row.refunded_at - row.paid_at),
        at,
      );
      return {
        from_days,
        to_days: edges[at + 1] ?? null,
        rows: those.length,
        refunded_fen: sum(those, refunded),
        settled_rows: those.filter((row) => row.commission_status === 100).length,
      };
    }),
    rows: refunds.length,
    refunded_fen: sum(refunds, refunded),
    unknown_rows: refunds.filter((row) => (refunded(row) ?? 0) === 0).length,
    open: edges.map((from_days, at) => {
      const those = within(open, (row) => (row.refunded_at === null ? null : now - row.refunded_at), at);
      return {
        from_days,
        to_days: edges[at + 1] ?? null,
        rows: those.length,
        service_amount_fen: sum(those, (row) => row.service_amount_fen),
      };
    }),
    open_statuses: [
      ...new Set(open.filter((row) => row.refunded_at !== null).map((row) => row.commission_status)),
    ].sort((a, b) => (a ?? -1) - (b ?? -1)),
    now,
  };
}

export function referenceCohorts(rows: Rows, axis: Axis): Cohorts {
  const months = (row: OrderRow) => String(memberOf(row, 'month', axis)).slice(0, 7);
  const counted = rows.filter((row) => row.promoter_appid !== null && memberOf(row, 'month', axis) !== null);
  const all = [...new Set(counted.map(months))].sort();
  const byPromoter = groups(counted, (row) => row.promoter_appid!);
  const first = new Map([...byPromoter].map(([id, those]) => [id, those.map(months).sort()[0]!]));
  const next = (month: string) => dayOf(startOfDay(addDays(`${month}-01`, 32))!).slice(0, 7);
  return {
    cohorts: [...new Set(first.values())].sort().map((month) => {
      const ids = [...first].filter(([, one]) => one === month).map(([id]) => id);
      const later: Cohorts['cohorts'][number]['months'] = [];
      for (let at = month; at <= all.at(-1)!; at = next(at)) {
        const those = counted.filter((row) => ids.includes(row.promoter_appid!) && months(row) === at);
        later.push({
          active: new Set(those.map((row) => row.promoter_appid)).size,
          rows: those.length,
          service_amount_fen: sum(those, (row) => row.service_amount_fen),
        });
      }
      return { month, promoters: ids.length, promoter_appids: ids.length > 500 ? null : ids.sort(), months: later };
    }),
  };
}
