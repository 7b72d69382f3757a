import type { PayoutBatch } from '../../../../shared/contract/payout.ts';

export const STEPS = ['draft', 'approve', 'pay', 'done'] as const;
export type Step = (typeof STEPS)[number];

/** `now`: what somebody has to do next; `stopped`: where a cancelled batch ended. */
export type StepState = 'done' | 'now' | 'ahead' | 'stopped';

/** How far a batch has come; a finished one has every step behind it. */
export function stepStates({
  state,
  approved_at,
}: Pick<PayoutBatch, 'state' | 'approved_at'>): Record<Step, StepState> {
  const at = (place: number, here: StepState): Record<Step, StepState> =>
    Object.fromEntries(STEPS.map((step, n) => [step, n < place ? 'done' : n === place ? here : 'ahead'])) as Record<
      Step,
      StepState
    >;
  switch (state) {
    case 'draft':
      return at(1, 'now');
    case 'approved':
      return at(2, 'now');
    case 'cancelled':
      return at(approved_at === null ? 1 : 2, 'stopped');
    default:
      return at(STEPS.length, 'done');
  }
}

/** Payments that have a result, good or bad. */
export function withResult({ items }: Pick<PayoutBatch, 'items'>): number {
  return items.filter(({ state }) => state !== 'waiting').length;
}
