import { sql } from './sql.ts';
import type { Store, StoreReader } from './store.ts';

export function readSetting(store: StoreReader, key: string): string | null {
  return store.value<string>(sql`select value from setting where key = ${key}`) ?? null;
}

export function writeSetting(store: Store, key: string, value: string | null): void {
  if (value === null) store.run(sql`delete from setting where key = ${key}`);
  else
    store.run(sql`insert into setting (key, value) values (${key}, ${value})
    on conflict (key) do update set value = excluded.value`);
}
