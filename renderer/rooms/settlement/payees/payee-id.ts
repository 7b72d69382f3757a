const BY_HIMSELF = 'promoter:';

/** The AppID of a promoter who is a payee by himself; null for a payee staff made. */
export function ownPromoter(payeeId: string): string | null {
  return payeeId.startsWith(BY_HIMSELF) ? payeeId.slice(BY_HIMSELF.length) : null;
}
