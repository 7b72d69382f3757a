import { DeskError } from '../../../shared/contract/result.ts';
import type { ChecklistLine, CloseCheck, SettlementTotals } from '../../../shared/contract/settlement.ts';
import type { Period, Unix } from '../../../shared/time.ts';
import { AT_ONCE } from '../handover/hear.ts';
import { holdSnapshot } from '../report/snapshot.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { checklistOf, withFigures } from './checklist.ts';
import { closedMonths } from './closed.ts';
import { FigureBuilder } from './figures.ts';
import type { SettlementLine } from './line.ts';
import { monthsAdjustedBy } from './pending.ts';
import { ordersKnownAsOf, periodLines, totalsOf } from './period.ts';
import { settlementContext, unsettledRows } from './source.ts';

/** One row of closing_line without its closing and place. */
export type FrozenRow = [
  order_id: string,
  sku_id: string,
  kind: SettlementLine['kind'],
  adjusts_period: Period | null,
  promoter_appid: string | null,
  shop_appid: string | null,
  channel: string,
  promoter_payer: number | null,
  service_amount_fen: number,
  promoter_owed_fen: number,
  net_fen: number,
  version: number,
  line: string,
];

/** Where a commission order's line stands. */
export type FrozenKey = [order_id: string, sku_id: string, seq: number];

/** What a closing says of its lines. */
export interface Frozen {
  totals: SettlementTotals;
  checklist: ChecklistLine[];
  known_as_of: Unix | null;
  seen_until: Unix;
  adjusts: Period[];
}

export interface Freezing {
  period: Period;
  despite: readonly CloseCheck[];
  /** Takes the next rows, in the order of the report. */
  give(rows: FrozenRow[]): void;
  /** Takes the next places, by order id. */
  giveKeys(keys: FrozenKey[]): void;
  /** One more line is done; may throw to stop. */
  did(): void;
}

/**
 * Works out the lines of a month from one state of the books. Throws `period.checks_open` when a check asks that is not
 * among `despite`.
 */
export function freezeLines(reader: StoreReader, { period, despite, give, giveKeys, did }: Freezing): Frozen {
  const release = holdSnapshot(reader);
  try {
    const early = checklistOf(reader, period, { owed_without_rule: 0, identity_differences: 0 });
    refuseOpen(early, period, despite);
    const adjusts = monthsAdjustedBy(closedMonths(reader), period);
    const context = settlementContext(reader);
    const builder = new FigureBuilder(period, { groups: false });
    const keys: FrozenKey[] = [];
    let rows: FrozenRow[] = [];
    for (const line of periodLines(reader, period, context)) {
      builder.add(line);
      rows.push(frozenRow(line));
      keys.push([line.order_id, line.sku_id, keys.length + 1]);
      if (rows.length === AT_ONCE) {
        give(rows);
        rows = [];
      }
      did();
    }
    if (rows.length > 0) give(rows);
    keys.sort(byOrder);
    for (let from = 0; from < keys.length; from += KEYS_AT_ONCE) giveKeys(keys.slice(from, from + KEYS_AT_ONCE));
    const figures = builder.figures();
    const checklist = withFigures(early, figures);
    refuseOpen(checklist, period, despite);
    return {
      totals: totalsOf(figures, unsettledRows(reader, period)),
      checklist,
      known_as_of: ordersKnownAsOf(reader),
      seen_until: reader.value<Unix | null>(sql`select max(stands_since) from commission_order`) ?? 0,
      adjusts,
    };
  } finally {
    release();
  }
}

/** A place is a tenth of a line. */
const KEYS_AT_ONCE = 10 * AT_ONCE;

/** So that neighbours are written together; ids are of one alphabet. */
function byOrder(a: FrozenKey, b: FrozenKey): number {
  if (a[0] !== b[0]) return a[0] < b[0] ? -1 : 1;
  return a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : a[2] - b[2];
}

function refuseOpen(checklist: readonly ChecklistLine[], period: Period, despite: readonly CloseCheck[]): void {
  const open = checklist.filter(({ check, state }) => state === 'asks' && !despite.includes(check));
  if (open.length > 0)
    throw new DeskError('period.checks_open', { period, checks: open.map(({ check }) => check).join(', ') });
}

function frozenRow(line: SettlementLine): FrozenRow {
  return [
    line.order_id,
    line.sku_id,
    line.kind,
    line.adjusts_period,
    line.promoter_appid,
    line.shop_appid,
    line.channel,
    line.promoter_payer,
    line.service_amount_fen ?? 0,
    line.promoter_owed_fen ?? 0,
    line.net_fen ?? 0,
    line.version,
    JSON.stringify(line),
  ];
}
