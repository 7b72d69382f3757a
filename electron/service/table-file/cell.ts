/** A cell as the file has it. Numbers keep their digits as text: an id must not pass through a float. */
export interface TableCell {
  text: string;
  /** Stored as a number, so a long one may have lost its last digits before it came here. */
  number: boolean;
}

export const EMPTY: TableCell = { text: '', number: false };

/** A file in memory. */
export interface TableFile {
  name: string;
  bytes: Uint8Array;
}

export interface TableRow {
  /** Row of the sheet or record of the csv, from 1. */
  at: number;
  /** By column from 0; empty cells at the end may be missing. */
  cells: readonly TableCell[];
}

/** Cells that stand as one and share the value of their first: rows from 1, columns from 0, both ends included. */
export interface Merge {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** A sheet, or a whole csv. Rows may be read any number of times. */
export interface TableSheet {
  name: string;
  rows(): AsyncIterable<TableRow> | Iterable<TableRow>;
  /** None in a csv. */
  merges(): Promise<Merge[]>;
}

export interface TableSource {
  sheets: TableSheet[];
  /** Days from 1970-01-01 back to day 0 of the file's dates. */
  epochDays: number;
  /** `xlsx`, or the encoding of a csv. */
  encoding: string;
}

/** What a table from outside may hold. */
export interface TableLimits {
  rows: number;
  /** Bytes one part of a workbook may unpack to. */
  part: number;
}

/** 200,000 rows of orders and some for headings and sums; 200,000 rows of 30 columns take about 270 MB of XML. */
export const OUTSIDE: TableLimits = { rows: 200_100, part: 512 * 1024 * 1024 };
/** Files of our own hold as many rows as a sheet can. */
export const UNLIMITED: TableLimits = { rows: Number.POSITIVE_INFINITY, part: Number.POSITIVE_INFINITY };

/** What a person would see in the cell, near enough: floats without their binary tail, long integers whole. */
export function shown({ text, number }: TableCell): string {
  if (!number || /^-?\d+$/.test(text)) return text.trim();
  const value = Number(text);
  return Number.isFinite(value) && Math.abs(value) < 1e15 ? String(Number(value.toPrecision(15))) : text;
}

/** Nothing, or one of the signs people and programs write for nothing. */
export function isBlank(text: string): boolean {
  return /^[-—–/]*$/.test(text) || text === '无' || text === '\\N';
}
