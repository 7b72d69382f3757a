import { rebuildSums } from '../../../electron/service/order/sums.ts';
import type { Store } from '../../../electron/service/store/store.ts';

/**
 * Makes every commission order and its versions stand there `times` times, under ids of their own: far faster than
 * reading so many replies. Ids of orders are at least 1,000,000 apart from one copy to the next.
 */
export function multiplyOrders(store: Store, times: number): void {
  const { db } = store;
  const indexes = db
    .prepare("select name, sql from sqlite_master where type = 'index' and sql is not null and tbl_name = ?")
    .all('commission_order') as { name: string; sql: string }[];
  for (const { name } of indexes) db.exec(`drop index ${name}`);
  const rows = db.prepare('select max(id) from commission_order').pluck().get() as number;
  const step = 'cast(:copy as integer)';
  const orders = copyOf(db.pragma('table_info(commission_order)') as Column[], {
    id: `id + ${step} * ${rows}`,
    order_id: `cast(cast(order_id as integer) + ${step} * 1000000 as text)`,
  });
  const versions = copyOf(db.pragma('table_info(order_version)') as Column[], {
    commission_order_id: `commission_order_id + ${step} * ${rows}`,
  });
  const copyOrders = db.prepare(`insert into commission_order ${orders} from commission_order where id <= ${rows}`);
  const copyVersions = db.prepare(
    `insert into order_version ${versions} from order_version where commission_order_id <= ${rows}`,
  );
  for (let copy = 1; copy < times; copy += 1)
    db.transaction(() => {
      copyOrders.run({ copy });
      copyVersions.run({ copy });
    })();
  for (const { sql } of indexes) db.exec(sql);
  rebuildSums(store);
  db.exec('analyze');
}

interface Column {
  name: string;
}

function copyOf(columns: readonly Column[], changed: Readonly<Record<string, string>>): string {
  const names = columns.map(({ name }) => name);
  return `(${names.join(', ')}) select ${names.map((name) => changed[name] ?? name).join(', ')}`;
}
