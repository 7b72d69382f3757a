import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { THEME_CHOICES } from '../../app/shell/TopBar.tsx';
import { FactList, Panel } from '../../parts/index.ts';
import { useView } from '../../state/view.ts';

/** Theme and language; both hold at once. */
export function LookPanel() {
  const { t } = useTranslation(['settings', 'app']);
  const { theme, language, setTheme, setLanguage } = useView();
  return (
    <Panel title={t('look.title')}>
      <FactList
        facts={[
          [
            t('look.theme'),
            <Segmented
              key="theme"
              value={theme}
              onChange={setTheme}
              options={THEME_CHOICES.map((value) => ({ value, label: t(`app:theme.${value}`) }))}
            />,
          ],
          [
            t('look.language'),
            <Segmented
              key="language"
              value={language}
              onChange={setLanguage}
              options={(['zh', 'en'] as const).map((value) => ({ value, label: t(`app:language.${value}`) }))}
            />,
          ],
        ]}
      />
    </Panel>
  );
}
