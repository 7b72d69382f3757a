import type { RouteParsed } from '../../../shared/contract/routes.ts';
import type { WhatIf } from '../../../shared/contract/rule.ts';
import type { Pace } from '../report/pace.ts';
import { holdSnapshot } from '../report/snapshot.ts';
import { closedLines, closedMonth } from '../settlement/closed.ts';
import type { SettlementLine } from '../settlement/line.ts';
import { presentSales, rangeOf, settlementContext } from '../settlement/source.ts';
import type { StoreReader } from '../store/store.ts';
import { whatIf } from './what-if.ts';

/**
 * Replays the sales of a month with other splits: the frozen lines of a closed month, else the sales as they stand.
 * Reads only. Throws `period.invalid`, and `job.cancelled` when the pace says so.
 */
export function replay(reader: StoreReader, wish: RouteParsed<'rule.what_if'>, pace: Pace): WhatIf {
  const { period } = wish;
  rangeOf(period);
  const release = holdSnapshot(reader);
  try {
    const context = settlementContext(reader);
    const closed = closedMonth(reader, period);
    pace.step('replay', closed ? closed.totals.rows : null);
    const sales = closed ? frozenSales(reader, closed.closing_id) : presentSales(reader, period, context);
    return { period, closed: closed !== null, ...whatIf(watched(sales, pace), wish, context.rules) };
  } finally {
    release();
  }
}

function* frozenSales(reader: StoreReader, closingId: number): Generator<SettlementLine> {
  for (const line of closedLines(reader, closingId)) if (line.kind === 'sale') yield line;
}

function* watched(lines: Iterable<SettlementLine>, pace: Pace): Generator<SettlementLine> {
  for (const line of lines) {
    yield line;
    pace.did();
  }
}
