import { App, ConfigProvider } from 'antd';
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { useView } from '../../state/view.ts';
import { changeLanguage } from '../i18n/setup.ts';
import { LIBRARY_LOCALE } from './library-locale.ts';
import { applyPalette, type Mode } from './palette.ts';
import { themeOf } from './tokens.ts';

function useSystemMode(): Mode {
  const [dark, setDark] = useState(() => matchMedia('(prefers-color-scheme: dark)').matches);
  useEffect(() => {
    const query = matchMedia('(prefers-color-scheme: dark)');
    const take = () => setDark(query.matches);
    query.addEventListener('change', take);
    return () => query.removeEventListener('change', take);
  }, []);
  return dark ? 'dark' : 'light';
}

/** Theme and language of everything below, from the view state. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const choice = useView((view) => view.theme);
  const language = useView((view) => view.language);
  const system = useSystemMode();
  const mode = choice === 'system' ? system : choice;
  const theme = useMemo(() => themeOf(mode), [mode]);

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
