import type { Unix } from '../../../shared/time.ts';
import type { OwnReader } from '../store/store.ts';

/**
 * What the books' tables held at a moment, as views of the same names: a temporary view is found before the table it
 * shadows, so every question can be asked in its usual words. Tables that are not here are shown as they are now.
 * `commission_order` and the tables of review need more than a view (see past-rows.ts, past-review.ts).
 */
const VIEWS: Record<string, (at: Unix) => string> = {
  order_version: (at) => `select * from main.order_version where seen_at <= ${at}`,

  review_entry: (at) => `select * from main.review_entry entry
    where exists (select 1 from main.review_batch batch where batch.batch_id = entry.batch_id and batch.at <= ${at})`,

  split_rule: (at) => `select rule_id, promoter_appid, product_id, ratio_ppm, from_day, ${ruleThen('split_rule', at)}`,

  money_rule: (at) => `select rule_id, kind, ratio_ppm, rounding, band_from_fen, band_to_fen, cap_fen, from_day,
    ${ruleThen('money_rule', at)}`,

  promoter_state: (at) => `select * from main.promoter_state where seen_at <= ${at}`,

  promoter: (at) => `select promoter_appid, name, avatar_url, bound_at,
      cast((${newestState('payer', at)}) as integer) as payer,
      cast((${newestState('ratio_ppm', at)}) as integer) as ratio_ppm,
      first_seen_at, last_read_at, not_seen_since, raw
    from main.promoter where first_seen_at <= ${at}`,

  sync_cursor: (at) => `select resource, min(known_as_of, ${at}) as known_as_of, covered_from from main.sync_cursor`,
};

/** The last day a rule had then, and whether it was withdrawn then; who looked at its source when is of today. */
function ruleThen(table: 'split_rule' | 'money_rule', at: Unix): string {
  const withdrawn = (column: string) => `case when withdrawn_at <= ${at} then ${column} end`;
  return `(select rule_end.to_day from main.rule_end where rule_end.kind = ${table === 'split_rule' ? "'split'" : 'rule.kind'}
        and rule_end.rule_id = rule.rule_id and rule_end.ended_at <= ${at} order by rule_end.end_id desc limit 1) as to_day,
      source, checked_on, note, set_by, set_at, cast(${withdrawn('withdrawn_at')} as integer) as withdrawn_at,
      ${withdrawn('withdrawn_by')} as withdrawn_by, ${withdrawn('withdrawn_reason')} as withdrawn_reason
    from main.${table} rule where set_at <= ${at}`;
}

function newestState(column: string, at: Unix): string {
  return `select state.${column} from main.promoter_state state
    where state.promoter_appid = promoter.promoter_appid and state.seen_at <= ${at} order by state.seen_at desc limit 1`;
}

/** Shadows those tables on this connection. `at` is platform time. */
export function shadowTables({ db }: OwnReader, at: Unix): void {
  for (const [table, view] of Object.entries(VIEWS)) db.exec(`create temp view ${table} as ${view(at)}`);
}

/** Makes an empty temporary table with a main table's columns and keys. */
export function copyTable({ db }: OwnReader, table: string, copy: string): void {
  const text = schemaTexts(db, 'table', table)[0];
  if (!text) throw new Error(`no table ${table}`);
  db.exec(text.replace(/^create table \w+/i, `create temp table ${copy}`));
}

/** Gives such a copy the main table's indexes and statistics; after it was filled this takes least. */
export function copyIndexes({ db }: OwnReader, table: string, copy: string): void {
  for (const text of schemaTexts(db, 'index', table))
    db.exec(text.replace(/^create (unique )?index (\w+) on \w+/i, `create $1index temp.$2 on ${copy}`));
  db.pragma('analysis_limit = 1000');
  db.exec(`analyze temp.${copy}`);
}

function schemaTexts(db: OwnReader['db'], type: 'table' | 'index', table: string): string[] {
  return db
    .prepare('select sql from main.sqlite_schema where type = ? and tbl_name = ? and sql is not null')
    .pluck()
    .all(type, table) as string[];
}
