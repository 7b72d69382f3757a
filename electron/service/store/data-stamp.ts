import { sql } from './sql.ts';
import type { StoreReader } from './store.ts';

/** Another text once anybody has written anything, here or through another connection. */
export function dataStamp(reader: StoreReader): string {
  return reader.value<string>(sql`select data_version || '/' || total_changes() from pragma_data_version`)!;
}
