import { sql } from '../../electron/service/store/sql.ts';
import type { Store } from '../../electron/service/store/store.ts';
import { periodRange } from '../../shared/time.ts';
import { closeMonth, orderRow, promoterId, sampleRows, writeRows } from './settlement-rows.ts';
import { writeBooks, writePayee } from './statements.ts';

/** The month everything happens in: sales, corrections of the month before, shares kept back, estimates. */
export const EVENTFUL = '2026-11';
const BEFORE = '2026-10';

/** Names as people make them; each stands on a sale of the month. */
export const ODD_TEXTS = [
  '-',
  '',
  '=SUM(A1:A9)',
  '+86 代理',
  '@all',
  '合计',
  '小计',
  ' 前后有空格 ',
  'a/b\\c:d*e?f',
  '"引号", 逗号;\t制表',
  '两\r\n行',
  '_x0041_<b>&amp;</b>',
  '𠮷野家🍊👨‍👩‍👧',
  '\u202e右到左\u0001',
  '长'.repeat(600),
  '1.23E+18',
  '2026-11-01',
] as const;

/**
 * Books of an institution around `EVENTFUL`: the month before is closed and a part of it refunded, changed and moved
 * to another promoter since; some shares are held or excluded; orders of the month wait for their settlement. Unless
 * told otherwise the month itself is closed, too, so that payees have a balance.
 */
export async function writeEventfulMonth(
  { store, dir }: { store: Store; dir: string },
  { rows = 900, closed = true }: { rows?: number; closed?: boolean } = {},
): Promise<void> {
  const { from, to } = periodRange(EVENTFUL)!;
  writeBooks(store, { rows });
  writePayee(store, 'team', '小陈和朋友们', [1, 3, 5]);
  writeRows(store, freshOrders(rows, from));
  writeRows(
    store,
    ODD_TEXTS.map((text, n) =>
      orderRow({
        // Nineteen digits that differ in the last ones only.
        order_id: String(3_799_999_999_999_999_900n + BigInt(n)),
        channel: 'promoter',
        shop_appid: `wxodd${String(n).padStart(13, '0')}`,
        shop_name: text,
        product_title: text,
        promoter_appid: promoterId(1 + 2 * n),
        promoter_name: text,
        promoter_amount_fen: 0,
        agency_amount_fen: 990,
        settled_at: n % 2 === 0 ? from : to - 1,
      }),
    ),
  );
  store.run(sql`update sync_cursor set known_as_of = ${to + 60}`);
  await closeMonth({ store, dir }, BEFORE);
  const late = periodRange(BEFORE)!;
  const changes = [
    'commission_status = 200, order_status = 200, refunded = 1',
    'service_amount_fen = service_amount_fen + 7',
    `promoter_appid = '${promoterId(3)}', promoter_name = '换人'`,
    'order_status = 200, refunded = 1',
  ];
  for (const [n, change] of changes.entries())
    store.db.exec(`update commission_order set ${change}, stands_since = ${late.to + 500}
      where settled_at >= ${late.from} and settled_at < ${late.to} and id % 11 = ${n}`);
  for (const [n, state] of ['held', 'excluded'].entries())
    store.db.exec(`update commission_order set review_state = '${state}'
      where settled_at >= ${from} and settled_at < ${to} and promoter_appid is not null and id % 9 = ${n}`);
  if (closed) await closeMonth({ store, dir }, EVENTFUL);
}

/** Orders of the month itself with ids of their own; most of them wait for their settlement. */
function* freshOrders(rows: number, from: number) {
  for (const row of sampleRows({ rows: Math.ceil(rows / 3), seed: 11, from, days: 28 }))
    yield { ...row, order_id: `38${row.order_id.slice(2)}` };
}
