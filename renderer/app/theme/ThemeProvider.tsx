import { App, ConfigProvider } from 'antd';
import { type ReactNode, useLayoutEffect, useMemo } from 'react';
import { useMediaQuery } from '../../parts/media-query.ts';
import { useView } from '../../state/view.ts';
import { changeLanguage } from '../i18n/setup.ts';
import { LIBRARY_LOCALE } from './library-locale.ts';
import { applyPalette, type Mode } from './palette.ts';
import { themeOf } from './tokens.ts';

/** Theme and language of everything below, from the view state. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const choice = useView((view) => view.theme);
  const language = useView((view) => view.language);
  const system: Mode = useMediaQuery('(prefers-color-scheme: dark)') ? 'dark' : 'light';
  const mode = choice === 'system' ? system : choice;
  const still = useMediaQuery('(prefers-reduced-motion: reduce)');
  const theme = useMemo(() => themeOf(mode, !still), [mode, still]);

  useLayoutEffect(() => applyPalette(mode), [mode]);
  useLayoutEffect(() => changeLanguage(language), [language]);

  return (
    <ConfigProvider
      theme={theme}
      locale={LIBRARY_LOCALE[language]}
      componentSize="middle"
      button={{ autoInsertSpace: false }}
    >
      <App className="ld-app" notification={{ placement: 'bottomRight', duration: 8 }} message={{ top: 56 }}>
        {children}
      </App>
    </ConfigProvider>
  );
}
