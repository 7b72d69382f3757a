import type { Column } from '../column.ts';
import type { ColumnTexts } from './column-texts.ts';
import { headText, isFigure } from './field-text.ts';
import type { Orientation } from './paper.ts';

export const FIELD_SIZE = 7;
export const HEAD_SIZE = 6.5;
const GAP = 10;
/** Between the edge of a table and what stands in it. */
export const INSET = 5;
/** Names and titles may be cut down to that, other values never. */
const NARROWEST_TEXT = 58;
const WIDEST_TEXT = 190;

export interface Field {
  column: Column;
  /** Which line of the row it stands on, from 0. */
  level: number;
  /** One or two lines. */
  head: string[];
}

/** Fields that stand one below the other. */
export interface Stack {
  fields: Field[];
  x: number;
  width: number;
  figures: boolean;
}

export interface TableLayout {
  stacks: Stack[];
  /** Lines of a row. */
  levels: number;
  headLines: number;
}

/** Width of a text at size 1. */
export type Measure = (text: string) => number;

/** How wide a column is at least and would like to be, with its heading on two lines and on one. */
interface Need {
  column: Column;
  values: { least: number; wanted: number };
  head: { two: number; one: number };
}

/** How wide the columns want to be, by their headings and what stands in them. */
export function columnNeeds(columns: readonly Column[], texts: ColumnTexts, measure: Measure): Need[] {
  return columns.map((column) => {
    const head = headText(column);
    const widths = texts.of(column).map((text) => measure(text.slice(0, 60)) * FIELD_SIZE);
    const widest = Math.ceil(Math.max(0, ...widths));
    const wanted = column.kind === 'text' ? Math.min(WIDEST_TEXT, widest) : widest;
    return {
      column,
      values: { least: column.kind === 'text' ? Math.min(NARROWEST_TEXT, wanted) : widest, wanted },
      head: {
        one: Math.ceil(measure(head) * HEAD_SIZE),
        two: Math.ceil(Math.max(...headLines(head).map((line) => measure(line) * HEAD_SIZE))),
      },
    };
  });
}

/** Fields that stand together have their headings on one line each, so that these stand like them. */
function leastOf({ values, head }: Need, levels: number): number {
  return Math.max(values.least, levels === 1 ? head.two : head.one);
}

/** Words headings are made of: a line never begins within one of them. */
const WORDS =
  /AppID|SHA-256|推客|达人|机构|平台|商家|小店|帮卖|技术|服务费|佣金|可分佣|分佣|支付方|净收入|净额|总额|金额|比例|账期|原因|状态|时间|昵称|名称|编码|[\x21-\x7e]+|./gsu;

/** Long headings stand on two lines, torn between words as near to the middle as can be. */
export function headLines(head: string): string[] {
  const whole = [...head].length;
  if (whole <= 5) return [head];
  let before = '';
  let best = { first: '', off: Number.POSITIVE_INFINITY };
  for (const [word] of head.matchAll(WORDS)) {
    const off = Math.abs([...before].length - whole / 2);
    if (before !== '' && off < best.off) best = { first: before, off };
    before += word;
  }
  return best.first === '' ? [head] : [best.first, head.slice(best.first.length)];
}

export interface Choice {
  orientation: Orientation;
  levels: number;
  /** Columns that do not go on paper. */
  left: Column[];
  needs: Need[];
}

/**
 * Upright and on one line where that is possible; then lying, then with two fields in a place. What still has no room
 * is left out from the end, never an amount that is added up: with only such the places hold more fields.
 */
export function chooseLayout(needs: readonly Need[], widths: Partial<Record<Orientation, number>>): Choice {
  const kept = [...needs];
  const left: Column[] = [];
  for (let most = MOST_LEVELS; ; ) {
    for (let levels = 1; levels <= most; levels++)
      for (const orientation of ['portrait', 'landscape'] as const)
        if (leastWidth(stacked(kept, levels), levels) <= (widths[orientation] ?? 0))
          return { orientation, levels, left, needs: kept };
    const at = kept.findLastIndex(({ column }, n) => n >= ALWAYS && !column.summed);
    if (at >= 0) left.unshift(kept.splice(at, 1)[0]!.column);
    else most += 1;
  }
}

const MOST_LEVELS = 2;
/** The first columns say which row it is; of a correction two of them, of what. */
const ALWAYS = 4;

/** Lays columns out over a width; names and titles get what the others leave. */
export function layTable(
  { needs, levels }: Pick<Choice, 'needs' | 'levels'>,
  edge: number,
  width: number,
): TableLayout {
  const groups = stacked(needs, levels);
  const least = groups.map((group) => Math.max(...group.map((need) => leastOf(need, levels))));
  const wanted = groups.map((group, n) => Math.max(least[n]!, ...group.map(({ values }) => values.wanted)));
  const spare = Math.max(0, width - leastWidth(groups, levels));
  const wish = wanted.reduce((sum, one, n) => sum + one - least[n]!, 0);
  const part = wish === 0 ? 0 : Math.min(1, spare / wish);
  const rest = (spare - wish * part) / groups.length;
  let x = edge + INSET;
  const stacks = groups.map((group, n): Stack => {
    const wide = least[n]! + (wanted[n]! - least[n]!) * part + rest;
    const fields = group.map(({ column }, level) => {
      const head = headText(column);
      return { column, level, head: levels === 1 ? headLines(head) : [head] };
    });
    const stack = { fields, x, width: wide, figures: isFigure(group[0]!.column) };
    x += wide + GAP;
    return stack;
  });
  return {
    stacks,
    levels: Math.max(...stacks.map(({ fields }) => fields.length)),
    headLines: Math.max(...stacks.map(({ fields }) => fields.reduce((sum, { head }) => sum + head.length, 0))),
  };
}

/** Neighbours that end on the same side stand together, so many at most. */
function stacked(needs: readonly Need[], levels: number): Need[][] {
  const groups: Need[][] = [];
  for (const need of needs) {
    const last = groups.at(-1);
    if (last && last.length < levels && isFigure(last[0]!.column) === isFigure(need.column)) last.push(need);
    else groups.push([need]);
  }
  return groups;
}

function leastWidth(groups: readonly Need[][], levels: number): number {
  const widths = groups.map((group) => Math.max(...group.map((need) => leastOf(need, levels))));
  return widths.reduce((sum, width) => sum + width + GAP, 2 * INSET - GAP);
}
