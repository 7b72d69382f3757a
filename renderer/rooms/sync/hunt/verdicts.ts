import type { HuntAnswer, HuntVerdict } from '../../../../shared/contract/hunt.ts';
import type { Tone } from '../../../parts/Tag.tsx';

/** What staff have to do something about stands first. */
export const VERDICTS = [
  'not_yet_read',
  'quarantined',
  'queued',
  'not_in_books',
  'unanswered',
  'damaged',
  'not_visible',
  'own_goods',
  'other_channel',
  'here',
] as const satisfies readonly HuntVerdict[];

export const VERDICT_TONES: Record<HuntVerdict, Tone> = {
  here: 'ok',
  other_channel: 'info',
  quarantined: 'warn',
  queued: 'info',
  own_goods: 'quiet',
  not_yet_read: 'warn',
  not_visible: 'bad',
  not_in_books: 'bad',
  damaged: 'warn',
  unanswered: 'unknown',
};

export interface VerdictCount {
  verdict: HuntVerdict;
  count: number;
}

/** How many orders got which answer; answers nobody got are left out. */
export function verdictCounts(answers: readonly HuntAnswer[]): VerdictCount[] {
  const counts = new Map<HuntVerdict, number>();
  for (const { verdict } of answers) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  return VERDICTS.flatMap((verdict) => {
    const count = counts.get(verdict);
    return count ? [{ verdict, count }] : [];
  });
}

/** One line of the table: an order of several SKUs has several, and only the first tells the verdict. */
export interface HuntLine {
  key: string;
  answer: HuntAnswer;
  row: HuntAnswer['rows'][number] | null;
  first: boolean;
}

/** The answers as lines, in the order they were asked for; `verdict` keeps those of one kind. */
export function huntLines(answers: readonly HuntAnswer[], verdict: HuntVerdict | null): HuntLine[] {
  return answers.flatMap((answer, index): HuntLine[] => {
    if (verdict !== null && answer.verdict !== verdict) return [];
    if (answer.rows.length === 0) return [{ key: `${index}`, answer, row: null, first: true }];
    return answer.rows.map((row, at) => ({ key: `${index}/${row.sku_id}`, answer, row, first: at === 0 }));
  });
}

/** The answers of a job with the newer ones of single orders in their places. */
export function corrected(answers: readonly HuntAnswer[], corrections: ReadonlyMap<string, HuntAnswer>): HuntAnswer[] {
  return answers.map((answer) => {
    const newer = corrections.get(answer.order_id);
    return newer ? { ...newer, given: answer.given } : answer;
  });
}
