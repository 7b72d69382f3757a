import {
  BulbOutlined,
  FileSearchOutlined,
  HeatMapOutlined,
  MedicineBoxOutlined,
  StopOutlined,
  SyncOutlined,
  TranslationOutlined,
} from '@ant-design/icons';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useView } from '../../../state/view.ts';
import { useSync } from '../../client/use-sync.ts';
import { en } from '../../i18n/en/index.ts';
import { goTo } from '../../router/address.ts';
import { ROOM_NAMES, ROOMS } from '../../router/rooms.ts';
import { THEME_CHOICES } from '../TopBar.tsx';
import type { PaletteItem } from './palette-item.ts';

/** Pages of the sync room worth a way of their own. */
const SYNC_PAGES = [
  { tab: 'hunt', icon: <FileSearchOutlined />, words: 'missing order hunt find' },
  { tab: 'doctor', icon: <MedicineBoxOutlined />, words: 'doctor check-up health' },
  { tab: 'completeness', icon: <HeatMapOutlined />, words: 'completeness calendar hours' },
] as const;

/** Rooms and actions of the palette. */
export function useCommands(): PaletteItem[] {
  const { t } = useTranslation('app');
  const { running, start, cancel } = useSync();
  const setTheme = useView((view) => view.setTheme);
  const setLanguage = useView((view) => view.setLanguage);

  return useMemo(() => {
    const rooms = ROOM_NAMES.map((name): PaletteItem => {
      const { icon: Icon } = ROOMS[name];
      return {
        id: `room-${name}`,
        group: 'rooms',
        label: t(`rooms.${name}`),
        words: `${name} ${en.app.rooms[name]}`,
        icon: <Icon />,
        run: () => goTo(name),
      };
    });
    const sync: PaletteItem = running
      ? {
          id: 'sync-cancel',
          group: 'actions',
          label: t('palette.cancel_sync'),
          words: 'sync stop',
          icon: <StopOutlined />,
          run: cancel,
        }
      : {
          id: 'sync-start',
          group: 'actions',
          label: t('palette.start_sync'),
          words: 'sync start',
          icon: <SyncOutlined />,
          run: () => start(),
        };
    const pages = SYNC_PAGES.map(
      ({ tab, icon, words }): PaletteItem => ({
        id: `sync-${tab}`,
        group: 'actions',
        label: t(`palette.${tab}`),
        words,
        icon,
        run: () => goTo('sync', { tab }),
      }),
    );
    const themes = THEME_CHOICES.map(
      (choice): PaletteItem => ({
        id: `theme-${choice}`,
        group: 'actions',
        label: t('palette.theme', { theme: t(`theme.${choice}`) }),
        words: `theme ${choice}`,
        icon: <BulbOutlined />,
        run: () => setTheme(choice),
      }),
    );
    const languages = (['zh', 'en'] as const).map(
      (language): PaletteItem => ({
        id: `language-${language}`,
        group: 'actions',
        label: t('palette.language', { language: t(`language.${language}`) }),
        words: 'language',
        icon: <TranslationOutlined />,
        run: () => setLanguage(language),
      }),
    );
    return [...rooms, sync, ...pages, ...themes, ...languages];
  }, [t, running, start, cancel, setTheme, setLanguage]);
}
