import { formatPpm } from '../../../shared/rate.ts';
import type { Cell, Column } from './column.ts';
import { instantText } from './instant-text.ts';
import type { TextFile } from './text-file.ts';

export type Encode = (text: string) => Uint8Array;
type Value = Exclude<Cell, null>;
/** Writes a cell that is not empty. */
export type CellPut = (value: Value) => void;

/** RFC 4180: quoted only where it must be. */
export function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

interface Place {
  /** As programs want it, not people. */
  strict: boolean;
  file: TextFile;
  encode: Encode;
}

export function cellPut({ kind, words }: Column, { strict, file, encode }: Place): CellPut {
  const text = (look: (value: Value) => string) => remembered(file, (value) => encode(quoted(look(value))));
  switch (kind) {
    case 'id':
      return idPut(file, encode, strict ? '' : '\t');
    case 'text':
      return text(strict ? String : (value) => guarded(String(value)));
    case 'word':
      return text(strict ? String : (value) => words?.label(value) ?? String(value));
    case 'money':
      return strict ? numberPut(file) : (value) => putYuan(file, Number(value));
    case 'rate':
      return strict ? numberPut(file) : text((value) => formatPpm(Number(value), 2));
    case 'instant':
      return strict ? numberPut(file) : (value) => file.ascii(instantText(Number(value)));
    case 'count':
      return numberPut(file);
  }
}

function guarded(text: string): string {
  return /^[=+\-@\t]/.test(text) ? `\t${text}` : text;
}

const MEMORY = 20_000;

/** Names and titles come again and again: what they look like in the file is worked out once. */
function remembered(file: TextFile, bytes: (value: Value) => Uint8Array): CellPut {
  const known = new Map<Value, Uint8Array>();
  return (value) => {
    let found = known.get(value);
    if (found === undefined) {
      found = bytes(value);
      if (known.size >= MEMORY) known.clear();
      known.set(value, found);
    }
    file.bytes(found);
  };
}

const PLAIN_ID = /^[0-9A-Za-z-]+$/;

/** Hardly an id comes twice, and most are plain digits, which need no quotes and are the same in every encoding. */
function idPut(file: TextFile, encode: Encode, before: string): CellPut {
  return (value) => {
    const id = String(value);
    if (PLAIN_ID.test(id)) {
      file.ascii(before);
      file.ascii(id);
    } else file.bytes(encode(quoted(before + id)));
  };
}

const MINUS = 45;
const POINT = 46;

function numberPut(file: TextFile): CellPut {
  return (value) => {
    const number = Number(value);
    if (Number.isSafeInteger(number) && typeof value === 'number') putSigned(file, number);
    else file.ascii(String(value));
  };
}

function putSigned(file: TextFile, value: number): void {
  if (value < 0) file.byte(MINUS);
  file.digits(Math.abs(value));
}

/** 1234 fen as `12.34`, by whole numbers, so that no floating point comes near it. */
function putYuan(file: TextFile, fen: number): void {
  const abs = Math.abs(fen);
  const rest = abs % 100;
  if (fen < 0) file.byte(MINUS);
  file.digits((abs - rest) / 100);
  file.byte(POINT);
  if (rest < 10) file.digits(0);
  file.digits(rest);
}
