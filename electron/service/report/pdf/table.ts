import type { Column, Row } from '../column.ts';
import { checkCode } from '../proof/rows-hash.ts';
import { PART_LABEL, TOTAL_LABEL } from '../total-label.ts';
import { fieldText } from './field-text.ts';
import type { Flow } from './flow.ts';
import { markedLine } from './marked-line.ts';
import { COLOUR, type Pen, type TextStyle } from './pen.ts';
import { FIELD_SIZE, HEAD_SIZE, INSET, type Stack, type TableLayout } from './table-layout.ts';

export interface PaperTable {
  title: string;
  note: string;
  layout: TableLayout;
  /** As many as `count`; not read while pages are only counted. */
  rows: Iterable<Row>;
  count: number;
  /** What the total says where nothing is added up: of how much it is. */
  remark: string;
  /** Rows are lines of the report: each is marked, so that one that was changed can be named. */
  marked: boolean;
  did(): void;
}

const LEADING = 9.2;
const PADDING = 3.4;
const TITLE = 26;
const HEAD_LEADING = 8.2;

/** A table over as many pages as it takes, its heading on each, with a sum of each page and one of all. */
export function drawTable(flow: Flow, table: PaperTable): void {
  const { layout, count } = table;
  const head = layout.headLines * HEAD_LEADING + 2 * PADDING;
  const row = layout.levels * LEADING + 2 * PADDING;
  const total = row + (layout.stacks[0]!.figures ? LEADING : 0);
  // A title alone at the foot of a page says nothing: it comes with its heading, a row and a sum.
  if (!flow.fits(TITLE + head + row + total)) flow.turn();
  drawTitle(flow, table);
  drawHead(flow, layout, head);
  const whole = new Sums(layout);
  let part = new Sums(layout);
  let torn = false;
  const rows = flow.pen ? table.rows[Symbol.iterator]() : null;
  for (let n = 0; n < count; n++) {
    const last = n === count - 1;
    // The last row stands with the sums behind it.
    if (!flow.fits(row + total * (last ? (torn ? 2 : 1) : 1))) {
      if (n > 0) {
        drawTotal(flow, layout, total, `本页${PART_LABEL}`, '', part);
        torn = true;
        part = new Sums(layout);
      }
      flow.turn();
      drawHead(flow, layout, head);
    }
    const top = flow.take(row);
    const next = rows?.next();
    if (!flow.pen || !next) continue;
    if (next.done) throw new Error(`a table on paper has ${n} rows instead of ${count}`);
    drawRow(flow, layout, next.value, top + row, table.marked);
    whole.add(next.value);
    part.add(next.value);
    if (table.marked) table.did();
  }
  if (torn) drawTotal(flow, layout, total, `本页${PART_LABEL}`, '', part);
  drawTotal(flow, layout, total, TOTAL_LABEL, table.remark, whole);
  flow.y += 12;
}

class Sums {
  readonly #sums: Map<string, number>;

  constructor({ stacks }: TableLayout) {
    const summed = stacks.flatMap(({ fields }) => fields.filter(({ column }) => column.summed));
    this.#sums = new Map(summed.map(({ column }) => [column.key, 0]));
  }

  add(row: Row): void {
    for (const [key, sum] of this.#sums) this.#sums.set(key, sum + Number(row[key] ?? 0));
  }

  of({ key }: Column): number | null {
    return this.#sums.get(key) ?? null;
  }
}

function drawTitle(flow: Flow, { title, note }: PaperTable): void {
  const top = flow.take(TITLE);
  const wide = flow.pen?.text(flow.left, top + 15, title, { size: 11, weight: 'bold', colour: COLOUR.accent }) ?? 0;
  flow.pen?.text(flow.left + wide + 8, top + 15, note, {
    size: 7,
    colour: COLOUR.soft,
    width: flow.width - wide - 8,
  });
}

function drawHead(flow: Flow, layout: TableLayout, height: number): void {
  const top = flow.take(height);
  const { pen } = flow;
  if (!pen) return;
  pen.rect(flow.left, top, flow.width, height, COLOUR.band);
  pen.line(flow.left, top, flow.right, COLOUR.accent, 0.8);
  for (const stack of layout.stacks) {
    const lines = stack.fields.flatMap(({ head }) => head);
    // Where fields stand together, their headings stand like them; else in the middle.
    const above = layout.levels > 1 ? PADDING : (height - lines.length * HEAD_LEADING) / 2;
    let y = top + above + HEAD_SIZE - 0.2;
    for (const line of lines) {
      place(pen, stack, y, line, { size: HEAD_SIZE, weight: 'bold', colour: COLOUR.soft });
      y += HEAD_LEADING;
    }
  }
}

function drawRow(flow: Flow, layout: TableLayout, row: Row, bottom: number, marked: boolean): void {
  const pen = flow.pen!;
  const before = marked ? pen.take() : '';
  const top = bottom - layout.levels * LEADING - 2 * PADDING;
  for (const stack of layout.stacks)
    for (const { column, level } of stack.fields) {
      const value = row[column.key] ?? null;
      const negative = column.kind === 'money' && typeof value === 'number' && value < 0;
      const colour = negative ? COLOUR.negative : level === 0 ? COLOUR.ink : COLOUR.soft;
      place(pen, stack, top + PADDING + FIELD_SIZE + level * LEADING - 0.4, fieldText(column, value), {
        size: FIELD_SIZE,
        colour,
      });
    }
  if (marked) {
    const drawn = pen.take();
    pen.put(before + markedLine(row, checkCode(drawn), drawn));
  }
  pen.line(flow.left, bottom, flow.right, COLOUR.line, 0.35);
}

function drawTotal(flow: Flow, layout: TableLayout, height: number, label: string, remark: string, sums: Sums): void {
  const top = flow.take(height);
  const { pen } = flow;
  if (!pen) return;
  const whole = label === TOTAL_LABEL;
  if (whole) pen.rect(flow.left, top, flow.width, height, COLOUR.band);
  pen.line(flow.left, top, flow.right, whole ? COLOUR.accent : COLOUR.faint, whole ? 0.8 : 0.5);
  const first = top + PADDING + FIELD_SIZE - 0.4;
  const wide = pen.text(flow.left + INSET, first, label, { size: FIELD_SIZE, weight: 'bold' });
  pen.text(flow.left + INSET + wide + 6, first, remark, { size: FIELD_SIZE, colour: COLOUR.soft });
  // Where figures come first, they stand below the words.
  const figures = first + (layout.stacks[0]!.figures ? LEADING : 0);
  for (const stack of layout.stacks)
    for (const { column, level } of stack.fields) {
      const sum = sums.of(column);
      if (sum === null) continue;
      place(pen, stack, figures + level * LEADING, fieldText(column, sum), {
        size: FIELD_SIZE,
        weight: 'bold',
        colour: sum < 0 ? COLOUR.negative : COLOUR.ink,
      });
    }
}

/** Figures end at the right of their place, words begin at its left. */
function place(pen: Pen, { x, width, figures }: Stack, y: number, text: string, style: TextStyle): void {
  // A figure that is cut would be another figure.
  if (figures) pen.text(x + width, y, text, { ...style, align: 'right' });
  else pen.text(x, y, text, { ...style, width });
}
