import type { ColumnKind } from '../column.ts';
import type { Tone } from '../words.ts';

/** Numbers of `cellXfs` below, in their order. */
export const STYLE = {
  plain: 0,
  text: 1,
  money: 2,
  rate: 3,
  instant: 4,
  count: 5,
  head: 6,
  total_text: 7,
  total_money: 8,
  total_count: 9,
  title: 10,
  label: 11,
  note: 12,
  done: 13,
  waiting: 14,
  off: 15,
  section: 16,
  head_number: 17,
  fact: 18,
  fact_instant: 19,
} as const;

export const KIND_STYLE: Record<ColumnKind, number> = {
  id: STYLE.text,
  text: STYLE.text,
  money: STYLE.money,
  rate: STYLE.rate,
  instant: STYLE.instant,
  count: STYLE.count,
  word: STYLE.text,
};

/** Headings stand over what they head: numbers end right of the filter's button, so theirs are centred. */
export function headStyle(kind: ColumnKind): number {
  return kind === 'id' || kind === 'text' || kind === 'word' ? STYLE.head : STYLE.head_number;
}

export const TOTAL_STYLE: Record<ColumnKind, number> = {
  ...KIND_STYLE,
  id: STYLE.total_text,
  text: STYLE.total_text,
  word: STYLE.total_text,
  rate: STYLE.total_text,
  instant: STYLE.total_text,
  money: STYLE.total_money,
  count: STYLE.total_count,
};

export const TONE_STYLE: Record<Tone, number> = {
  plain: STYLE.text,
  done: STYLE.done,
  waiting: STYLE.waiting,
  off: STYLE.off,
};

const MONEY = 164;
const INSTANT = 165;
const [NORMAL, BOLD, TITLE, GREY] = [0, 1, 2, 3];
const [NONE, , HEAD, GREEN, AMBER, FADED] = [0, 1, 2, 3, 4, 5];
const [OPEN, UNDER, OVER] = [0, 1, 2];

/** One `xf`; alignment in the words of the format. */
function xf(
  format: number,
  font: number | undefined,
  fill: number | undefined,
  border: number | undefined,
  alignment = '',
) {
  const set = `numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"`;
  return alignment ? `<xf ${set} applyAlignment="1"><alignment ${alignment}/></xf>` : `<xf ${set}/>`;
}

function font(words: string, size = 10): string {
  return `<font>${words}<sz val="${size}"/><color theme="1"/><name val="等线"/><family val="2"/><charset val="134"/></font>`;
}

function fill(colour: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
}

function border(side: 'top' | 'bottom'): string {
  const line = `<${side} style="thin"><color rgb="FF7F7F7F"/></${side}>`;
  return `<border><left/><right/>${side === 'top' ? line : '<top/>'}${side === 'bottom' ? line : '<bottom/>'}<diagonal/></border>`;
}

const XFS = [
  xf(0, NORMAL, NONE, OPEN),
  xf(49, NORMAL, NONE, OPEN),
  xf(MONEY, NORMAL, NONE, OPEN),
  xf(10, NORMAL, NONE, OPEN),
  xf(INSTANT, NORMAL, NONE, OPEN, 'horizontal="center"'),
  xf(3, NORMAL, NONE, OPEN),
  xf(49, BOLD, HEAD, UNDER, 'vertical="center"'),
  xf(49, BOLD, NONE, OVER),
  xf(MONEY, BOLD, NONE, OVER),
  xf(3, BOLD, NONE, OVER),
  xf(49, TITLE, NONE, OPEN, 'vertical="center"'),
  xf(49, NORMAL, NONE, OPEN, 'vertical="top"'),
  xf(49, GREY, NONE, OPEN, 'vertical="top" wrapText="1" horizontal="left" indent="1"'),
  xf(49, NORMAL, GREEN, OPEN),
  xf(49, NORMAL, AMBER, OPEN),
  xf(49, GREY, FADED, OPEN),
  xf(49, BOLD, HEAD, UNDER),
  xf(49, BOLD, HEAD, UNDER, 'horizontal="center" vertical="center"'),
  xf(49, NORMAL, NONE, OPEN, 'horizontal="right" vertical="top" wrapText="1"'),
  xf(INSTANT, NORMAL, NONE, OPEN, 'horizontal="right" vertical="top"'),
];

export const STYLES_XML = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="${MONEY}" formatCode="#,##0.00;[Red]-#,##0.00"/><numFmt numFmtId="${INSTANT}" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="4">${font('')}${font('<b/>')}${font('<b/>', 16)}${font('').replace('<color theme="1"/>', '<color rgb="FF595959"/>')}</fonts><fills count="6"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${['EDF1F5', 'E8F5E9', 'FFF7E0', 'F2F2F2'].map(fill).join('')}</fills><borders count="3"><border><left/><right/><top/><bottom/><diagonal/></border>${border('bottom')}${border('top')}</borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${XFS.length}">${XFS.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
