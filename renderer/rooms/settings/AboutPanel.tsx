import { MedicineBoxOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AppInfo } from '../../../shared/bridge.ts';
import { goTo } from '../../app/router/address.ts';
import { FactList, Panel } from '../../parts/index.ts';
import { useShowItem } from '../../parts/use-show-item.ts';

/** Versions, and where the data lies. */
export function AboutPanel({ info }: { info: AppInfo }) {
  const { t } = useTranslation('settings');
  const show = useShowItem();
  return (
    <Panel
      title={t('about.title')}
      extra={
        <Button size="small" icon={<MedicineBoxOutlined />} onClick={() => goTo('sync', { tab: 'doctor' })}>
          {t('about.doctor')}
        </Button>
      }
    >
      <FactList
        facts={[
          [t('about.version'), info.version],
          [t('about.runtime'), `Electron ${info.electron} · Chromium ${info.chrome} · ${info.platform}`],
          [
            t('about.data_folder'),
            <span key="folder" className="ld-form__line">
              <span className="ld-address">{info.dataFolder}</span>
              <Button size="small" onClick={() => show(info.dataFolder)}>
                {t('about.open_folder')}
              </Button>
            </span>,
          ],
        ]}
      />
      <p className="ld-faint ld-form__note">{t('about.institutions_kept')}</p>
    </Panel>
  );
}
