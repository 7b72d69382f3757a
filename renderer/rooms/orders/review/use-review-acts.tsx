import { App } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewAction, ReviewDone, ReviewReason, ReviewTarget } from '../../../../shared/contract/review.ts';
import { useDesk } from '../../../app/client/index.ts';
import { formatCount, useFailureNotice } from '../../../parts/index.ts';
import { counted } from './counted.ts';

export interface Decided {
  target: ReviewTarget;
  action: ReviewAction;
  reason?: ReviewReason | undefined;
  note?: string | undefined;
}

export interface ReviewActs {
  /** True while an act is on its way. */
  pending: boolean;
  decide: (decided: Decided) => Promise<ReviewDone | null>;
  note: (target: ReviewTarget, text: string) => Promise<ReviewDone | null>;
  tag: (target: ReviewTarget, change: { add: string[]; remove: string[] }) => Promise<ReviewDone | null>;
  undo: (batchId?: number) => Promise<ReviewDone | null>;
}

const TOAST = 'review';
const TOAST_SECONDS = 6;

/**
 * The acts of review: each says in one line what it did, with a way back. Null where it failed, which is told too.
 * `onUndone` hears of what was taken back, also by the toast's own button.
 */
export function useReviewActs(onUndone?: () => void): ReviewActs {
  const { t } = useTranslation('review');
  const desk = useDesk();
  const { message } = App.useApp();
  const failed = useFailureNotice();
  const [running, setRunning] = useState(0);

  const tried = useCallback(
    async (act: () => Promise<ReviewDone>): Promise<ReviewDone | null> => {
      setRunning((count) => count + 1);
      try {
        return await act();
      } catch (error) {
        failed(error);
        return null;
      } finally {
        setRunning((count) => count - 1);
      }
    },
    [failed],
  );

  const undo = useCallback(
    async (batchId?: number) => {
      const done = await tried(() => desk.act('review.undo', batchId === undefined ? {} : { batch_id: batchId }));
      if (!done) return null;
      void message.success({ key: TOAST, content: t('toast.undone', counted(done.changed)) });
      onUndone?.();
      return done;
    },
    [tried, desk, message, t, onUndone],
  );

  const told = useCallback(
    (done: ReviewDone | null, what: string) => {
      if (!done) return null;
      if (done.batch_id === null) {
        void message.info({ key: TOAST, content: t('toast.nothing') });
        return done;
      }
      const batchId = done.batch_id;
      void message.success({
        key: TOAST,
        duration: TOAST_SECONDS,
        content: (
          <span className="ld-review-toast">
            {what}
            {done.unchanged > 0 ? (
              <span className="ld-soft">{t('toast.unchanged', { count: formatCount(done.unchanged) })}</span>
            ) : null}
            <button type="button" className="ld-link" onClick={() => void undo(batchId)}>
              {t('act.undo')}
              <kbd>U</kbd>
            </button>
          </span>
        ),
      });
      return done;
    },
    [message, t, undo],
  );

  return useMemo(
    () => ({
      pending: running > 0,
      decide: async (decided) => {
        const done = await tried(() => desk.act('review.decide', decided));
        return told(done, t(`toast.${decided.action}`, counted(done?.changed ?? 0)));
      },
      note: async (target, text) => {
        const done = await tried(() => desk.act('review.note', { target, text }));
        return told(done, t('toast.note', counted(done?.changed ?? 0)));
      },
      tag: async (target, change) => {
        const done = await tried(() => desk.act('review.tag', { target, ...change }));
        return told(done, t('toast.tag', counted(done?.changed ?? 0)));
      },
      undo,
    }),
    [running, tried, told, undo, desk, t],
  );
}
