import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { STAGED_ACTIONS, type StagedBatch, type StagedState } from '../../../../shared/contract/staging.ts';
import { formatCount, type Tone, useFailureText } from '../../../parts/index.ts';
import { counted } from '../../orders/review/counted.ts';

export const BATCH_TONE: Record<StagedBatch['state'], Tone> = {
  staged: 'warn',
  applying: 'info',
  paused: 'warn',
  done: 'ok',
  discarded: 'quiet',
};

export const ROW_TONE: Record<StagedState, Tone> = {
  staged: 'quiet',
  asked: 'info',
  done: 'ok',
  same: 'ok',
  failed: 'bad',
  skipped: 'warn',
  undone: 'quiet',
};

/** A batch by its number and what staff call it. */
export function useBatchTitle(): (batch: StagedBatch) => string {
  const { t } = useTranslation('staging');
  return useCallback(
    ({ batch_id, title, undoes }: StagedBatch) => {
      const words = undoes === null ? title : t('undo_of', { batch: undoes });
      return [t('batch', { batch: batch_id }), words].filter(Boolean).join(' · ');
    },
    [t],
  );
}

/** What is in a batch: how many changes of which kind, about how many products and promoters. */
export function useBatchContent(): (batch: StagedBatch) => string {
  const { t } = useTranslation('staging');
  return useCallback(
    ({ actions, products, promoters }: StagedBatch) =>
      [
        ...STAGED_ACTIONS.filter((action) => actions[action]).map((action) =>
          t('actions_count', { action: t(`action.${action}`), rows: formatCount(actions[action] ?? 0) }),
        ),
        ...(products > 0 ? [t('products', counted(products))] : []),
        ...(promoters > 0 ? [t('promoters', counted(promoters))] : []),
      ].join(' · '),
    [t],
  );
}

/** How many changes of a batch need nothing more. */
export function madeOf({ counts }: Pick<StagedBatch, 'counts'>): number {
  return counts.done + counts.same + counts.undone;
}

export function waitingOf({ counts }: Pick<StagedBatch, 'counts'>): number {
  return counts.staged + counts.asked;
}

/** Why a batch waits, as staff read it. */
export function usePauseWords(): (reason: string) => string {
  const { t } = useTranslation('staging');
  const failureText = useFailureText();
  return useCallback(
    (reason: string) => {
      if (reason === 'staff' || reason === 'interrupted') return t(`paused.${reason}`);
      const { title, next } = failureText({ code: reason, params: {} });
      return t('paused.reason', { reason: title, next });
    },
    [t, failureText],
  );
}

const MINUTE = 60;
const HOUR = 3600;

/** A time still to go, in seconds, as rough as it is known. */
export function useLeftWords(): (seconds: number) => string {
  const { t } = useTranslation('staging');
  return useCallback(
    (seconds: number) => {
      if (seconds < MINUTE) return t('left.seconds', { count: Math.max(1, Math.ceil(seconds / 5) * 5) });
      if (seconds < HOUR) return t('left.minutes', { count: Math.ceil(seconds / MINUTE) });
      const minutes = Math.ceil(seconds / MINUTE);
      return t('left.hours', { hours: formatCount(Math.floor(minutes / 60)), minutes: minutes % 60 });
    },
    [t],
  );
}
