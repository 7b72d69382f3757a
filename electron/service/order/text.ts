import { join, type Sql, sql } from '../store/sql.ts';
import { foldText } from './fold.ts';
import { NAMED, type NamedKind } from './names.ts';

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

/** Ids of the kind that ever had a name with the word in it. */
function idsOf(kind: NamedKind, word: string): Sql {
  return sql`select id from order_name where kind = ${kind} and instr(folded, ${foldText(word)}) > 0`;
}

/** The rows of a kind: by any name it ever had, or by its id itself. */
function namedConditions(kind: NamedKind, word: string): Sql[] {
  const column: Sql = { text: NAMED[kind].id, values: [] };
  return [sql`${column} in (${idsOf(kind, word)})`, sql`${column} = ${word}`];
}

/** Digits, whatever their width; null when there is anything else. */
function digitsOf(word: string): string | null {
  const folded = foldText(word);
  return /^\d+$/.test(folded) ? folded : null;
}

function notedWith(word: string): Sql {
  return sql`select order_id, sku_id from order_note
    where removed_at is null and instr(folded, ${foldText(word)}) > 0`;
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

/** A part from the middle of the order id, or a whole SKU id: read through the index of both, row by row. */
function middleConditions(word: string): Sql[] {
  const digits = digitsOf(word);
  if (digits === null || digits.length < MIDDLE_DIGITS || digits.length >= WHOLE_DIGITS) return [];
  return [sql`(order_id like ${`%${digits}%`} or sku_id = ${digits})`];
}

/** A row has the word: in a name, as an id, in a note, or in the order id. */
export function wordCondition(word: string): Sql {
  return sql`(${join(
    [
      ...KINDS.flatMap((kind) => namedConditions(kind, word)),
      sql`(order_id, sku_id) in (${notedWith(word)})`,
      ...endConditions(word).map((end) => sql`(${end})`),
      ...middleConditions(word),
    ],
    ' or ',
  )})`;
}

/**
 * Row ids of everything that has the word, each part by an index of its own, at most `limit` of them: what to begin with
 * when a word is rare. A row may come twice.
 */
export function wordRows(word: string, limit: number): Sql {
  const parts = [
    ...KINDS.flatMap((kind) => namedConditions(kind, word)).map(
      (named) => sql`select id from commission_order where ${named}`,
    ),
    sql`select id from commission_order where (order_id, sku_id) in (${notedWith(word)})`,
    ...endConditions(word).map((end) => sql`select id from commission_order where ${end}`),
    ...middleConditions(word).map((middle) => sql`select id from commission_order where ${middle}`),
  ];
  return sql`select id from (${join(parts, ' union all ')}) limit ${limit}`;
}
