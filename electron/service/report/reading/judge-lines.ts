import type { Period } from '../../../../shared/time.ts';
import { Fingerprint, LINES_FORMAT } from '../../settlement/fingerprint.ts';
import type { SettlementLine } from '../../settlement/line.ts';
import { LineSum, OrderNumbers } from '../../settlement/sums.ts';
import type { Cell } from '../column.ts';
import { visibleSums } from '../proof/draft.ts';
import type { Face } from '../proof/face.ts';
import { LinesHash, type LineValues, lineTextOf } from '../proof/lines-hash.ts';
import type { LineColumn } from '../proof/proof-columns.ts';
import { CORRECTION_COLUMNS, LINE_COLUMNS } from '../settlement-columns.ts';
import { type FoundRow, judgeRows, type RowsToJudge } from './judge-rows.ts';
import type { Places } from './places.ts';

const KNOWN = new Map<string, LineColumn>(
  [...LINE_COLUMNS, ...CORRECTION_COLUMNS].map((column) => [column.key, column]),
);

/** The columns a file says it has, as they are read; null when one of them is none that lines have. */
export function readColumns({ columns }: Face): LineColumn[] | null {
  const read: LineColumn[] = [];
  for (const { key, title } of columns) {
    const known = KNOWN.get(key);
    if (!known) return null;
    read.push({ ...known, title });
  }
  return read;
}

/** Values of a row as a line: only what corrects a closed month names it. */
export function lineOf(values: Record<string, Cell>): LineValues {
  const { adjusts_period = null, adjustment_reason = null } = values;
  return {
    ...values,
    kind: adjusts_period === null ? 'sale' : 'adjustment',
    adjusts_period: adjusts_period as LineValues['adjusts_period'],
    adjustment_reason: adjustment_reason as LineValues['adjustment_reason'],
  };
}

/** Holds the lines of a file against what it says of them. Gives their hash and how many there are. */
export async function judgeLines(
  face: Face,
  columns: readonly LineColumn[],
  { read, placeOf, places }: Pick<RowsToJudge<unknown>, 'read' | 'placeOf' | 'places'>,
): Promise<{ hash: string; rows: number }> {
  const keys = columns.map(({ key }) => key);
  const textOf = lineTextOf(keys);
  const { digest, rows } = await judgeRows({
    read,
    rows: face.rows,
    textOf: (values) => textOf(lineOf(values)),
    hash: () => (face.format === LINES_FORMAT ? packHash(face.period, keys) : statementHash(face, keys)),
    placeOf,
    places,
  });
  if (digest.hash !== face.hash || digest.detail !== face.detail_hash || rows !== face.rows) {
    // Nothing single was found, but the whole is another one: the codes were made to fit.
    if (!places.has('line', 'line_added', 'line_missing')) places.add({ what: 'statement' });
  } else await judgeSums(face, keys, read(true), places);
  return { hash: digest.hash, rows };
}

interface Digest {
  hash: string;
  detail: string | null;
}

function statementHash({ period, scope, recipient }: Face, keys: LineColumn['key'][]) {
  const lines = LinesHash.ofStatement({ period, scope, id: recipient.id }, keys);
  return {
    add: (values: Record<string, Cell>) => void lines.add(lineOf(values)),
    digest: (): Digest => ({ hash: lines.digest(), detail: null }),
  };
}

function packHash(period: Period, keys: LineColumn['key'][]) {
  const lines = LinesHash.ofDetail(period, keys);
  const fingerprint = new Fingerprint(period);
  return {
    add: (values: Record<string, Cell>) => {
      const line = lineOf(values);
      lines.add(line);
      fingerprint.add(line as unknown as SettlementLine);
    },
    digest: (): Digest => ({ hash: fingerprint.digest(), detail: lines.digest() }),
  };
}

/** Whether untouched lines add up to what is said of them. */
async function judgeSums(
  face: Face,
  keys: readonly string[],
  rows: AsyncIterable<FoundRow>,
  places: Places,
): Promise<void> {
  const sales = new LineSum();
  const corrections = new LineSum();
  const orders = new OrderNumbers();
  for await (const { values } of rows) {
    const line = lineOf(values) as unknown as SettlementLine;
    (line.kind === 'sale' ? sales : corrections).add(line, orders.of(line.order_id));
  }
  const visible = new Set(keys);
  const same = (said: Face['sums'], found: LineSum) =>
    Object.entries(visibleSums(found.sums, visible)).every(([key, value]) => said[key] === value);
  if (!same(face.sums, sales) || !same(face.adjustments, corrections)) places.add({ what: 'total' });
}
