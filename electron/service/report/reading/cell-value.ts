import { startOfDay } from '../../../../shared/time.ts';
import type { Cell, Column } from '../column.ts';
import { EPOCH_DAYS, ZONE_SECONDS } from '../xlsx/cell.ts';

/** Turns what stands in a cell back into the value of its column. What does not fit stays as it is, and so differs. */
export type CellValue = (cell: Cell) => Cell;

/** Whole numbers come back through binary fractions; anything further off was not written by us. */
function whole(value: number): number {
  const near = Math.round(value);
  return Math.abs(value - near) < 1e-3 ? near || 0 : value;
}

export function sheetValue({ kind, words }: Column): CellValue {
  const number =
    (turn: (value: number) => number): CellValue =>
    (cell) =>
      typeof cell === 'number' ? turn(cell) : cell;
  switch (kind) {
    case 'money':
      return number((value) => whole(value * 100));
    case 'rate':
      return number((value) => whole(value * 1_000_000));
    case 'instant':
      return number((value) => whole((value - EPOCH_DAYS) * 86_400 - ZONE_SECONDS));
    case 'word':
      return (cell) => (typeof cell === 'string' ? (words?.code(cell) ?? cell) : cell);
    case 'count':
      return (cell) => cell;
    default:
      return (cell) => (cell === null || cell === '' ? null : String(cell));
  }
}

export function staffValue({ kind, words }: Column): (text: string) => Cell {
  const match = (pattern: RegExp, turn: (parts: RegExpExecArray) => Cell) => (text: string) => {
    const parts = pattern.exec(text);
    return parts ? turn(parts) : text;
  };
  switch (kind) {
    case 'money':
      return match(/^(-?)(\d+)\.(\d\d)$/, ([, sign, yuan, fen]) => signed(sign!, Number(yuan) * 100 + Number(fen)));
    case 'rate':
      return match(/^(-?)(\d+)\.(\d{2,4})%$/, ([, sign, percent, part]) =>
        signed(sign!, Number(percent) * 10_000 + Number(part!.padEnd(4, '0'))),
      );
    case 'instant':
      return match(/^(\d{4}-\d\d-\d\d) (\d\d):(\d\d):(\d\d)$/, ([text, day, hour, minute, second]) => {
        const start = startOfDay(day!);
        return start === null ? text! : start + Number(hour) * 3600 + Number(minute) * 60 + Number(second);
      });
    case 'word':
      return (text) => words?.code(text) ?? text;
    case 'count':
      return match(/^-?\d+$/, ([text]) => Number(text));
    default:
      return (text) => text.replace(/^\t/, '');
  }
}

export function strictValue({ kind, key }: Column): (text: string) => Cell {
  if (kind === 'id' || kind === 'text' || key === 'channel') return (text) => text;
  return (text) => (/^-?\d+$/.test(text) ? Number(text) : text);
}

function signed(sign: string, value: number): number {
  return sign && value !== 0 ? -value : value;
}
