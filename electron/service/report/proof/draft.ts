import type { SettlementPeriod } from '../../../../shared/contract/settlement.ts';
import { cleanText } from '../../settlement/clean-text.ts';
import { LINES_FORMAT } from '../../settlement/fingerprint.ts';
import { AMOUNTS, LineSum, type LineSums, OrderNumbers } from '../../settlement/sums.ts';
import type { Statement } from '../../statement/statement.ts';
import { uniqueTitles } from '../column.ts';
import { PROMOTER_ID_TITLE } from '../document/words.ts';
import type { Face } from './face.ts';
import { LinesHash, STATEMENT_FORMAT } from './lines-hash.ts';

/** A face before its tables are written. */
export type Draft = Omit<Face, 'tables'>;

/** Reads the lines once, for what a cover says before they come. Throws when the statement's own sums are others. */
export function draftOf(statement: Statement): Draft {
  const keys = statement.columns.map(({ key }) => key);
  const { period, scope, recipient } = statement;
  const lines = LinesHash.ofStatement({ period, scope, id: recipient.shown_id }, keys);
  const sales = new LineSum();
  const corrections = new LineSum();
  const orders = new OrderNumbers();
  for (const line of statement.lines()) {
    lines.add(line);
    (line.kind === 'sale' ? sales : corrections).add(line, orders.of(line.order_id));
  }
  for (const [said, found] of [
    [statement.sums, sales.sums],
    [statement.adjustments, corrections.sums],
  ] as const)
    for (const key of ['rows', ...AMOUNTS] as const)
      if (said[key] !== found[key]) throw new Error(`${key} of a statement: ${said[key]}, its lines: ${found[key]}`);
  return {
    ...common(statement),
    format: STATEMENT_FORMAT,
    rows: lines.rows,
    hash: lines.digest(),
    detail_hash: null,
    checks: null,
    checklist: null,
  };
}

/** Of the institution's own pack, whose hash is the one that `settle` prints; the detail's own is known behind it. */
export function packDraftOf(statement: Statement, { totals, checks, checklist }: SettlementPeriod): Draft {
  return {
    ...common(statement),
    format: LINES_FORMAT,
    rows: totals.rows + totals.adjustment_rows,
    hash: totals.hash,
    detail_hash: null,
    checks,
    checklist,
  };
}

function common(statement: Statement) {
  const { period, scope, recipient, institution, state, closing, known_as_of, balance, columns } = statement;
  const titles = uniqueTitles(columns);
  const seen = (sums: LineSums) => visibleSums(sums, new Set<string>(columns.map(({ key }) => key)));
  return {
    period,
    scope,
    recipient: {
      id: recipient.shown_id,
      name: shortText(recipient.name),
      ...(scope === 'payee' ? { id_title: PROMOTER_ID_TITLE } : {}),
    },
    institution: { name: shortText(institution.name), app_id: institution.app_id },
    state,
    closing: closing && { ...closing, by: shortText(closing.by) },
    known_as_of,
    columns: columns.map(({ key }, n) => ({ key, title: titles[n]! })),
    sums: seen(statement.sums),
    adjustments: seen(statement.adjustments),
    unsettled: seen(statement.unsettled),
    balance: balance && {
      opening_fen: balance.opening_fen,
      sales_fen: balance.sales_fen,
      adjustments_fen: balance.adjustments_fen,
      write_offs_fen: balance.write_offs_fen,
      paid_fen: balance.paid_fen,
      closing_fen: balance.closing_fen,
      payable_fen: balance.payable_fen,
      carried: balance.carried,
    },
  };
}

/** Only amounts whose column the recipient sees: nobody is told by a sum what his lines do not tell him. */
export function visibleSums(sums: LineSums, keys: ReadonlySet<string>): Record<string, number> {
  const shown = ['rows', 'orders', ...AMOUNTS.filter((key) => keys.has(key))] as const;
  return Object.fromEntries(shown.map((key) => [key, sums[key]]));
}

const LONGEST = 120;

/** A name on one line of a cover, whatever its owner made of it. */
function shortText(text: string): string {
  const clean = cleanText(text) ?? '';
  return clean.length <= LONGEST ? clean : `${clean.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '')}…`;
}
