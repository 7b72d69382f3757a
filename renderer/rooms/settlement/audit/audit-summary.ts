import { formatFen } from '../../../../shared/money.ts';
import { formatPpm } from '../../../../shared/rate.ts';
import { ownPromoter } from '../payees/payee-id.ts';

export interface SummaryWords {
  /** The word for a fact. */
  fact: (fact: string) => string;
  /** What staff call a payee they made; null while that is not known. */
  payee: (payeeId: string) => string | null;
}

/** What was done in one line: the facts of the entry without their marks; hashes stand in the entry itself. */
export function summaryOf(detail: string, words: SummaryWords): string {
  try {
    const facts = JSON.parse(detail) as Record<string, unknown>;
    return Object.entries(facts)
      .filter(([key, value]) => value !== null && value !== '' && typeof value !== 'object' && !HASH.test(key))
      .flatMap(([key, value]) => {
        const text = isPayee(key, facts) ? payeeText(String(value), words) : valueText(key, value);
        return text === null ? [] : [`${words.fact(key)} ${text}`];
      })
      .join(' · ');
  } catch {
    return detail;
  }
}

const HASH = /(^|_)(hash|sha256)$/;

function isPayee(key: string, { scope }: Record<string, unknown>): boolean {
  return key === 'payee_id' || (key === 'recipient_id' && scope === 'payee');
}

/** The key a payee is kept under says nothing to anybody. */
function payeeText(payeeId: string, { payee }: SummaryWords): string | null {
  return ownPromoter(payeeId) ?? payee(payeeId);
}

function valueText(key: string, value: unknown): string {
  if (typeof value === 'number' && Number.isSafeInteger(value)) {
    if (key.endsWith('_fen')) return formatFen(value);
    if (key.endsWith('_ppm')) return formatPpm(value);
  }
  return String(value);
}
