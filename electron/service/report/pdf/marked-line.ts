import type { Row } from '../column.ts';

/** What a drawn line says of itself in the content of its page. */
export interface LineMark {
  number: number;
  code: string;
  order_id: string | null;
  sku_id: string | null;
}

const PLAIN = /^[0-9A-Za-z_-]+$/;

/** Operators of a line between marks, which readers pass over: its number, its ids and the code of the operators. */
export function markedLine({ line_no, order_id, sku_id }: Row, code: string, drawn: string): string {
  const id = (name: string, value: unknown) => (PLAIN.test(String(value)) ? `/${name}(${value})` : '');
  return `/LeagueDeskLine <</N ${line_no}/C(${code})${id('O', order_id)}${id('S', sku_id)}>> BDC\n${drawn}EMC\n`;
}

/** The lines in the content of a page. */
export function* markedLines(content: string): Generator<LineMark & { drawn: string }> {
  const pattern =
    /\/LeagueDeskLine <<\/N (\d+)\/C\(([0-9a-f]{10})\)(?:\/O\(([\w-]+)\))?(?:\/S\(([\w-]+)\))?>> BDC\n(.*?)EMC\n/gs;
  for (const [, number, code, order, sku, drawn] of content.matchAll(pattern))
    yield { number: Number(number), code: code!, order_id: order ?? null, sku_id: sku ?? null, drawn: drawn! };
}
