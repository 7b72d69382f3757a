import { BulbOutlined, SearchOutlined } from '@ant-design/icons';
import { Button, Dropdown, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { Tag } from '../../parts/Tag.tsx';
import { usePalette } from '../../state/palette.ts';
import { type ThemeChoice, useView } from '../../state/view.ts';
import { useRoute } from '../client/use-route.ts';
import { useInstitutionName } from '../i18n/institution-name.ts';
import { KnownAsOf } from './KnownAsOf.tsx';
import { SyncButton } from './SyncButton.tsx';
import { SHORTCUT_TEXT } from './shortcut.ts';

export const THEME_CHOICES: readonly ThemeChoice[] = ['light', 'dark', 'system'];

/** Whose data this is, how fresh it is, and the way to anything. */
export function TopBar() {
  const { t } = useTranslation('app');
  const openPalette = usePalette((state) => state.setOpen);
  const { data: status } = useRoute('desk.status', {});
  const nameOf = useInstitutionName();

  return (
    <header className="ld-top">
      <div className="ld-top__who">
        <strong className="ld-ellipsis">{status ? nameOf(status.institution) || t('institution_unnamed') : ''}</strong>
        {status?.institution.demo ? (
          <Tag tone="warn" title={t('demo_hint')}>
            {t('demo')}
          </Tag>
        ) : null}
      </div>
      <button type="button" className="ld-top__search" onClick={() => openPalette(true)} data-testid="palette-open">
        <SearchOutlined />
        <span className="ld-ellipsis">{t('palette.open')}</span>
        <kbd>{SHORTCUT_TEXT}</kbd>
      </button>
      <div className="ld-top__right">
        {status ? <KnownAsOf status={status} /> : null}
        <SyncButton connected={status?.connected ?? false} />
        <LanguageButton />
        <ThemeButton />
      </div>
    </header>
  );
}

function LanguageButton() {
  const { t } = useTranslation('app');
  const language = useView((view) => view.language);
  const setLanguage = useView((view) => view.setLanguage);
  return (
    <Tooltip title={t('language.switch_to')} placement="bottom">
      <Button
        type="text"
        className="ld-top__language"
        onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
        aria-label={t('language.switch_to')}
        data-testid="language"
      >
        {language === 'zh' ? 'EN' : '中'}
      </Button>
    </Tooltip>
  );
}

function ThemeButton() {
  const { t } = useTranslation('app');
  const theme = useView((view) => view.theme);
  const setTheme = useView((view) => view.setTheme);
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectable: true,
        selectedKeys: [theme],
        items: THEME_CHOICES.map((choice) => ({ key: choice, label: t(`theme.${choice}`) })),
        onClick: ({ key }) => setTheme(key as ThemeChoice),
      }}
    >
      <Button type="text" icon={<BulbOutlined />} aria-label={t('theme.switch')} data-testid="theme" />
    </Dropdown>
  );
}
