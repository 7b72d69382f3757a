import { sql } from '../../../electron/service/store/sql.ts';
import type { Store } from '../../../electron/service/store/store.ts';
import { periodOf } from '../../../shared/time.ts';
import { orderRow, writeRows } from '../../support/settlement-rows.ts';
import { KNOWN, type MatchWorld, orderId } from './match-world.ts';

/** Puts a world into the books, after taking out whatever was there. */
export function writeWorld(store: Store, { orders, flows, files, accepted }: MatchWorld): void {
  store.transaction(() => {
    for (const table of [
      'import_row',
      'import_file',
      'accepted_difference',
      'funds_flow',
      'commission_order',
      'sync_cursor',
    ])
      store.db.exec(`delete from ${table}`);
    for (const resource of ['orders', 'funds'])
      store.run(sql`insert into sync_cursor (resource, known_as_of) values (${resource}, ${KNOWN})`);
    writeRows(
      store,
      orders.map(({ order, sku, status, fen, settled }) =>
        orderRow({
          order_id: orderId(order),
          sku_id: String(sku),
          commission_status: status,
          service_amount_fen: fen,
          settled_at: settled,
        }),
      ),
    );
    for (const [number, { order, type, fen, booked, seen }] of flows.entries())
      store.run(sql`insert into funds_flow (flow_id, funds_type, amount_fen, booked_at, order_id, first_seen_at, raw)
        values (${`f${number}`}, ${type}, ${fen}, ${booked}, ${order === null ? null : orderId(order)}, ${seen}, '{}')`);
    for (const { kind, withdrawn, period, rows } of files) {
      const { id } = store.run(sql`insert into import_file
          (name, kind, period, sha256, reading, headings, imported_at, imported_by, withdrawn_at)
        values ('a', ${kind}, ${period}, '', '{}', '[]', 0, '', ${withdrawn ? 1 : null})`);
      for (const [row, { order, flow, fen, at }] of rows.entries())
        store.run(sql`insert into import_row (import_id, row, order_id, flow_id, amount_fen, at, period, cells)
          values (${id}, ${row}, ${orderId(order)}, ${kind === 'flows' ? `f${flow}` : null}, ${fen}, ${at},
            ${at === null ? period : periodOf(at)}, '[]')`);
    }
    for (const { order, kind, fen, withdrawn } of accepted)
      store.run(sql`insert into accepted_difference
          (kind, order_id, difference_fen, reason, note, accepted_at, accepted_by, withdrawn_at)
        values (${kind}, ${orderId(order)}, ${fen}, 'small', '', 0, '', ${withdrawn ? 1 : null})`);
  });
}
