import { MoneyRangeError } from '../../../../shared/money.ts';
import type { Cell, Column, Row } from '../column.ts';
import { numberCell, textCell, yuanNumber } from './cell.ts';
import { columnLetters } from './names.ts';
import { TOTAL_STYLE } from './styles.ts';

/** Sums of one sheet's rows and the row that shows them. An absent amount counts as 0. */
export class TableTotals {
  readonly #columns: readonly Column[];
  readonly #summed: { key: string; sum: number }[];

  constructor(columns: readonly Column[]) {
    this.#columns = columns;
    this.#summed = columns.filter(({ summed }) => summed).map(({ key }) => ({ key, sum: 0 }));
  }

  add(row: Row): void {
    for (const column of this.#summed) {
      const value = row[column.key];
      if (typeof value !== 'number') continue;
      column.sum += value;
      if (!Number.isSafeInteger(column.sum)) throw new MoneyRangeError(`sum of ${column.key}`);
    }
  }

  /** Takes in what another sheet of the same table comes to. */
  join({ sums }: { sums: ReadonlyMap<string, number> }): void {
    this.add(Object.fromEntries(sums));
  }

  get sums(): Map<string, number> {
    return new Map(this.#summed.map(({ key, sum }) => [key, sum]));
  }

  /**
   * The row below row `last`. Sums stand there as values and as SUBTOTAL(109, …), which leaves out what a filter
   * hides; it lies outside the filter's range, so a filter never hides it.
   */
  filteredXml(last: number, labels: Readonly<Record<string, Cell>>): string {
    return this.#rowXml(last + 1, labels, (letters) =>
      last < 2 ? '' : `<f>SUBTOTAL(109,${letters}2:${letters}${last})</f>`,
    );
  }

  /** Row `at` with the sums of several sheets, which no filter changes. */
  plainXml(at: number, labels: Readonly<Record<string, Cell>>): string {
    return this.#rowXml(at, labels, () => '');
  }

  #rowXml(at: number, labels: Readonly<Record<string, Cell>>, formula: (letters: string) => string): string {
    const sums = this.sums;
    const cells = this.#columns.map(({ key, kind }, n) => {
      const letters = columnLetters(n);
      const reference = `${letters}${at}`;
      const style = TOTAL_STYLE[kind];
      const sum = sums.get(key);
      if (sum !== undefined) {
        const number = kind === 'money' ? yuanNumber(sum) : String(sum);
        return `<c r="${reference}" s="${style}">${formula(letters)}<v>${number}</v></c>`;
      }
      const label = labels[key] ?? null;
      if (label === null) return `<c r="${reference}" s="${style}"/>`;
      if (typeof label === 'string') return textCell(reference, style, label);
      return numberCell(reference, style, kind === 'money' ? yuanNumber(label) : String(label));
    });
    return `<row r="${at}">${cells.join('')}</row>`;
  }
}
