import { join, type Sql, sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { foldText } from './fold.ts';
import { NAMED, type NamedKind } from './names.ts';
import { pairQuery } from './pairs.ts';

/** An order id's beginning or end is looked for from so many digits on, a part from its middle from so many. */
const FRAGMENT_DIGITS = 4;
const MIDDLE_DIGITS = 6;
/** Order ids have 19 digits: so many and more are no part of the middle of one. */
const WHOLE_DIGITS = 19;

/** The words of a text, each of which a row must have. */
export function wordsOf(text: string | undefined): string[] {
  return [...new Set((text ?? '').split(/\s+/u).filter((word) => foldText(word) !== ''))];
}

/** A text of ids' order stands before everything that begins with it and before `text` followed by U+FFFF. */
function beginsWith(column: string, text: string): Sql {
  return sql`${{ text: column, values: [] }} >= ${text} and ${{ text: column, values: [] }} < ${`${text}\uffff`}`;
}

const KINDS = Object.keys(NAMED) as NamedKind[];

/** Names that have the word in them. */
export function namedWith(word: string): Sql {
  return sql`name_id in (select rowid from order_name_pair where order_name_pair match ${pairQuery(foldText(word))})`;
}

type NamedIds = ReadonlyMap<NamedKind, ReadonlySet<string>>;

/** Who ever had a name with the word in it, read once instead of for every kind. */
function namedIds(reader: StoreReader, word: string): NamedIds {
  const found = new Map<NamedKind, Set<string>>();
  for (const [kind, id] of reader.arrays<[kind: NamedKind, id: string]>(
    sql`select kind, id from order_name where ${namedWith(word)}`,
  )) {
    const ids = found.get(kind);
    if (ids) ids.add(id);
    else found.set(kind, new Set([id]));
  }
  return found;
}

/** The rows of a kind: by any name it ever had, or by its id itself. */
function namedConditions(kind: NamedKind, word: string, found: NamedIds | null): Sql[] {
  const column: Sql = { text: NAMED[kind].id, values: [] };
  const ids = found?.get(kind);
  if (found && !ids) return [sql`${column} = ${word}`];
  const named = ids
    ? sql`select value from json_each(${JSON.stringify([...ids])})`
    : sql`select id from order_name where kind = ${kind} and ${namedWith(word)}`;
  return [sql`${column} in (${named})`, sql`${column} = ${word}`];
}

/** Digits, whatever their width; null when there is anything else. */
function digitsOf(word: string): string | null {
  const folded = foldText(word);
  return /^\d+$/.test(folded) ? folded : null;
}

function notedWith(word: string): Sql {
  return sql`select order_id, sku_id from order_note where removed_at is null
    and note_id in (select rowid from order_note_pair where order_note_pair match ${pairQuery(foldText(word))})`;
}

/** The ends of the order id, each served by an index. */
function endConditions(word: string): Sql[] {
  const digits = digitsOf(word);
  if (digits === null || digits.length < FRAGMENT_DIGITS) return [];
  const tail = [...digits].reverse().join('');
  return [
    beginsWith('order_id', digits),
    tail.length <= TAIL
      ? beginsWith('order_tail', tail)
      : sql`${beginsWith('order_tail', tail.slice(0, TAIL))} and order_id like ${`%${digits}`}`,
  ];
}
const TAIL = 8;

/**
 * A part from the middle of the order id, or a whole SKU id. Rows that have its groups of three digits are few; whether
 * they have them in this order the id itself says.
 */
function middleConditions(word: string): Sql[] {
  const digits = digitsOf(word);
  if (digits === null || digits.length < MIDDLE_DIGITS || digits.length >= WHOLE_DIGITS) return [];
  // Groups side by side, and the last: those between them say nothing that these do not.
  const begins = Array.from({ length: Math.floor(digits.length / 3) }, (_, at) => 3 * at).concat(digits.length - 3);
  const groups = [...new Set(begins)].map((at) => `"${digits.slice(at, at + 3)}"`).join(' ');
  return [
    sql`(id in (select rowid from order_id_part where order_id_part match ${groups}) and order_id like ${`%${digits}%`})`,
    sql`sku_id = ${digits}`,
  ];
}

/** A row has the word: in a name, as an id, in a note, or in the order id. */
export function wordCondition(word: string, found: NamedIds | null = null): Sql {
  return sql`(${join(
    [
      ...KINDS.flatMap((kind) => namedConditions(kind, word, found)),
      sql`(order_id, sku_id) in (${notedWith(word)})`,
      ...endConditions(word).map((end) => sql`(${end})`),
      ...middleConditions(word),
    ],
    ' or ',
  )})`;
}

/** A word with what a plan of reading wants to know of it. */
export interface FoundWord {
  condition: Sql;
  /** Numbers of all rows that have it, when they are fewer than the limit. */
  ids: number[] | null;
}

/** Order ids that begin alike were made at one time: walking there from the newest order passes all that came after. */
const MOST_OF_AN_ID = 50_000;

/** Looks a word up, each part by an index of its own; `few` rows of a name are worth gathering. */
export function findWord(reader: StoreReader, word: string, few: number): FoundWord {
  const found = namedIds(reader, word);
  const digits = digitsOf(word);
  const limit = digits === null ? few : MOST_OF_AN_ID;
  const parts = [
    ...KINDS.flatMap((kind) => namedConditions(kind, word, found)),
    sql`(order_id, sku_id) in (${notedWith(word)})`,
    ...endConditions(word),
    ...middleConditions(word),
  ].map((part) => sql`select id from commission_order where ${part}`);
  const rows = sql`select id from (${join(parts, ' union all ')}) limit ${limit}`;
  const condition = wordCondition(word, found);
  // Counted first: of a common word the numbers would be handed over for nothing. Digits are seldom common.
  if (digits === null && reader.value<number>(sql`select count(*) from (${rows})`)! >= limit)
    return { condition, ids: null };
  const ids = reader.all<{ id: number }>(rows).map(({ id }) => id);
  return { condition, ids: ids.length < limit ? [...new Set(ids)] : null };
}
