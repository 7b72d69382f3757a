import { FUNDS_STATES, type FundsState } from '../../../../shared/contract/funds.ts';

export interface FundsQuestion {
  state?: FundsState;
  file?: 'differs' | 'absent';
  age?: { from_days: number; to_days: number | null };
  search?: string;
}

/** What the address narrows the month to; what it does not know is left out. */
export function readFundsQuestion(params: URLSearchParams): FundsQuestion {
  const state = FUNDS_STATES.find((one) => one === params.get('state'));
  const file = params.get('file');
  const age = readAge(params.get('age'));
  const search = params.get('search')?.trim();
  return {
    ...(state ? { state } : {}),
    ...(file === 'differs' || file === 'absent' ? { file } : {}),
    ...(age ? { age } : {}),
    ...(search ? { search } : {}),
  };
}

/** `4-7`, or `61-` without an end. */
export function ageText({ from_days, to_days }: { from_days: number; to_days: number | null }): string {
  return `${from_days}-${to_days ?? ''}`;
}

function readAge(text: string | null): FundsQuestion['age'] {
  const parts = /^(\d{1,5})-(\d{0,5})$/.exec(text ?? '');
  if (!parts) return undefined;
  return { from_days: Number(parts[1]), to_days: parts[2] === '' ? null : Number(parts[2]) };
}
