import { useQueryClient } from '@tanstack/react-query';
import { Button, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AppInfo } from '../../../shared/bridge.ts';
import { APP_INFO_KEY } from '../../app/bridge/app-info.ts';
import { bridge } from '../../app/bridge/bridge.ts';
import { goTo } from '../../app/router/address.ts';
import { Panel, useFailureNotice } from '../../parts/index.ts';

/** Whether the program goes on syncing in the tray when its window is closed. */
export function BackgroundPanel({ info }: { info: AppInfo }) {
  const { t } = useTranslation('settings');
  const queries = useQueryClient();
  const notice = useFailureNotice();
  const keep = async (on: boolean) => {
    const answer = await bridge().setKeepRunning(on);
    if (!answer.ok) notice(answer.error);
    await queries.invalidateQueries({ queryKey: APP_INFO_KEY });
  };
  return (
    <Panel
      title={t('background.title')}
      extra={
        <Button size="small" onClick={() => goTo('sync')}>
          {t('background.schedule')}
        </Button>
      }
    >
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the switch inside is the control */}
      <label className="ld-form__line">
        <Switch checked={info.keepRunning} onChange={(on) => void keep(on)} disabled={info.platform === 'darwin'} />
        <span>{t('background.keep')}</span>
      </label>
      <p className="ld-faint ld-form__note">
        {info.platform === 'darwin' ? t('background.keep_mac') : t('background.keep_hint')}
      </p>
    </Panel>
  );
}
