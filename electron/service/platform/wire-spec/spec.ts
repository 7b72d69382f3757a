/**
 * A small language for what the documents say of a reply. A field of an object is there always unless its name ends
 * in `?`; `null` counts as absent for those. Types are those of JSON, since that is what can drift.
 */
export const JSON_TYPES = ['null', 'bool', 'number', 'text', 'list', 'object'] as const;
export type JsonType = (typeof JSON_TYPES)[number];

export interface Word {
  readonly types: readonly JsonType[];
  /** All values the documents name; another one is news. */
  readonly codes?: readonly number[];
  /** What a list holds. */
  readonly item?: Word;
  readonly fields?: Fields;
}

export interface Fields {
  readonly [name: string]: Word;
}

export const text: Word = { types: ['text'] };
export const number: Word = { types: ['number'] };
export const bool: Word = { types: ['bool'] };

/** The same id is a number on one page of the documents and text on another, and so it is on the wire. */
export const id: Word = { types: ['text', 'number'] };

export const code = (...codes: readonly number[]): Word => ({ types: ['number'], codes });
export const object = (fields: Fields): Word => ({ types: ['object'], fields });
export const list = (item: Word): Word => ({ types: ['list'], item });

/** The whole reply: its own fields beside the envelope, whose errcode promoter endpoints send as text. */
export const reply = (fields: Fields): Fields => ({ 'errcode?': id, 'errmsg?': text, ...fields });

/** Replies by endpoint. */
export type WireSpec = Readonly<Record<string, Fields>>;
