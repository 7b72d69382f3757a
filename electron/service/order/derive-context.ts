import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { type DeriveContext, deriveContext } from './derive.ts';

/** The context of deriving as it stands now; read anew only when rules, payers, plans or the AppID changed. */
export function deriveContexts(reader: StoreReader): () => DeriveContext {
  let known: { stamp: string; context: DeriveContext } | null = null;
  return () => {
    const stamp = reader.value<string>(sql`select
      (select coalesce(max(rule_id), 0) from split_rule) || '/' ||
      (select coalesce(max(end_id), 0) from rule_end) || '/' ||
      (select count(*) from split_rule where withdrawn_at is not null) || '/' ||
      (select count(*) || '/' || coalesce(max(seen_at), 0) from promoter_state) || '/' ||
      (select count(*) || '/' || coalesce(sum(payer), 0) from promoter) || '/' ||
      (select count(*) || '/' || coalesce(max(last_read_at), 0) from product) || '/' ||
      (select coalesce(max(value), '') from setting where key = 'app_id')`)!;
    if (known?.stamp !== stamp) known = { stamp, context: deriveContext(reader) };
    return known.context;
  };
}
