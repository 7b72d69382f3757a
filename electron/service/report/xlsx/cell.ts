import type { Unix } from '../../../../shared/time.ts';
import { byteText } from '../byte-text.ts';
import { xmlText } from './xml-text.ts';

/** Days between 1899-12-30, day 0 of spreadsheets, and 1970-01-01. */
export const EPOCH_DAYS = 25_569;
export const ZONE_SECONDS = 28_800;

/** The civil time of UTC+8 as a spreadsheet counts it: days, and the time of day as their fraction. */
export function serialOf(instant: Unix): number {
  return (instant + ZONE_SECONDS) / 86_400 + EPOCH_DAYS;
}

const MEMORY = 20_000;
const bodies = new Map<string, string>();

/** Names and titles come again and again: what they look like in XML, as `byteText`, is worked out once. */
function body(text: string): string {
  let known = bodies.get(text);
  if (known === undefined) {
    const escaped = xmlText(text);
    const space = /^\s|\s$|\s\s/.test(escaped) ? ' xml:space="preserve"' : '';
    known = `t="inlineStr"><is><t${space}>${byteText(escaped)}</t></is></c>`;
    if (bodies.size >= MEMORY) bodies.clear();
    bodies.set(text, known);
  }
  return known;
}

/** Inline text is text whatever it begins with: never a formula. In bytes, as all cells are. */
export function textCell(reference: string, style: number, text: string): string {
  return `<c r="${reference}" s="${style}" ${body(text)}`;
}

/** The same for an id: hardly one comes twice, and most are plain digits. */
export function idCell(reference: string, style: number, id: string): string {
  if (!/^[0-9A-Za-z-]+$/.test(id)) return textCell(reference, style, id);
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t>${id}</t></is></c>`;
}

export function numberCell(reference: string, style: number, number: string): string {
  return `<c r="${reference}" s="${style}"><v>${number}</v></c>`;
}

/** 1234 fen as the number of yuan `12.34`, written from its digits: no trace of binary fractions. */
export function yuanNumber(fen: number): string {
  const abs = Math.abs(fen);
  const rest = abs % 100;
  return `${fen < 0 ? '-' : ''}${(abs - rest) / 100}.${rest < 10 ? '0' : ''}${rest}`;
}

/** ppm as a fraction of 1: 123456 -> "0.123456". */
export function fractionNumber(ppm: number): string {
  const digits = String(Math.abs(ppm)).padStart(7, '0');
  const fraction = digits.slice(-6).replace(/0+$/, '');
  return `${ppm < 0 ? '-' : ''}${digits.slice(0, -6)}${fraction ? `.${fraction}` : ''}`;
}
