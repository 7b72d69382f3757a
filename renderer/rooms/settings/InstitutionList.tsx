import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AppInfo, Institution } from '../../../shared/bridge.ts';
import { bridge } from '../../app/bridge/bridge.ts';
import { useInstitutionName } from '../../app/i18n/institution-name.ts';
import { IdText, Panel, Tag, useFailureNotice } from '../../parts/index.ts';

/** Every institution this program knows, and the way from one to another. */
export function InstitutionList({ info }: { info: AppInfo }) {
  const { t } = useTranslation('settings');
  const nameOf = useInstitutionName();
  return (
    <Panel title={t('institution.title')} flush>
      {info.institutions.map((one) => (
        <div key={one.id} className="ld-setting-row" data-institution={one.id}>
          <span className="ld-ellipsis ld-setting-row__name">{nameOf(one)}</span>
          {one.demo ? <Tag tone="warn">{t('institution.demo')}</Tag> : null}
          {one.appId ? (
            <IdText id={one.appId} />
          ) : one.demo ? null : (
            <span className="ld-faint">{t('institution.no_appid')}</span>
          )}
          <span className="ld-setting-row__end">
            {one.id === info.institution.id ? (
              <Tag tone="ok">{t('institution.current')}</Tag>
            ) : (
              <SwitchButton institution={one} />
            )}
          </span>
        </div>
      ))}
    </Panel>
  );
}

export function useSwitchInstitution(): (id: string) => Promise<void> {
  const notice = useFailureNotice();
  return async (id) => {
    const answer = await bridge().switchInstitution(id);
    if (!answer.ok) notice(answer.error);
  };
}

function SwitchButton({ institution }: { institution: Institution }) {
  const { t } = useTranslation('settings');
  const switchTo = useSwitchInstitution();
  const nameOf = useInstitutionName();
  return (
    <Popconfirm
      title={t('institution.switch_sure', { name: nameOf(institution) })}
      description={t('institution.switch_sure_text')}
      okText={t('institution.switch')}
      onConfirm={() => switchTo(institution.id)}
    >
      <Button size="small">{t('institution.switch')}</Button>
    </Popconfirm>
  );
}
