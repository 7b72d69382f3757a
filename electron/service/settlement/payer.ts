import type { Unix } from '../../../shared/time.ts';

/** 分佣方式 of a promoter as it was read at some time: 0 the platform pays, 1 the institution, null not said. */
export interface PayerState {
  promoter_appid: string;
  seen_at: Unix;
  payer: number | null;
}

/** Answers who paid a promoter at a time. */
export interface PayerBook {
  at(promoter: string, at: Unix | null): number | null;
}

/**
 * What was known when the order was created; before our first look, and without a time, what the directory says
 * now. Null for a promoter in no directory.
 */
export function payerBook(current: Iterable<Omit<PayerState, 'seen_at'>>, history: Iterable<PayerState>): PayerBook {
  const now = new Map<string, number | null>();
  for (const { promoter_appid, payer } of current) now.set(promoter_appid, payer);
  const states = new Map<string, PayerState[]>();
  for (const state of history) {
    const list = states.get(state.promoter_appid);
    if (list) list.push(state);
    else states.set(state.promoter_appid, [state]);
  }
  for (const list of states.values()) list.sort((a, b) => a.seen_at - b.seen_at);
  return {
    at: (promoter, at) => {
      const known = at === null ? undefined : states.get(promoter)?.findLast((state) => state.seen_at <= at);
      return known?.payer ?? now.get(promoter) ?? null;
    },
  };
}
