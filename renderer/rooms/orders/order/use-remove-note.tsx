import { App, Button } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../../../app/client/index.ts';
import { useFailureNotice } from '../../../parts/failure-notice.tsx';
import { useReviewActs } from '../review/use-review-acts.tsx';

const KEY = 'review';
const SECONDS = 6;

/** Takes a note back at once; the line that says so takes that back too. */
export function useRemoveNote(): (noteId: number) => Promise<void> {
  const { t } = useTranslation('orders');
  const desk = useDesk();
  const { message } = App.useApp();
  const failed = useFailureNotice();
  const { undo } = useReviewActs();
  return useCallback(
    async (noteId) => {
      try {
        const { batch_id } = await desk.act('review.remove_note', { note_id: noteId });
        if (batch_id === null) return;
        void message.success({
          key: KEY,
          duration: SECONDS,
          content: (
            <>
              {t('detail.note.removed')}{' '}
              <Button type="link" size="small" onClick={() => void undo(batch_id)}>
                {t('detail.note.undo')}
              </Button>
            </>
          ),
        });
      } catch (error) {
        failed(error);
      }
    },
    [desk, message, failed, undo, t],
  );
}
