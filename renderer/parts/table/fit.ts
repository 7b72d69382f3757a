import { clampWidth } from './columns.ts';

/** Room a cell needs beside its text: the line between columns, and the mark of the sort. */
const SPARE = 4;

/** The width that shows the heading and every drawn cell of a column whole, measured on copies beside the table. */
export function fittingWidth(table: HTMLElement, column: string): number {
  const ground = document.createElement('div');
  ground.className = 'ld-fit';
  const cells = table.querySelectorAll<HTMLElement>(`[data-column="${CSS.escape(column)}"]`);
  for (const cell of cells) ground.append(cell.cloneNode(true));
  table.append(ground);
  const widths = [...ground.children].map((cell) => cell.getBoundingClientRect().width);
  ground.remove();
  return clampWidth(Math.max(0, ...widths) + SPARE);
}
