import { LinkOutlined, SyncOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSync } from '../../app/client/index.ts';
import { goTo } from '../../app/router/address.ts';
import { EmptyState } from '../../parts/index.ts';

/** In place of figures while there are none: connect, then sync. */
export function FirstSteps({ connected }: { connected: boolean }) {
  const { t } = useTranslation('overview');
  const { running, start, starting } = useSync();
  if (!connected) {
    return (
      <EmptyState
        icon={<LinkOutlined />}
        title={t('start.connect_title')}
        text={t('start.connect_text')}
        action={
          <Button type="primary" onClick={() => goTo('settings')}>
            {t('start.connect')}
          </Button>
        }
      />
    );
  }
  if (running) {
    return <EmptyState icon={<SyncOutlined spin />} title={t('start.syncing_title')} text={t('start.syncing_text')} />;
  }
  return (
    <EmptyState
      icon={<SyncOutlined />}
      title={t('start.sync_title')}
      text={t('start.sync_text')}
      action={
        <Button type="primary" loading={starting} onClick={() => start()}>
          {t('start.sync')}
        </Button>
      }
    />
  );
}
