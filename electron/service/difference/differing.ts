import type { Because, Compared, DifferenceReason, DifferenceRow } from '../../../shared/contract/difference.ts';
import type { Fen } from '../../../shared/money.ts';
import { moneyRules } from '../rule/money-rules.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { acceptanceOf } from './accepted.ts';
import { eachFeeRow, feeRowReader, type Scope } from './fee-row.ts';
import { ourFigure, statedFigure } from './figures.ts';
import { historyReader } from './history.ts';
import { reasonOf } from './reason.ts';
import { lastDayOf } from './scope-day.ts';

/** A row whose amount differs, by its number in the books. */
export interface Differing {
  id: number;
  ours_fen: Fen;
  platform_fen: Fen;
}

export interface Explained extends Differing {
  order_id: string;
  sku_id: string;
  difference_fen: Fen;
  reason: DifferenceReason;
  because: Because;
  accepted: DifferenceRow['accepted'];
}

/** The rows of the scope that differ in one amount, in the order they are read. */
export function differingIn(reader: StoreReader, scope: Scope, of: Compared): Differing[] {
  const found: Differing[] = [];
  eachFeeRow(reader, scope, {
    see(row) {
      const ours = ourFigure(of, row);
      const platform = statedFigure(of, row);
      if (ours !== null && platform !== null && ours !== platform)
        found.push({ id: row.id, ours_fen: ours, platform_fen: platform });
    },
  });
  return found;
}

/** Looks for the reasons of differences, and for who accepted them. */
export function explainer(reader: StoreReader, scope: Scope, of: Compared): (found: Differing) => Explained {
  const rowOf = feeRowReader(reader);
  const historyOf = historyReader(reader);
  const day = lastDayOf(reader, scope);
  const fee_ppm = day === null ? null : (moneyRules(reader).platformFee(day)?.ratio_ppm ?? null);
  return (found) => {
    const key = reader.get<{ order_id: string; sku_id: string }>(
      sql`select order_id, sku_id from commission_order where id = ${found.id}`,
    )!;
    const row = rowOf(found.id)!;
    const difference_fen = found.platform_fen - found.ours_fen;
    return {
      ...found,
      ...key,
      difference_fen,
      ...reasonOf(of, row, historyOf(row), { fee_ppm }),
      accepted: acceptanceOf(reader, of, { ...key, difference_fen }),
    };
  };
}
