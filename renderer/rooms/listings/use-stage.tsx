import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RouteOutput } from '../../../shared/contract/routes.ts';
import { useAction } from '../../app/client/index.ts';
import { goTo } from '../../app/router/address.ts';
import { counted } from '../orders/review/counted.ts';

const SECONDS = 8;

/** Lays changes down in a batch; a notice leads to it. */
export function useStage(onDone: () => void) {
  const { t } = useTranslation('staging');
  const { notification } = App.useApp();
  const tell = ({ batch, added }: RouteOutput<'staging.stage'>) => {
    const key = `staged-${batch.batch_id}`;
    const open = () => {
      notification.destroy(key);
      goTo('listings', { view: 'batches', batch: batch.batch_id });
    };
    notification.success({
      key,
      title: t('stage.done', { ...counted(added), batch: batch.batch_id }),
      duration: SECONDS,
      actions: (
        <Button size="small" type="primary" onClick={open}>
          {t('stage.open')}
        </Button>
      ),
    });
    onDone();
  };
  return useAction('staging.stage', { quiet: true, onDone: tell });
}
