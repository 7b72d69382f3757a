import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../../app/client/index.ts';
import { counted } from '../../orders/review/counted.ts';

/** Stages the ways back and opens them; nothing is taken back before staff apply that batch. */
export function useUndo(onOpen: (batchId: number) => void) {
  const { t } = useTranslation('staging');
  const { message } = App.useApp();
  return useAction('staging.undo', {
    onDone: ({ batch }) => {
      message.success(t('undo.made', counted(batch.rows)));
      onOpen(batch.batch_id);
    },
  });
}
