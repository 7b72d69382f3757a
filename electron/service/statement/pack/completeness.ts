import type { ReportScope } from '../../../../shared/contract/report.ts';
import { DeskError } from '../../../../shared/contract/result.ts';
import type { Period } from '../../../../shared/time.ts';
import type { LineSums } from '../../settlement/sums.ts';
import { type MonthRecipients, needsStatement, type Recipient } from '../recipients.ts';
import { SCOPE_WORD } from './file-names.ts';

/** What went into the archive for one recipient, added up from the lines of his own statement. */
export type Written = Pick<Recipient, 'scope' | 'id' | 'shown_id' | 'name' | 'sums' | 'adjustments'>;

const NAMED = 20;

/**
 * Nobody of the month is without a statement, each says what the month and his ledger say of him, and those of a scope
 * add up to the month. Throws `report.pack_incomplete` naming the first twenty that are not there or differ.
 */
export function refuseIncomplete(
  period: Period,
  month: Pick<MonthRecipients, 'figures' | 'recipients'>,
  scopes: readonly ReportScope[],
  written: readonly Written[],
): void {
  const missing = [
    ...missingOf(month.recipients, written),
    ...scopes.filter((scope) => !addsUp(scope, month, written)),
  ];
  if (missing.length === 0) return;
  const named = missing
    .slice(0, NAMED)
    .map((one) =>
      typeof one === 'string'
        ? `${SCOPE_WORD[one]}合计`
        : `${SCOPE_WORD[one.scope]} ${one.name} ${one.shown_id}`.trim(),
    );
  const rest = missing.length > NAMED ? [`… +${missing.length - NAMED}`] : [];
  throw new DeskError('report.pack_incomplete', {
    period,
    missing: [...named, ...rest].join('; '),
    count: missing.length,
  });
}

function missingOf(recipients: readonly Recipient[], written: readonly Written[]): Recipient[] {
  const found = new Map(written.map((one) => [`${one.scope}/${one.id}`, one]));
  return recipients.filter((recipient) => {
    if (!needsStatement(recipient)) return false;
    const one = found.get(`${recipient.scope}/${recipient.id}`);
    if (!one || !same(one.sums, recipient.sums) || !same(one.adjustments, recipient.adjustments)) return true;
    return !fitsLedger(one, recipient.balance);
  });
}

/** A payee's statement and his ledger, which adds up the closing by itself, say the same. */
function fitsLedger({ sums, adjustments }: Written, balance: Recipient['balance']): boolean {
  if (balance === null) return true;
  return sums.promoter_owed_fen === balance.sales_fen && adjustments.promoter_owed_fen === balance.adjustments_fen;
}

/** Amounts and rows, not orders: one of several articles may fall to two recipients, and counts for both. */
const ADDED = [
  'rows',
  'actual_payment_fen',
  'service_amount_fen',
  'platform_amount_fen',
  'promoter_platform_fen',
  'promoter_owed_fen',
  'net_fen',
] as const satisfies readonly (keyof LineSums)[];

/** Of payees only what goes to promoters: sales without a promoter belong to none of them. */
const OF_PAYEES = ['promoter_platform_fen', 'promoter_owed_fen'] as const;

function addsUp(
  scope: ReportScope,
  { figures }: Pick<MonthRecipients, 'figures'>,
  written: readonly Written[],
): boolean {
  const own = written.filter((one) => one.scope === scope);
  const keys = scope === 'payee' ? OF_PAYEES : ADDED;
  const sum = (part: 'sums' | 'adjustments', key: keyof LineSums) =>
    own.reduce((total, one) => total + one[part][key], 0);
  return keys.every(
    (key) => sum('sums', key) === figures.sums[key] && sum('adjustments', key) === figures.adjustments[key],
  );
}

function same(a: LineSums, b: LineSums): boolean {
  return a.orders === b.orders && ADDED.every((key) => a[key] === b[key]);
}
