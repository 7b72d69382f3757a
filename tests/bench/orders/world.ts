import type Database from 'better-sqlite3';
import { startService } from '../../../electron/service/service.ts';
import type { Client } from '../../../shared/contract/client.ts';
import { orderBooks } from '../measure/order-books.ts';
import { type Duck, openBare, openDuck, openUnindexed } from '../measure/order-copies.ts';

/** The same 1,000,000 orders behind the service's routes, bare, without indexes, and in DuckDB. */
export interface BenchWorld {
  orders: number;
  folder: string;
  /** What the generator took for the books. */
  seconds: number;
  client: Client;
  bare: Database.Database;
  unindexed: Database.Database;
  duck: Duck;
  /** The value of a column that has the n-th most rows. */
  common(column: string, place: number): string;
  close(): Promise<void>;
}

export async function openWorld(orders: number): Promise<BenchWorld> {
  const { folder, seconds } = await orderBooks(orders);
  const bare = openBare(folder);
  const unindexed = openUnindexed(folder);
  const duck = await openDuck(folder);
  const service = await startService({
    dataDir: folder,
    institution: { id: 'bench', name: '', demo: false },
    credentials: null,
    version: '0',
  });
  return {
    orders,
    folder,
    seconds,
    client: service.client(),
    bare,
    unindexed,
    duck,
    common: (column, place) =>
      bare
        .prepare(
          `select ${column} from commission_order where ${column} is not null group by 1 order by count(*) desc, 1 limit 1 offset cast(? as integer)`,
        )
        .pluck()
        .get(place) as string,
    async close() {
      await service.close();
      bare.close();
      unindexed.close();
      duck.close();
    },
  };
}
