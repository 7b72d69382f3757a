import { describe, expect, it } from 'vitest';
import { orderBalances } from '../../../../renderer/rooms/settlement/payees/balance-order.ts';
import { debtAt } from '../../../../renderer/rooms/settlement/payees/debt.ts';
import { firstAssignable } from '../../../../renderer/rooms/settlement/payees/month-ahead.ts';
import { ownPromoter } from '../../../../renderer/rooms/settlement/payees/payee-id.ts';
import { stepStates, withResult } from '../../../../renderer/rooms/settlement/payouts/batch-steps.ts';
import type { LedgerEntry, PayeeBalance } from '../../../../shared/contract/payee.ts';

const balance = (payee_id: string, closing_fen: number, sales_fen = 0): PayeeBalance => ({
  payee_id,
  name: '',
  promoters: 1,
  rows: 1,
  opening_fen: 0,
  sales_fen,
  adjustments_fen: 0,
  write_offs_fen: 0,
  paid_fen: 0,
  closing_fen,
  payable_fen: Math.max(0, closing_fen),
  carried: null,
  in_payout_fen: 0,
  platform_fen: 0,
});

describe('payees of a month', () => {
  it('are sorted by any figure, those alike by id', () => {
    const rows = [balance('b', 5, 1), balance('a', 5, 3), balance('c', -9, 2)];
    const ids = (by: string, direction: 'asc' | 'desc') =>
      orderBalances(rows, { by, direction }).map((row) => row.payee_id);
    expect(ids('closing_fen', 'desc')).toEqual(['a', 'b', 'c']);
    expect(ids('closing_fen', 'asc')).toEqual(['c', 'a', 'b']);
    expect(ids('sales_fen', 'desc')).toEqual(['a', 'c', 'b']);
    expect(ids('whatever', 'desc')).toEqual(['a', 'b', 'c']);
  });

  it('are promoters by themselves or staff’s own', () => {
    expect(ownPromoter('promoter:wx1')).toBe('wx1');
    expect(ownPromoter('payee:1')).toBeNull();
  });

  it('can be given promoters from the first month behind every closed one', () => {
    const months = (closed: string[]) => [
      ...closed.map((period) => ({ period, state: 'closed' as const })),
      { period: '2026-12', state: 'open' as const },
    ];
    expect(firstAssignable(months(['2026-10', '2026-09']), '2026-09')).toBe('2026-11');
    expect(firstAssignable(months(['2025-12']), '2025-12')).toBe('2026-01');
    expect(firstAssignable(months(['2026-10']), '2026-12')).toBe('2026-12');
    expect(firstAssignable(months([]), '2026-12')).toBe('2026-12');
  });
});

describe('the debt that can be written off', () => {
  const entry = (period: string, balance_fen: number): LedgerEntry => ({
    period,
    kind: 'sales',
    amount_fen: 0,
    balance_fen,
    rows: 1,
    at: null,
    by: null,
    note: '',
    batch_id: null,
  });

  it('is what of a month’s debt no later month has netted', () => {
    const entries = [entry('2026-09', 20), entry('2026-10', 70), entry('2026-10', -100), entry('2026-11', -30)];
    expect(debtAt(entries, '2026-09')).toBe(0);
    expect(debtAt(entries, '2026-10')).toBe(30);
    expect(debtAt(entries, '2026-11')).toBe(30);
    expect(debtAt(entries, '2026-12')).toBe(30);
    expect(debtAt([...entries, entry('2026-12', 5)], '2026-10')).toBe(0);
    expect(debtAt([], '2026-10')).toBe(0);
  });
});

describe('the steps of a batch', () => {
  it('say what is done, what is next and where it ended', () => {
    expect(stepStates({ state: 'draft', approved_at: null })).toEqual({
      draft: 'done',
      approve: 'now',
      pay: 'ahead',
      done: 'ahead',
    });
    expect(stepStates({ state: 'approved', approved_at: 1 })).toMatchObject({ approve: 'done', pay: 'now' });
    for (const state of ['paid', 'partly_paid', 'failed'] as const)
      expect(Object.values(stepStates({ state, approved_at: 1 }))).toEqual(['done', 'done', 'done', 'done']);
    expect(stepStates({ state: 'cancelled', approved_at: null })).toMatchObject({ approve: 'stopped', pay: 'ahead' });
    expect(stepStates({ state: 'cancelled', approved_at: 1 })).toMatchObject({ approve: 'done', pay: 'stopped' });
  });

  it('count payments with a result, good or bad', () => {
    const items = (['waiting', 'paid', 'failed', 'partly_paid'] as const).map((state) => ({ state }));
    expect(withResult({ items } as never)).toBe(3);
  });
});
