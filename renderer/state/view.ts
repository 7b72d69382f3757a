import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { Language } from '../app/i18n/setup.ts';

export type ThemeChoice = 'light' | 'dark' | 'system';

/** How the window looks: nothing of the business is kept here. Remembered by the window's own storage. */
export interface ViewState {
  theme: ThemeChoice;
  language: Language;
  railFolded: boolean;
  /** Hidden columns by table; a column never mentioned is shown as its table says. */
  columns: Record<string, Record<string, boolean>>;
  setTheme: (theme: ThemeChoice) => void;
  setLanguage: (language: Language) => void;
  foldRail: (folded: boolean) => void;
  showColumn: (table: string, column: string, shown: boolean) => void;
  resetColumns: (table: string) => void;
}

export const useView = create<ViewState>()(
  persist(
    (set) => ({
      theme: 'system',
      language: 'zh',
      railFolded: false,
      columns: {},
      setTheme: (theme) => set({ theme }),
      setLanguage: (language) => set({ language }),
      foldRail: (railFolded) => set({ railFolded }),
      showColumn: (table, column, shown) =>
        set(({ columns }) => ({ columns: { ...columns, [table]: { ...columns[table], [column]: shown } } })),
      resetColumns: (table) =>
        set(({ columns }) => ({
          columns: Object.fromEntries(Object.entries(columns).filter(([name]) => name !== table)),
        })),
    }),
    { name: 'league-desk-view' },
  ),
);
