import type { LedgerEntry } from '../../../../shared/contract/payee.ts';
import type { Fen } from '../../../../shared/money.ts';

/** What of a month's debt no later month has netted: the most the balance came to at its end or at a later one's. */
export function debtAt(entries: readonly LedgerEntry[], period: string): Fen {
  const closings = new Map<string, Fen>();
  for (const entry of entries) closings.set(entry.period < period ? period : entry.period, entry.balance_fen);
  if (closings.size === 0) return 0;
  return Math.max(0, -Math.max(...closings.values()));
}
