import type { SettlementRow } from '../../../electron/service/settlement/line.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import type { Store } from '../../../electron/service/store/store.ts';
import { periodRange } from '../../../shared/time.ts';
import { orderRow, promoterId, writePromoters, writeRows } from '../../support/settlement-rows.ts';

/** A month that many promoters are paid for. */
export const PACKED = { period: '2026-10', payees: 1000, lines: 100_000 } as const;

/** Its settled rows, ready to be closed. */
export function fillPackedMonth(store: Store): void {
  const { from, to } = periodRange(PACKED.period)!;
  writePromoters(store, PACKED.payees);
  writeRows(store, sales(from, to));
  store.run(sql`insert into sync_cursor (resource, known_as_of) values ('orders', ${to + 60})`);
}

function* sales(from: number, to: number): Generator<SettlementRow> {
  for (let n = 0; n < PACKED.lines; n++) {
    const settled_at = from + ((n * 7919) % (to - from));
    yield orderRow({
      order_id: String(3_701_000_000_000_000_000n + BigInt(n)),
      sku_id: String(3_100_000_000 + n),
      channel: 'promoter',
      promoter_appid: promoterId(n % PACKED.payees),
      promoter_name: `推客${n % PACKED.payees}`,
      promoter_amount_fen: n % 2 === 0 ? 120 : 0,
      agency_amount_fen: 400 + (n % 300),
      actual_payment_fen: 2000 + (n % 9000),
      created_at: settled_at - 14 * 86_400,
      settled_at,
    });
  }
}
