import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PayoutBatch } from '../../../../shared/contract/payout.ts';
import { bridge } from '../../../app/bridge/bridge.ts';
import { useAction } from '../../../app/client/index.ts';
import { useShowItem } from '../../../parts/use-show-item.ts';

/** Writes the payments of a batch where staff choose, and shows the file. */
export function useBankFile({ batch_id, period }: Pick<PayoutBatch, 'batch_id' | 'period'>) {
  const { t } = useTranslation('payout');
  const { message } = App.useApp();
  const show = useShowItem();
  const write = useAction('payout.export', {
    onDone: ({ file, rows }) => {
      message.success(t('export.done', { rows }));
      show(file);
    },
  });
  return {
    writing: write.isPending,
    async write(ending: 'xlsx' | 'csv') {
      const file = await bridge().saveFile(`${t('export.name', { period, batch: batch_id })}.${ending}`);
      if (file !== null) write.mutate({ batch_id, file });
    },
  };
}
